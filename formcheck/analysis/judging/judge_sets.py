"""The poses of a recording, judged set by set."""

from dataclasses import dataclass, replace

from formcheck.analysis.judging.seen_meanwhile import SeenMeanwhile
from formcheck.analysis.judging.set_plan import PlannedSet, SetPlan
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.pose.pose import Pose
from formcheck.results.document.judged_set import JudgedSet
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class SetState:
    """One frame as it was judged.

    exercise: of the set that it is in, or of the nearest one. number: of the set, from 1; None
    between two sets.
    """

    state: FormState
    exercise: Exercise
    number: int | None


class SetsJudge:
    """Judges the sets of a plan one after the other; state over the frames.

    texts: of the language that problems are told in; English unless given.
    """

    def __init__(self, plan: SetPlan, texts: Texts | None = None) -> None:
        self._plan = plan
        self._texts = texts
        self._place = 0
        self._begin()
        self._judged: list[JudgedSet] = []

    def update(self, pose: Pose) -> SetState:
        """Judge the next pose."""
        while self._is_nearer_to_next(pose.time_s):
            self._end()
            self._place += 1
            self._begin()
        planned = self._planned
        if planned.is_nothing:
            state = self._checker.look_on(pose)
            self._seen.update(pose, state)
            return SetState(state, planned.exercise, None)
        if planned.begin_s <= pose.time_s <= planned.end_s:
            state = self._checker.update(pose)
            self._watch(state)
            return SetState(state, planned.exercise, self._place + 1)
        ended = self._checker.interrupt() if pose.time_s > planned.end_s else None
        state = self._checker.look_on(pose)
        if ended is None or ended.finished is None:
            return SetState(state, planned.exercise, None)
        # The repetition that was under way when the set ended is told with the next frame.
        return SetState(replace(state, finished=ended.finished), planned.exercise, self._place + 1)

    def finish(self) -> tuple[JudgedSet, ...]:
        """The sets in turn, as many as were planned."""
        self._end()
        rest = self._plan[self._place + 1 :]
        nothing = (
            JudgedSet(FormChecker(one.exercise, self._texts).finish(), one.recognised)
            for one in rest
        )
        return (*self._judged, *nothing)

    @property
    def _planned(self) -> PlannedSet:
        return self._plan[self._place]

    def _is_nearer_to_next(self, time_s: float) -> bool:
        if self._place + 1 >= len(self._plan):
            return False
        next_s = self._plan[self._place + 1].begin_s
        return time_s > self._planned.end_s and 2 * time_s >= self._planned.end_s + next_s

    def _begin(self) -> None:
        self._checker = FormChecker(self._planned.exercise, self._texts)
        self._seen = SeenMeanwhile()
        self._first_s: float | None = None
        self._last_s: float | None = None

    def _watch(self, state: FormState) -> None:
        """Note from when to when something is done: the posture alone is not yet a set."""
        under_way = state.in_set and state.phase != self._planned.exercise.phases.rest
        is_posture = self._planned.exercise.kind == "posture" and state.in_set
        if under_way or is_posture or state.finished is not None:
            self._first_s = state.time_s if self._first_s is None else self._first_s
            self._last_s = state.time_s

    def _end(self) -> None:
        summary = self._checker.finish()
        if self._planned.is_nothing:
            summary = self._seen.told_in(summary)
        begin_s, end_s = self._span(summary)
        self._judged.append(JudgedSet(summary, self._planned.recognised, begin_s, end_s))

    def _span(self, summary: SetSummary) -> tuple[float | None, float | None]:
        """From the first repetition to the last; without any, while something was done."""
        if not summary.repetitions:
            return self._first_s, self._last_s
        return summary.repetitions[0].start_s, summary.repetitions[-1].end_s
