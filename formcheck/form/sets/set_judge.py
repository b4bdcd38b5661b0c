"""Judging a set's repetitions, phase by phase, against the person's own start position."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.side_doubt import agreed
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.baseline import Baseline
from formcheck.form.verdicts.condition_judge import judge
from formcheck.form.verdicts.judgement import NOTHING, Judgement, combine
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.form.verdicts.need import needed
from formcheck.form.vocabulary import SECONDS

Judgements = dict[str, Judgement]
"""By criterion id."""


@dataclass(frozen=True)
class HeldSettings:
    """When a hold is one."""

    least_s: float = 0.5
    """Who is at the furthest point for less when the set ends shows nothing of how it is held
    (engineering: as long as settling into it takes)."""


DEFAULTS = HeldSettings()


class SetJudge:
    """Judges what was done in one set; keeps the person's start position and their last rest.

    clock: by which the set is followed.
    """

    def __init__(
        self,
        exercise: Exercise,
        bidirectional: BidirectionalMovement,
        clock: SeenClock,
        settings: HeldSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self.baseline = Baseline(exercise.criteria)
        self._exercise = exercise
        self._bidirectional = bidirectional
        self._last_rest: Judgements = {}

    def repetition(
        self, phases: PhaseCut, sides: SideChoice, *, complete: bool, settled: bool = True
    ) -> Judgements:
        """Judge a repetition.

        complete: False where its way back was not seen to the end. settled: False where it wasn't
        seen whether they went on when they were nearly at rest.
        """
        self._learn_start(phases, sides, complete=complete)
        self._doubt_level(phases)
        segments = self._segments(phases)
        if not complete:
            del segments[self._exercise.phases.back]
        # What ends on the way back doesn't show how far it would have gone.
        landing = phases.landing if complete else None
        judgements = self._judge(segments, landing, sides, timed=phases.timed)
        if not settled:
            judgements = {key: self._if_it_ended(key, one) for key, one in judgements.items()}
        self._count_rest_before(phases, segments, sides, judgements)
        self._remember_rest(judgements)
        return judgements

    def unfinished(self, phases: PhaseCut, sides: SideChoice) -> Judgements:
        """Judge a movement that was not finished: what it has not reached yet is no fault."""
        self._learn_start(phases, sides, complete=False)
        self._doubt_level(phases)
        segments = self._segments(phases)
        del segments[self._exercise.phases.back]
        if self._only_passes(phases):
            del segments[self._exercise.phases.peak]
        judgements = self._judge(segments, None, sides, timed=phases.timed)
        return {key: _as_far_as_it_went(one) for key, one in judgements.items()}

    def _learn_start(self, phases: PhaseCut, sides: SideChoice, *, complete: bool) -> None:
        if self._bidirectional.has_left_start:
            return
        self.baseline.learn(phases.rest.frames, sides)
        if complete and not self.baseline.known:
            # It begins at the furthest point, or soon before it is left: the rest after it tells.
            self.baseline.learn_after(phases.rest_after, sides)

    def _doubt_level(self, phases: PhaseCut) -> None:
        self._bidirectional.see(phases)
        if self._bidirectional.began_at_an_end:
            self.baseline.withhold()

    def rest(
        self,
        frames: Sequence[MeasuredFrame],
        resting: Sequence[MeasuredFrame],
        sides: SideChoice,
    ) -> Judgements:
        """Judge frames without a repetition. resting: those of them that are at rest, if any.

        What the start position is learnt from isn't compared with itself.
        """
        known = self.baseline.known
        self.baseline.learn(resting, sides)
        segments = {"all": _segment(frames)}
        if resting:
            segments[self._exercise.phases.rest] = _segment(resting)
        judgements = self._judge(segments, None, sides)
        if known:
            return judgements
        return {key: _not_by_itself(one) for key, one in judgements.items()}

    def _judge(
        self,
        segments: dict[str, PhaseSegment],
        landing: PhaseSegment | None,
        sides: SideChoice,
        *,
        timed: bool = True,
    ) -> Judgements:
        """Every criterion over its phase.

        landing: where reaching rest is judged. timed: whether it was seen how long they lasted.
        """
        judgements = self._judge_with(segments, landing, sides, timed=timed)
        if sides.sure:
            return judgements
        otherwise = self._judge_with(segments, landing, sides.swapped, timed=timed)
        frames = [frame for segment in segments.values() for frame in segment.frames]
        need = needed(frames, (self._exercise.camera.view,), seen=True)
        return {key: agreed(one, otherwise[key], need) for key, one in judgements.items()}

    def _judge_with(
        self,
        segments: dict[str, PhaseSegment],
        landing: PhaseSegment | None,
        sides: SideChoice,
        *,
        timed: bool,
    ) -> Judgements:
        judgements = {}
        for criterion in self._exercise.criteria:
            parts = []
            for condition in criterion.conditions:
                phase = criterion.phase_of(condition)
                segment = segments.get(phase)
                if condition.judge == "reached" and phase == self._exercise.phases.rest:
                    segment = landing
                untimed = condition.measure == SECONDS and not timed
                if untimed:
                    of_back = segment if phase == self._exercise.phases.back else None
                    parts.append(self._judge_seen_end(condition, of_back, sides))
                else:
                    parts.append(self._judge_condition(condition, segment, sides))
            judgements[criterion.id] = combine(parts)
        return judgements

    def _judge_seen_end(
        self, condition: Condition, segment: PhaseSegment | None, sides: SideChoice
    ) -> Judgement:
        """What was seen of a phase is the least that it lasted: enough for good, or for nothing."""
        seen = None if segment is None else segment.seen_end
        judged = self._judge_condition(condition, seen, sides)
        enough = judged.verdict is Verdict.GOOD and condition.at_most is None
        return judged if enough else replace(NOTHING, condition=condition)

    def _judge_condition(
        self, condition: Condition, segment: PhaseSegment | None, sides: SideChoice
    ) -> Judgement:
        bounds = self.baseline.limits(condition)
        if bounds is None or segment is None or self._lasted_unseen(condition, segment):
            return replace(NOTHING, condition=condition)
        judged = judge(condition, segment, sides, bounds, self._exercise.views_of(condition))
        # What wasn't reached in what was seen of it may have been reached meanwhile.
        missed = condition.judge == "reached" and judged.verdict is not Verdict.GOOD
        unseen = missed and self._clock.has_gap(segment.start_s, segment.end_s)
        return replace(NOTHING, condition=condition) if unseen else judged

    def _lasted_unseen(self, condition: Condition, segment: PhaseSegment) -> bool:
        """Whether it is asked how long a phase lasted in which no pictures came for a while."""
        asked = condition.measure == SECONDS
        return asked and self._clock.has_gap(segment.start_s, segment.end_s)

    def _count_rest_before(
        self,
        phases: PhaseCut,
        segments: dict[str, PhaseSegment],
        sides: SideChoice,
        judgements: Judgements,
    ) -> None:
        """Of a movement both ways, the way beyond may come first: then the rest before counts."""
        if not self._bidirectional.beyond_before_is_free:
            self._bidirectional.used(after=True)
            return
        before = self._judge(segments, phases.rest, sides)
        good = [
            criterion.id
            for criterion in self._exercise.criteria
            if criterion.judge == "reached" and criterion.during == self._exercise.phases.rest
            if before[criterion.id].verdict is Verdict.GOOD
        ]
        judgements.update({key: before[key] for key in good})
        self._bidirectional.used(after=not good)

    def _if_it_ended(self, key: str, judgement: Judgement) -> Judgement:
        """What is said of reaching rest by somebody who may have gone on."""
        criterion = next(one for one in self._exercise.criteria if one.id == key)
        at_rest = criterion.during == self._exercise.phases.rest
        return _as_far_as_it_went(judgement) if at_rest else judgement

    def _remember_rest(self, judgements: Judgements) -> None:
        """Without a rest between two repetitions, the last one that was seen still holds."""
        for criterion in self._exercise.criteria:
            if criterion.during != self._exercise.phases.rest:
                continue
            if not judgements[criterion.id].seen:
                judgements[criterion.id] = self._last_rest.get(criterion.id, NOTHING)
            self._last_rest[criterion.id] = judgements[criterion.id]

    def _segments(self, phases: PhaseCut) -> dict[str, PhaseSegment]:
        names = self._exercise.phases
        segments = {
            "all": phases.whole,
            names.out: phases.out,
            names.peak: phases.peak,
            names.back: phases.back,
        }
        if phases.rest.seconds:
            # A single frame is where it was left, or where a recording begins far out.
            segments[names.rest] = phases.rest
        return segments

    def _only_passes(self, phases: PhaseCut) -> bool:
        """Whether the set ended before what is to be held was held at all."""
        held_s = phases.hold_s if isfinite(phases.hold_s) else phases.peak.seconds
        return self._exercise.asks_to_hold and held_s < self._settings.least_s


def _segment(frames: Sequence[MeasuredFrame]) -> PhaseSegment:
    return PhaseSegment(frames, frames[0].time_s, frames[-1].time_s)


def _not_by_itself(judgement: Judgement) -> Judgement:
    condition = judgement.condition
    relative = condition is not None and condition.relative_to is not None
    return replace(NOTHING, condition=condition) if relative else judgement


def _as_far_as_it_went(judgement: Judgement) -> Judgement:
    condition = judgement.condition
    early = condition is not None and condition.judge == "reached"
    return NOTHING if early and judgement.verdict is not Verdict.GOOD else judgement
