"""Judges a set by what was asked for, beside how it was done."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite

from formcheck.form.sets.set_summary import CriterionTotal, SetSummary
from formcheck.form.state import FormState, Repetition, Verdict
from formcheck.form.verdicts.judgement import NOTHING
from formcheck.live.live_contract import Checker
from formcheck.live.recognising.other_exercise import Doing
from formcheck.live.sets.goal_progress import DEFAULTS as GOALS
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Goal


@dataclass(frozen=True)
class Asked:
    """What a set was begun for.

    goal: how much. repeats: whether there is anything to repeat; who sits at a desk and leans over
    has done no repetition. side: the only one that counts; None for either, or both.
    """

    goal: Goal
    repeats: bool = True
    side: Side | None = None

    def on_other_side(self, side: Side | None) -> bool:
        """Whether this is the side that isn't asked for; one that isn't known may be it."""
        return None not in (self.side, side) and side != self.side

    def held_short(self, repetition: Repetition) -> bool:
        """Whether holding is what it is about, and it wasn't seen to be held for long enough.

        Who does what they like was asked for no time.
        """
        goal = self.goal
        asked = goal.long_hold and goal.most is not None
        return asked and not repetition.hold_s >= GOALS.held_share * goal.hold_s


class GoalChecker:
    """A checker that calls no hold good that was let go early, and counts nothing at rest, nor of
    another exercise, or on another side, than was asked for.

    doing: whether another one is recognised now; what is under way then counts for nothing, and
    what begins later does again. Once it is known since when it is what was asked for, what was
    done of it in the meantime counts too.
    """

    def __init__(self, checker: Checker, asked: Asked, doing: Callable[[], Doing] = Doing) -> None:
        self._checker = checker
        self._asked = asked
        self._doing = doing
        self._known = Doing()
        self._turns_s: dict[int, float] = {}
        self._holds_another = self._on_other_side = False
        self._another_s, self._own_since_s = -inf, inf
        self._others: dict[int, Repetition] = {}
        self._late: deque[Repetition] = deque()
        self._last = self._good = self._unclear = 0

    def update(self, pose: Pose) -> FormState:
        """See `Checker`."""
        before, self._known = self._known, self._doing()
        if self._known.another:
            self._another_s, self._own_since_s = pose.time_s, inf
        if self._known.turns > before.turns:
            self._turns_s[self._known.turns] = pose.time_s
        if self._known.own_since > before.own_since:
            self._take_back(self._turns_s.get(self._known.own_since, pose.time_s))
        state = self._checker.update(pose)
        self._holds_another = self._known.another or (self._holds_another and state.hold_s > 0)
        return self._seen(state)

    def _take_back(self, since_s: float) -> None:
        """What was put aside since then was no other exercise."""
        self._own_since_s = since_s
        own = [one for one in self._others.values() if not self._is_anothers(one)]
        for one in own:
            del self._others[one.number]
        self._late.extend(own)

    def catch_up(self) -> None:
        """See `Checker`."""
        self._checker.catch_up()

    def interrupt(self) -> FormState | None:
        """See `Checker`."""
        state = self._checker.interrupt()
        seen = None if state is None else self._seen(state)
        self._holds_another = False
        return seen

    def finish(self) -> SetSummary:
        """See `Checker`."""
        summary = self._checker.finish()
        if not self._asked.repeats:
            return replace(summary, repetitions=())
        own = [one for one in summary.repetitions if self._is_asked(one)]
        others_only = not own and isfinite(self._another_s)
        others_end = self._holds_another or self._on_other_side
        if len(own) < len(summary.repetitions) or others_end or others_only:
            summary = without_others(summary, own)
        counted = tuple(self._judged(replace(one, number=at)) for at, one in enumerate(own, 1))
        verdict = summary.verdict
        if all(map(self._asked.held_short, counted)) and counted and verdict is Verdict.GOOD:
            verdict = Verdict.UNKNOWN
        return replace(summary, repetitions=counted, verdict=verdict)

    def _is_asked(self, one: Repetition) -> bool:
        """Whether it is none of another exercise, also of those that the end has completed."""
        unseen = one.number > self._last
        return one.number not in self._others and not (unseen and self._is_anothers(one))

    def _is_anothers(self, one: Repetition) -> bool:
        """Of one that has just become known, which is a little after its end.

        What can't be judged, as a part of it is hidden, may be on either side. A return is seen a
        little after it: of what began with it, the greater part comes later.
        """
        judged = one.verdict is not Verdict.UNKNOWN
        own = (one.start_s + one.end_s) / 2 >= self._own_since_s
        another = one.start_s <= self._another_s and not own
        return another or (judged and self._asked.on_other_side(one.side))

    def _seen(self, state: FormState) -> FormState:
        if not self._asked.repeats:
            nothing = replace(state, repetitions=0, good_repetitions=0, finished=None)
            return replace(nothing, unclear_repetitions=0)
        self._on_other_side = self._asked.on_other_side(state.working_side)
        if self._holds_another or self._on_other_side:
            state = replace(state, hold_s=0.0)
        finished = state.finished
        if finished is not None:
            self._last = finished.number
            if self._is_anothers(finished):
                self._others[finished.number] = finished
            else:
                self._late.append(finished)
        finished = self._late.popleft() if self._late else None
        repetitions = state.repetitions - len(self._others) - len(self._late)
        if finished is not None:
            # One that was let go early is not unclear.
            self._unclear += finished.verdict is Verdict.UNKNOWN
            finished = replace(self._judged(finished), number=repetitions)
            self._good += finished.verdict is Verdict.GOOD
        return replace(
            state,
            finished=finished,
            repetitions=repetitions,
            good_repetitions=self._good,
            unclear_repetitions=self._unclear,
        )

    def _judged(self, repetition: Repetition) -> Repetition:
        good = repetition.verdict is Verdict.GOOD
        if good and self._asked.held_short(repetition):
            return replace(repetition, verdict=Verdict.UNKNOWN)
        return repetition


def without_others(summary: SetSummary, own: Sequence[Repetition]) -> SetSummary:
    """The same set without what was done of another exercise, its faults included."""
    held_s = sum(one.hold_s for one in own if isfinite(one.hold_s))
    told = {fault for one in own for fault in one.faults}
    criteria = tuple(
        one
        if one.criterion.id in told or (own and one.verdict is not Verdict.FAULT)
        else _open(one)
        for one in summary.criteria
    )
    kept = summary.verdict is (Verdict.FAULT if told else Verdict.GOOD)
    verdict = summary.verdict if own and kept else Verdict.UNKNOWN
    return replace(summary, hold_s=held_s, verdict=verdict, criteria=criteria)


def _open(one: CriterionTotal) -> CriterionTotal:
    return replace(one, judgement=NOTHING, judged_s=0.0, fault_s=0.0)
