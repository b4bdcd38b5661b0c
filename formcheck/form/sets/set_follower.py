"""One set, from coming into the posture until leaving it: counted, cut into phases and judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.form.holds.initial_hold import InitialHold
from formcheck.form.repetition_cycle import CyclePhase, RepetitionCycle
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.initial_peak import InitialPeak
from formcheck.form.repetitions.repetitions import RepetitionCounter
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.repetitions.signal_choice import SignalChoice
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.edge_watch import EdgeWatch
from formcheck.form.sets.finished_movements import FinishedMovements, Followed
from formcheck.form.sets.set_judge import SetJudge
from formcheck.form.sets.set_recorder import SetRecorder
from formcheck.form.sets.working_side import WorkingSide
from formcheck.form.sides import SideChoice
from formcheck.form.start.observation import Observation
from formcheck.form.state import CountedSignal, Repetition
from formcheck.form.verdicts.baseline import Baseline
from formcheck.form.verdicts.live_criteria import LiveCriteria
from formcheck.form.verdicts.measured_frame import MeasuredFrame, measured_frame


@dataclass(frozen=True)
class FollowingSettings:
    """How much of a set is remembered, in seconds: memory doesn't grow with the video."""

    remembered_rest_s: float = 10.0
    """At rest; longer than anybody stays there between two repetitions without a pause."""
    remembered_s: float = 300.0
    """During a repetition, which may be a hold of minutes."""
    posture_start_s: float = 2.0
    """A posture is compared with its first seconds: people shift while they settle."""


DEFAULTS = FollowingSettings()


class SetFollower:
    """Follows one set; state over time.

    recorder: keeps what was found. live: shows the criteria as they stand. clock: the seconds that
    were seen, in which all times here are.
    """

    def __init__(
        self,
        exercise: Exercise,
        recorder: SetRecorder,
        live: LiveCriteria,
        clock: SeenClock,
        settings: FollowingSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self.sides = SideChoice()
        self._exercise = exercise
        self._recorder = recorder
        self._live = live
        self._choice = SignalChoice(exercise.repetition)
        self._working = WorkingSide(exercise, RepetitionSignal(exercise.repetition))
        self._bidirectional = BidirectionalMovement(exercise.repetition)
        self._initial_hold = InitialHold(exercise.repetition)
        self._initial_peak = InitialPeak(exercise.repetition)
        self._way_out_unseen = False
        self._judge = SetJudge(exercise, self._bidirectional, clock)
        self._frames: list[MeasuredFrame] = []
        self._over: RepetitionCycle | None = None
        self._edge = EdgeWatch()
        self._movements = FinishedMovements(
            exercise,
            self._judge,
            recorder,
            live,
            self._working,
            self._bidirectional,
            self._edge,
        )

    @property
    def resting(self) -> bool:
        """Whether no repetition is under way."""
        return self._counter.phase is CyclePhase.REST

    @property
    def phase(self) -> str:
        """The part of the repetition, in the exercise's words."""
        names = self._exercise.phases
        return {
            CyclePhase.REST: names.rest,
            CyclePhase.OUT: names.out,
            CyclePhase.PEAK: names.peak,
            CyclePhase.BACK: names.back,
        }[self._counter.phase]

    @property
    def baseline(self) -> Baseline:
        """The person's own start position."""
        return self._judge.baseline

    @property
    def moved_too_little(self) -> bool:
        """Whether there was a movement that is too small for a repetition."""
        return self._choice.moved_too_little

    def counted(self, observation: Observation) -> CountedSignal:
        """What repetitions are counted on, in this frame."""
        return self._choice.counted(observation.measures.values, observation.sides)

    def hold_s(self, time_s: float) -> float:
        """How long the furthest point has been held; 0 outside a hold."""
        under_way = self._counter.under_way(time_s)
        short = under_way is not None and not self._bidirectional.goes_out(under_way)
        return 0.0 if short else self._counter.hold_s

    def begin(self, getting_in: Sequence[Observation], first: Observation) -> None:
        """Take what was seen of the posture before the set, if it was held already.

        getting_in: in rising time. first: the set's first frame. Who moved before it was coming.
        """
        signal = self._measured(first).signal
        if all(self._held_at(signal, observation) for observation in getting_in):
            for observation in getting_in:
                self.update(observation)

    def _held_at(self, signal: float, observation: Observation) -> bool:
        frame = self._measured(observation)
        sides = SideChoice(observation.sides.near, self._working.now(frame.drawn))
        return self._initial_hold.is_held_at(signal, frame, sides)

    def update(self, observation: Observation) -> None:
        """Take the next frame of the set; what it completes is judged by `judge`, before the
        next one.
        """
        near = observation.sides
        self._remember(observation)
        self._learn_baseline()
        self._begin_held(near)
        counter = self._counter
        cycle = self._choice.update(self._frames[-1], near)
        if self._counter is not counter:
            self._frames = self._choice.retold(self._frames, near)
        now_s = self._frames[-1].time_s
        working = None if self.resting else self._working.settled(self._frames[-1].drawn, now_s)
        self.sides = SideChoice(near.near, working)
        if cycle is not None:
            self._over = cycle
            return
        if self.resting:
            self._working.rest(observation.measures.values)
        self._live.update(self._frames[-1], self.phase, self.sides, self.baseline)

    def judge(self) -> Repetition | None:
        """The repetition that the last frame completed, if any; takes as long as many frames."""
        cycle, self._over = self._over, None
        return None if cycle is None else self._judge_repetition(cycle)

    def close(self) -> Repetition | None:
        """End the set: count a repetition that was clearly on its way back, judge the rest.

        What comes after a repetition and isn't one is leaving: who gets up from the floor lifts
        their back and feet off it.
        """
        finished, under_way = self._end()
        self._judge_remainder(None if self._recorder.repetitions else under_way)
        return finished

    def _end(self) -> tuple[Repetition | None, RepetitionCycle | None]:
        """The repetition that the end completes, and what is under way else."""
        if not self._frames:
            return None, None
        now_s = self._frames[-1].time_s
        begun = self._counter.under_way(now_s)
        cycle = self._counter.finish(now_s)
        under_way = self._counter.under_way(now_s)
        if cycle is not None and self._way_out_unseen and not cycle.complete:
            # How far there is to go back nobody saw, so nearly back can't be told from half-way.
            cycle, under_way = None, begun
        finished = self._judge_repetition(cycle) if cycle else None
        if under_way is not None and self._counts(under_way):
            finished, under_way = self._judge_repetition(under_way), None
        return finished, under_way

    def finish(self) -> Repetition | None:
        """End the set with the recording: a position that is held until then is judged as well."""
        since_s = self._initial_hold.shown(self._frames) if self.resting else None
        if since_s is not None:
            self._hold_since(since_s)
        finished, under_way = self._end()
        self._judge_remainder(under_way)
        return finished

    def break_off(self) -> Repetition | None:
        """End the set where nobody saw how it went on: only a repetition that is over counts."""
        if not self._frames:
            return None
        cycle = self._counter.finish(self._frames[-1].time_s)
        over = cycle is not None and cycle.complete
        finished = self._judge_repetition(cycle) if cycle is not None and over else None
        self._frames = []
        return finished

    @property
    def _counter(self) -> RepetitionCounter:
        return self._choice.counter

    def _remember(self, observation: Observation) -> None:
        frame = self._measured(observation)
        self._frames.append(frame)
        working = self._working.now(frame.drawn)
        self._edge.update(frame, observation.measures, self._choice.measure, working)
        self._forget(frame.time_s)

    def _measured(self, observation: Observation) -> MeasuredFrame:
        frame = measured_frame(
            observation.measures, self._exercise.camera.view, in_posture=observation.in_posture
        )
        return self._choice.retold([frame], observation.sides)[0]

    def _forget(self, now_s: float) -> None:
        settings = self._settings
        over = self.resting and self._counter.doubtful is None
        kept_s = settings.remembered_rest_s if over else settings.remembered_s
        while now_s - self._frames[0].time_s > kept_s:
            self._frames.pop(0)

    def _learn_baseline(self) -> None:
        if self._bidirectional.leaves_start(self._frames[-1].signal):
            self.baseline.learn(self._frames[:-1], self.sides)

    def _begin_held(self, near: SideChoice) -> None:
        frame = self._frames[-1]
        self._way_out_unseen = self._way_out_unseen and not self.resting
        if self._initial_peak.begins(frame, near):
            self._way_out_unseen = True
            self._hold_since(frame.time_s)
        sides = SideChoice(near.near, self._working.now(frame.drawn))
        since_s = self._initial_hold.update(frame, sides, resting=self.resting)
        if since_s is not None:
            self._hold_since(since_s, sure=self._initial_hold.for_sure)
        rest = self._initial_hold.rested(frame, sides)
        if rest is not None:
            self._counter.begin_held(rest.left_s, frame.signal, frame.signal - rest.level)

    def _hold_since(self, since_s: float, *, sure: bool = False) -> None:
        usual_travel = self._exercise.repetition.usual_travel
        self._choice.begin_held(since_s, self._frames[-1].signal, usual_travel, sure=sure)
        if sure:
            # What they were in before, such as on their hands, belongs to nothing.
            self._frames = [one for one in self._frames if one.time_s >= since_s]

    def _counts(self, under_way: RepetitionCycle) -> bool:
        """Whether a movement that the end of the set cuts off was done as far as it matters."""
        held = self._initial_hold.counts(self._counter.hold_s)
        return self._bidirectional.ends(under_way) or held

    def _judge_repetition(self, cycle: RepetitionCycle) -> Repetition | None:
        finished = self._movements.repetition(cycle, self._followed, resting=self.resting)
        self._frames = [frame for frame in self._frames if frame.time_s >= finished.over_s]
        return finished.repetition

    def _judge_remainder(self, cycle: RepetitionCycle | None) -> None:
        """Judge what was done at last: a hold that was not left, or that nothing was repeated."""
        if cycle is not None:
            self._movements.unfinished(cycle, self._followed)
        elif self._frames and not self._recorder.repetitions:
            self._movements.rest(self._followed)
        self._frames = []

    @property
    def _followed(self) -> Followed:
        return Followed(self._frames, self.sides, self._choice.measure)
