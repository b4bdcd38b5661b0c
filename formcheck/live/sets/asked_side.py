"""Which side of the body a set is for, and whether somebody does it on the other one."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState, Verdict
from formcheck.live.live_contract import SetDone
from formcheck.pose.landmarks import Side, other
from formcheck.programmes.steps import Step, StepSide


@dataclass(frozen=True)
class WrongSideSettings:
    """When it is told that it is the other side's turn; seconds."""

    lasting_s: float = 1.0
    """Moving, or holding, on the wrong side for so long: left and right swap for a moment at times
    (engineering)."""


DEFAULTS = WrongSideSettings()


def side_wanted(step: Step, before: Sequence[SetDone]) -> Side | None:
    """The side that a set is for; None where either will do, or it isn't known which was first.

    before: the sets that are done, in their order.
    """
    match step.side:
        case StepSide.LEFT:
            return "left"
        case StepSide.RIGHT:
            return "right"
        case StepSide.OTHER_SIDE:
            first = _side_of(_first_side(step, before))
            return None if first is None else other(first)
    return None


def _first_side(step: Step, before: Sequence[SetDone]) -> SetSummary | None:
    for one in reversed(before):
        same = one.step.exercise.id == step.exercise.id and one.step.number == step.number
        if same and one.step.side is StepSide.FIRST_SIDE:
            return one.summary
    return None


def _side_of(summary: SetSummary | None) -> Side | None:
    """The side of all that could be judged; None where that is both, or none that is known."""
    done = () if summary is None else summary.repetitions
    sides = {one.side for one in done if one.verdict is not Verdict.UNKNOWN}
    return sides.pop() if len(sides) == 1 else None


class WrongSide:
    """Looks whether a movement lasts on the side that isn't wanted. State over one set.

    From another view than the exercise's own, or with a part of the body hidden, which side moves
    isn't sure enough to be told.
    """

    def __init__(
        self, wanted: Side | None, exercise: Exercise, *, settings: WrongSideSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._wanted = wanted
        self._exercise = exercise
        self._since_s: float | None = None

    def update(self, state: FormState) -> bool:
        """Take the next state; whether it is to be told."""
        moves = state.phase not in (None, self._exercise.phases.rest)
        seen = state.view in self._exercise.camera.views and not state.set_up.problems
        sure = moves and seen
        if not sure or self._wanted is None or state.working_side in (None, self._wanted):
            self._since_s = None
        elif self._since_s is None:
            self._since_s = state.time_s
        since_s = self._since_s
        return since_s is not None and state.time_s - since_s >= self._settings.lasting_s
