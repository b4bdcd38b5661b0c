"""From poses to verdicts: the same object for a live session and a recorded video."""

from collections.abc import Sequence
from dataclasses import replace

from formcheck.exercises.exercise import Condition, Exercise
from formcheck.form.avoid import AvoidWatch
from formcheck.form.baseline import Baseline
from formcheck.form.judgement import NOTHING, Judgement, combine, judge, limits
from formcheck.form.live_criteria import LiveCriteria
from formcheck.form.observer import Observation, Observer
from formcheck.form.phases import PhaseCut, cut
from formcheck.form.record import SetRecord
from formcheck.form.repetitions import Excursion, Part, RepetitionCounter
from formcheck.form.sample import Sample, Stretch
from formcheck.form.set_up import during_the_set
from formcheck.form.sides import SideChoice
from formcheck.form.signal import RepetitionSignal
from formcheck.form.state import FormState, Repetition, Verdict
from formcheck.form.steady import Lasting
from formcheck.form.tally import SetSummary
from formcheck.form.vocabulary import HIPS_ACROSS, check_vocabulary
from formcheck.pose.pose import Pose

INTO_POSITION_S = 0.3
OUT_OF_POSITION_S = 1.5
"""A set goes on over a bad second; it is over when the posture is lost for longer."""

MOST_MOVED = 0.7
"""Trunk lengths, a third of a metre: half a step. Every exercise here ends where it began."""

POSTURE_S = 2.0
"""A posture is compared with how the person sat or stood in the first seconds."""

REMEMBERED_REST_S = 10.0
REMEMBERED_S = 300.0
"""Frames are forgotten after this, so that memory doesn't grow with the video."""


class FormChecker:
    """Follows one person through one exercise.

    Feed it every pose in rising time with `update`; it answers with the state of the set. Call
    `finish` at the end, which judges what is still under way and sums up.

    Raises VocabularyError where the exercise names measures that don't exist.
    """

    def __init__(self, exercise: Exercise) -> None:
        check_vocabulary(exercise)
        self.exercise = exercise
        self._watch = AvoidWatch(exercise)
        self._observer = Observer(exercise, self._watch.measures)
        self._signal = RepetitionSignal(exercise.repetition)
        self._record = SetRecord(exercise)
        self._live = LiveCriteria(exercise)
        self._in_set: Lasting[bool] = Lasting(False)
        self._begin_set()

    def update(self, pose: Pose) -> FormState:
        """Take the next pose and say how the set stands."""
        seen = self._observer.observe(pose, settled=self._in_set.value)
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
        self._counter = RepetitionCounter(self.exercise.repetition.least_travel)
        self._baseline = Baseline(self.exercise.criteria)
        self._rest_judgements: dict[str, Judgement] = {}
        self._samples: list[Sample] = []
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
        signal = self._signal.value(seen.measures, near) if seen.in_posture else float("nan")
        view = str(seen.view) if seen.in_posture else ""
        self._samples.append(Sample(time_s, signal, seen.measures, view))
        self._forget(time_s)
        if self.exercise.kind == "posture" and time_s - self._samples[0].time_s >= POSTURE_S:
            self._baseline.learn(self._samples, self._sides)
        excursion = self._counter.update(time_s, signal)
        working = None if self._resting else self._signal.leading_side(seen.measures)
        self._sides = SideChoice(seen.near_side, working)
        if excursion is not None:
            return self._judge_repetition(excursion)
        self._live.follow(self._samples[-1], self._phase(), self._sides, self._baseline)
        return None

    @property
    def _resting(self) -> bool:
        return self._counter.part is Part.REST

    def _forget(self, now_s: float) -> None:
        """Drop the oldest samples; a posture, which has no repetitions, is judged on them first."""
        kept_s = REMEMBERED_REST_S if self._resting else REMEMBERED_S
        if now_s - self._samples[0].time_s <= kept_s:
            return
        half_s = now_s - kept_s / 2
        if self._resting and self.exercise.kind == "posture":
            self._judge_rest([s for s in self._samples if s.time_s <= half_s])
            self._samples = [s for s in self._samples if s.time_s > half_s]
            return
        while now_s - self._samples[0].time_s > kept_s:
            self._samples.pop(0)

    def _close(self) -> Repetition | None:
        """End the set: count a repetition that was clearly on its way back, judge the rest."""
        if not self._samples:
            return None
        now_s = self._samples[-1].time_s
        excursion = self._counter.finish(now_s)
        finished = self._judge_repetition(excursion) if excursion else None
        self._judge_remainder(self._counter.under_way(now_s))
        self._samples = []
        return finished

    def _judge_repetition(self, excursion: Excursion) -> Repetition | None:
        phases = cut(self._samples, excursion)
        if _moved_away(phases):
            self._samples = []
            return None
        sides = SideChoice(self._sides.near, self._signal.working_side(phases.peak.samples))
        self._baseline.learn(phases.rest.samples, sides)
        # A recording that ends on the way back doesn't show how far it would have gone.
        landing = phases.landing if excursion.complete else None
        stretches = self._stretches(phases)
        if not excursion.complete:
            del stretches[self.exercise.phases.back]
        judgements = self._judge(stretches, landing, sides)
        self._remember_rest(judgements)
        self._live.settle(judgements)
        # The end of this repetition is the rest before the next one.
        self._samples = [s for s in self._samples if s.time_s >= phases.end_s]
        return self._record.add_repetition(phases, sides, judgements)

    def _judge_remainder(self, excursion: Excursion | None) -> None:
        """Judge what was done since the last repetition: a hold that was not left, a long rest."""
        if not self._samples:
            return
        if excursion is None:
            self._judge_rest(self._samples)
            return
        phases = cut(self._samples, excursion)
        sides = SideChoice(self._sides.near, self._signal.working_side(phases.peak.samples))
        self._baseline.learn(phases.rest.samples, sides)
        stretches = self._stretches(phases)
        # The way back has not happened, or not to its end.
        del stretches[self.exercise.phases.back]
        judgements = self._judge(stretches, None, sides)
        self._record.add_remainder(
            {key: _as_far_as_it_went(judgement) for key, judgement in judgements.items()},
            phases.hold_s,
        )

    def _judge_rest(self, samples: Sequence[Sample]) -> None:
        rest = Stretch(samples, samples[0].time_s, samples[-1].time_s)
        self._baseline.learn(samples, self._sides)
        stretches = {"all": rest, self.exercise.phases.rest: rest}
        self._record.add_remainder(self._judge(stretches, None, self._sides), 0.0)

    def _judge(
        self, stretches: dict[str, Stretch], landing: Stretch | None, sides: SideChoice
    ) -> dict[str, Judgement]:
        """Every criterion over its phase. landing: where reaching rest is judged."""
        judgements = {}
        for criterion in self.exercise.criteria:
            parts = []
            for condition in criterion.conditions:
                stretch = stretches.get(criterion.during)
                if condition.judge == "reached" and criterion.during == self.exercise.phases.rest:
                    stretch = landing
                parts.append(self._judge_condition(condition, stretch, sides))
            judgements[criterion.id] = combine(parts)
        return judgements

    def _judge_condition(
        self, condition: Condition, stretch: Stretch | None, sides: SideChoice
    ) -> Judgement:
        bounds = limits(condition, self._baseline.of(condition))
        if bounds is None or stretch is None:
            return replace(NOTHING, condition=condition)
        return judge(condition, stretch, sides, bounds, self.exercise.views_of(condition))

    def _remember_rest(self, judgements: dict[str, Judgement]) -> None:
        """Without a rest between two repetitions, the last one that was seen still holds."""
        for criterion in self.exercise.criteria:
            if criterion.during != self.exercise.phases.rest:
                continue
            if judgements[criterion.id].verdict is Verdict.UNKNOWN:
                judgements[criterion.id] = self._rest_judgements.get(criterion.id, NOTHING)
            self._rest_judgements[criterion.id] = judgements[criterion.id]

    def _stretches(self, phases: PhaseCut) -> dict[str, Stretch]:
        names = self.exercise.phases
        return {
            "all": phases.whole,
            names.rest: phases.rest,
            names.out: phases.out,
            names.peak: phases.peak,
            names.back: phases.back,
        }

    def _phase(self) -> str:
        names = self.exercise.phases
        return {
            Part.REST: names.rest,
            Part.OUT: names.out,
            Part.PEAK: names.peak,
            Part.BACK: names.back,
        }[self._counter.part]

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
            hold_s=self._counter.hold_s,
            measures=seen.measures,
            criteria=self._live.states(seen.measures, phase, self._sides, self._baseline),
            set_up=seen.set_up,
            finished=finished,
            advice=self._watch.advice,
        )


def _as_far_as_it_went(judgement: Judgement) -> Judgement:
    """What a movement that was not finished has not reached yet is no fault."""
    condition = judgement.condition
    early = condition is not None and condition.judge == "reached"
    return NOTHING if early and judgement.verdict is Verdict.FAULT else judgement


def _moved_away(phases: PhaseCut) -> bool:
    """Whether the person is somewhere else at the end: they walked, or shifted along the floor."""
    before = phases.out.samples[0].measures[HIPS_ACROSS]
    after = phases.landing.samples[-1].measures[HIPS_ACROSS]
    return abs(after - before) > MOST_MOVED
