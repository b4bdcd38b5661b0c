"""All criteria of an exercise while it happens, as feedback shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.state import CriterionState, Verdict
from formcheck.form.verdicts.baseline import Baseline
from formcheck.form.verdicts.evidence import DEFAULTS as EVIDENCE
from formcheck.form.verdicts.judgement import Judgement
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.form.verdicts.reading import Reading, can_be_read, is_excused, read
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.steady import Lasting


@dataclass(frozen=True)
class LiveCriteriaSettings:
    """When a verdict changes while it is watched."""

    regained_share: float = 0.5
    """Share of the evidence for a fault that must be gone once at fault: no flicker there."""
    cleared_s: float = 0.3
    """A fault is over when the value has been well inside for this long."""
    least_pictures: int = 3
    """In which a fault is seen, one after the other, before it is told. Where few come, the phase
    is known one or two pictures late: of a bird dog that is done well the arm that comes down was
    told as too low at three pictures a second and fewer."""


DEFAULTS = LiveCriteriaSettings()


class LiveVerdict:
    """The debounced verdict of one condition of a criterion, frame by frame."""

    def __init__(self, condition: Condition, settings: LiveCriteriaSettings = DEFAULTS) -> None:
        self._settings = settings
        self.condition = condition
        self._verdict: Lasting[Verdict] = Lasting(Verdict.UNKNOWN)
        self.too_low = False

    def update(self, time_s: float, reading: Reading | None) -> Verdict:
        """Take what a frame in the criterion's phase says; None where it can't be seen."""
        now = self._now(reading)
        if now is Verdict.FAULT:
            lasting_s, pictures = self.condition.lasting_s, self._settings.least_pictures
            return self._verdict.update(time_s, now, lasting_s, pictures)
        at_once = self._verdict.value is Verdict.UNKNOWN and now is Verdict.GOOD
        return self._verdict.update(time_s, now, 0.0 if at_once else self._settings.cleared_s)

    def pass_over(self) -> None:
        """Take a frame of another phase: what began to last in this one is over."""
        self._verdict.drop()

    def settle(self, verdict: Verdict, too_low: bool | None) -> None:
        """Take over the verdict of a finished repetition."""
        self._verdict = Lasting(verdict)
        if too_low is not None:
            self.too_low = too_low

    @property
    def verdict(self) -> Verdict:
        """The verdict as it stands."""
        return self._verdict.value

    def _now(self, reading: Reading | None) -> Verdict:
        if reading is None:
            return Verdict.UNKNOWN
        now = reading.evidence.verdict()
        if self.condition.judge == "reached" and now is not Verdict.GOOD:
            # Not there yet is no fault while there is still time; the repetition's end decides.
            return self._verdict.value
        regained = -self._settings.regained_share * EVIDENCE.fault_beyond
        if self._verdict.value is Verdict.FAULT and reading.inside < regained:
            return Verdict.FAULT
        if now is Verdict.FAULT:
            self.too_low = reading.too_low
        return now


class LiveCriteria:
    """The live verdicts of one exercise's criteria; state over time."""

    def __init__(self, exercise: Exercise, settings: LiveCriteriaSettings = DEFAULTS) -> None:
        self._exercise = exercise
        self._live = {
            criterion.id: [LiveVerdict(condition, settings) for condition in criterion.conditions]
            for criterion in exercise.criteria
        }

    def update(
        self, frame: MeasuredFrame, phase: str, sides: SideChoice, baseline: Baseline
    ) -> None:
        """Judge the criteria of the phase that is on."""
        for criterion in self._exercise.criteria:
            for live in self._live[criterion.id]:
                condition = live.condition
                if not _active(criterion, condition, phase):
                    live.pass_over()
                    continue
                bounds = baseline.limits(condition)
                reading = None
                views = self._exercise.views_of(condition)
                if bounds is not None and can_be_read(condition, frame, sides, views):
                    reading = read(condition, frame, sides, bounds)
                live.update(frame.time_s, reading)

    def settle(self, judgements: Mapping[str, Judgement]) -> None:
        """What is shown until a criterion is next judged is how the repetition ended."""
        for criterion in self._exercise.criteria:
            judgement = judgements[criterion.id]
            for live in self._live[criterion.id]:
                if judgement.condition is None or judgement.condition is live.condition:
                    live.settle(judgement.verdict, judgement.too_low)
                elif judgement.verdict is Verdict.FAULT:
                    live.settle(Verdict.UNKNOWN, None)

    def states(
        self,
        measures: Mapping[str, float],
        phase: str | None,
        sides: SideChoice,
        baseline: Baseline,
    ) -> tuple[CriterionState, ...]:
        """Every criterion as it stands. phase: None while the set has not begun."""
        return tuple(
            self._state(criterion, measures, phase, sides, baseline)
            for criterion in self._exercise.criteria
        )

    def _state(
        self,
        criterion: Criterion,
        measures: Mapping[str, float],
        phase: str | None,
        sides: SideChoice,
        baseline: Baseline,
    ) -> CriterionState:
        live = self._telling(criterion, measures, sides)
        condition = live.condition
        bounds = baseline.limits(condition)
        name = sides.full_name(condition.measure, measures)
        at_fault = live.verdict is Verdict.FAULT
        excused = is_excused(condition, measures, sides)
        return CriterionState(
            id=criterion.id,
            title=criterion.title,
            active=phase is not None and _active(criterion, condition, phase),
            verdict=live.verdict,
            measure=name,
            value=float("nan") if excused else measures.get(name, float("nan")),
            low=bounds.low if bounds else None,
            high=bounds.high if bounds else None,
            unit=unit_of(condition.measure).name,
            cue=condition.cue_for(too_low=live.too_low) if at_fault else "",
            others={
                one.measure: (known.low, known.high)
                for one in criterion.conditions
                if one is not condition and (known := baseline.limits(one)) is not None
            },
        )

    def _telling(
        self, criterion: Criterion, measures: Mapping[str, float], sides: SideChoice
    ) -> LiveVerdict:
        """The condition to show: one at fault, else one that is needed and unseen, else its own.

        One that asks for nothing now is shown only where there is no other.
        """
        every = self._live[criterion.id]
        if len(every) == 1:
            return every[0]
        asking = [one for one in every if not is_excused(one.condition, measures, sides)]
        lives = asking or every
        unseen = [
            live
            for live in lives
            if live.verdict is Verdict.UNKNOWN and not live.condition.may_be_unseen
        ]
        faults = [live for live in lives if live.verdict is Verdict.FAULT]
        return (faults or unseen or lives)[0]


def _active(criterion: Criterion, condition: Condition, phase: str) -> bool:
    return condition.measure != SECONDS and criterion.phase_of(condition) in ("all", phase)
