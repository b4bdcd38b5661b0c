"""Judges a set by what was asked for, beside how it was done."""

from dataclasses import dataclass, replace

from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState, Repetition, Verdict
from formcheck.live.live_contract import Checker
from formcheck.live.sets.goal_progress import DEFAULTS as GOALS
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Goal


@dataclass(frozen=True)
class Asked:
    """What a set was begun for.

    goal: how much. repeats: whether there is anything to repeat; who sits at a desk and leans over
    has done no repetition.
    """

    goal: Goal
    repeats: bool = True

    def held_short(self, repetition: Repetition) -> bool:
        """Whether holding is what it is about, and it was let go early."""
        wanted_s = GOALS.held_share * self.goal.hold_s
        return self.goal.long_hold and repetition.hold_s < wanted_s


class GoalChecker:
    """A checker that calls no hold good that was let go early, and counts nothing at rest."""

    def __init__(self, checker: Checker, asked: Asked) -> None:
        self._checker = checker
        self._asked = asked
        self._good = 0

    def update(self, pose: Pose) -> FormState:
        """See `Checker`."""
        return self._seen(self._checker.update(pose))

    def catch_up(self) -> None:
        """See `Checker`."""
        self._checker.catch_up()

    def interrupt(self) -> FormState | None:
        """See `Checker`."""
        state = self._checker.interrupt()
        return None if state is None else self._seen(state)

    def finish(self) -> SetSummary:
        """See `Checker`."""
        summary = self._checker.finish()
        repetitions = map(self._judged, summary.repetitions) if self._asked.repeats else ()
        return replace(summary, repetitions=tuple(repetitions))

    def _seen(self, state: FormState) -> FormState:
        if not self._asked.repeats:
            return replace(state, repetitions=0, good_repetitions=0, finished=None)
        if state.finished is None:
            return replace(state, good_repetitions=self._good)
        finished = self._judged(state.finished)
        self._good += finished.verdict is Verdict.GOOD
        return replace(state, finished=finished, good_repetitions=self._good)

    def _judged(self, repetition: Repetition) -> Repetition:
        good = repetition.verdict is Verdict.GOOD
        if good and self._asked.held_short(repetition):
            return replace(repetition, verdict=Verdict.UNKNOWN)
        return repetition
