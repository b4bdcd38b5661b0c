"""From poses to verdicts: the same object for a live session and a recorded video."""

from collections.abc import Sequence
from dataclasses import replace

from formcheck.exercises.exercise import Exercise
from formcheck.form.avoid import AvoidWatch
from formcheck.form.bidirectional import BidirectionalMovement
from formcheck.form.initial_hold import InitialHold
from formcheck.form.live_criteria import LiveCriteria
from formcheck.form.measured_frame import MeasuredFrame
from formcheck.form.observer import Observation, Observer
from formcheck.form.phases import PhaseCut, cut
from formcheck.form.repetitions import CyclePhase, RepetitionCounter, RepetitionCycle
from formcheck.form.set_judge import SetJudge
from formcheck.form.set_recorder import SetRecorder
from formcheck.form.set_summary import SetSummary
from formcheck.form.set_up import during_the_set
from formcheck.form.sides import SideChoice
from formcheck.form.signal import RepetitionSignal
from formcheck.form.signal_choice import SignalChoice
from formcheck.form.state import FormState, Repetition
from formcheck.form.vocabulary import HIPS_ACROSS, check_vocabulary
from formcheck.form.working_side import WorkingSide
from formcheck.measure.steady import Lasting
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts

INTO_POSITION_S = 0.3
OUT_OF_POSITION_S = 1.5
"""A set goes on over a bad second; it is over when the posture is lost for longer."""

POSTURE_S = 2.0
"""A posture is compared with how the person sat or stood in the first seconds."""

REMEMBERED_REST_S = 10.0
REMEMBERED_S = 300.0
"""Frames are forgotten after this, so that memory doesn't grow with the video."""


class FormChecker:
    """Follows one person through one exercise.

    Feed it every pose in rising time with `update`; it answers with the state of the set. Call
    `finish` at the end, which judges what is still under way and sums up.

    texts: for set-up problems and advice, English where none are given; the exercise brings its
    own words (see `formcheck.exercises.translation`).

    Raises VocabularyError where the exercise names measures that don't exist.
    """

    def __init__(self, exercise: Exercise, texts: Texts | None = None) -> None:
        check_vocabulary(exercise)
        self.exercise = exercise
        self._watch = AvoidWatch(exercise, texts)
        self._observer = Observer(exercise, self._watch.measures, texts)
        self._working = WorkingSide(exercise, RepetitionSignal(exercise.repetition))
        self._record = SetRecorder(exercise)
        self._live = LiveCriteria(exercise)
        self._in_set: Lasting[bool] = Lasting(False)
        self._begin_set()

    def update(self, pose: Pose) -> FormState:
        """Take the next pose and say how the set stands."""
        seen = self._observer.observe(pose, settled=self._in_set.value, under_way=not self._resting)
        finished = self._follow_posture(seen)
        if not self._resting:
            seen = replace(seen, set_up=during_the_set(seen.set_up))
        if self._in_set.value:
            finished = self._follow_repetition(seen) or finished
        self._record.see(seen)
        for movement in self._watch.update(seen):
            self._record.warn(movement)
        return self._state(seen, finished)

    def finish(self) -> SetSummary:
        """Judge what is still under way and sum the set up."""
        self._close()
        return self._record.summary()

    def _begin_set(self) -> None:
        self._observer.begin_set()
        self._count = SignalChoice(self.exercise.repetition)
        self._both_ways = BidirectionalMovement(self.exercise.repetition)
        self._held_at_start = InitialHold(self.exercise.repetition)
        self._judge = SetJudge(self.exercise, self._both_ways)
        self._frames: list[MeasuredFrame] = []
        self._sides = SideChoice()

    def _follow_posture(self, seen: Observation) -> Repetition | None:
        was_in_set = self._in_set.value
        needed = OUT_OF_POSITION_S if was_in_set else INTO_POSITION_S
        if self._in_set.update(seen.pose.time_s, seen.in_posture, needed) or not was_in_set:
            return None
        finished = self._close()
        self._begin_set()
        return finished

    def _follow_repetition(self, seen: Observation) -> Repetition | None:
        time_s = seen.pose.time_s
        near = SideChoice(near=seen.near_side)
        signal = self._count.signal(seen.measures, near) if seen.in_posture else float("nan")
        view = str(seen.view) if seen.in_posture else ""
        self._frames.append(MeasuredFrame(time_s, signal, seen.measures, view))
        self._forget(time_s)
        if self.exercise.kind == "posture" and time_s - self._frames[0].time_s >= POSTURE_S:
            self._judge.baseline.learn(self._frames, self._sides)
        if self._both_ways.leaves_start(signal):
            self._judge.baseline.learn(self._frames[:-1], self._sides)
        since_s = self._held_at_start.update(self._frames[-1], near, resting=self._resting)
        if since_s is not None:
            self._counter.begin_held(since_s, signal, self.exercise.repetition.usual_travel)
        counter = self._counter
        cycle = self._count.update(self._frames[-1], near)
        if self._counter is not counter:
            self._frames = self._count.seen_by_it(self._frames, near)
        working = None if self._resting else self._working.now(seen.measures)
        self._sides = SideChoice(seen.near_side, working)
        if cycle is not None:
            return self._judge_repetition(cycle)
        if self._resting:
            self._working.rest(seen.measures)
        self._live.follow(self._frames[-1], self._phase(), self._sides, self._judge.baseline)
        return None

    @property
    def _counter(self) -> RepetitionCounter:
        return self._count.counter

    @property
    def _resting(self) -> bool:
        return self._counter.part is CyclePhase.REST

    def _forget(self, now_s: float) -> None:
        """Drop the oldest frames; a posture, which has no repetitions, is judged on them first."""
        kept_s = REMEMBERED_REST_S if self._resting else REMEMBERED_S
        if now_s - self._frames[0].time_s <= kept_s:
            return
        half_s = now_s - kept_s / 2
        if self._resting and self.exercise.kind == "posture":
            self._judge_rest([s for s in self._frames if s.time_s <= half_s])
            self._frames = [s for s in self._frames if s.time_s > half_s]
            return
        while now_s - self._frames[0].time_s > kept_s:
            self._frames.pop(0)

    def _close(self) -> Repetition | None:
        """End the set: count a repetition that was clearly on its way back, judge the rest."""
        if not self._frames:
            return None
        now_s = self._frames[-1].time_s
        cycle = self._counter.finish(now_s)
        finished = self._judge_repetition(cycle) if cycle else None
        under_way = self._counter.under_way(now_s)
        if under_way is not None and self._counts(under_way):
            finished, under_way = self._judge_repetition(under_way), None
        self._judge_remainder(under_way)
        self._frames = []
        return finished

    def _counts(self, under_way: RepetitionCycle) -> bool:
        """Whether a movement that the end of the set cuts off was done as far as it matters."""
        return self._both_ways.ends(under_way) or self._held_at_start.counts(self._counter.hold_s)

    def _judge_repetition(self, cycle: RepetitionCycle) -> Repetition | None:
        self._working.begin_rest()
        phases = self._both_ways.shape(cut(self._frames, cycle), cycle)
        if _moved_away(phases, self.exercise.repetition.most_moved):
            self._frames = []
            return None
        sides = SideChoice(self._sides.near, self._working.over(phases.peak.frames))
        judgements = self._judge.repetition(phases, sides, complete=cycle.complete)
        self._both_ways.count(cycle)
        self._live.settle(judgements)
        # The end of this repetition is the rest before the next one.
        self._frames = [s for s in self._frames if s.time_s >= phases.end_s]
        return self._record.add_repetition(phases, sides, judgements)

    def _judge_remainder(self, cycle: RepetitionCycle | None) -> None:
        """Judge what was done since the last repetition: a hold that was not left, a long rest."""
        if not self._frames:
            return
        if cycle is None:
            self._judge_rest(self._frames)
            return
        phases = self._both_ways.shape(cut(self._frames, cycle), cycle)
        sides = SideChoice(self._sides.near, self._working.over(phases.peak.frames))
        self._record.add_remainder(self._judge.unfinished(phases, sides), phases.hold_s)

    def _judge_rest(self, frames: Sequence[MeasuredFrame]) -> None:
        self._record.add_remainder(self._judge.rest(frames, self._sides), 0.0)

    def _phase(self) -> str:
        names = self.exercise.phases
        return {
            CyclePhase.REST: names.rest,
            CyclePhase.OUT: names.out,
            CyclePhase.PEAK: names.peak,
            CyclePhase.BACK: names.back,
        }[self._counter.part]

    def _hold_s(self, time_s: float) -> float:
        under_way = self._counter.under_way(time_s)
        short = under_way is not None and not self._both_ways.goes_out(under_way)
        return 0.0 if short else self._counter.hold_s

    def _state(self, seen: Observation, finished: Repetition | None) -> FormState:
        in_set = self._in_set.value
        phase = self._phase() if in_set else None
        return FormState(
            time_s=seen.pose.time_s,
            pose_seen=seen.seen,
            view=seen.view,
            near_side=seen.near_side,
            working_side=self._sides.working,
            phase=phase,
            in_set=in_set,
            repetitions=len(self._record.repetitions),
            good_repetitions=self._record.good_repetitions,
            hold_s=self._hold_s(seen.pose.time_s),
            measures=seen.measures,
            criteria=self._live.states(seen.measures, phase, self._sides, self._judge.baseline),
            set_up=seen.set_up,
            finished=finished,
            advice=self._watch.advice,
            back=seen.back,
        )


def _moved_away(phases: PhaseCut, most: float) -> bool:
    """Whether the person is somewhere else at the end: they walked, or shifted along the floor.

    most: trunk lengths that they may have moved.
    """
    before = phases.out.frames[0].measures[HIPS_ACROSS]
    after = phases.landing.frames[-1].measures[HIPS_ACROSS]
    return abs(after - before) > most
