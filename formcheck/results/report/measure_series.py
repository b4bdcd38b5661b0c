"""How the judged measures went over the session: what the report plots."""

from collections import Counter
from collections.abc import Mapping
from math import nan

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.form.vocabulary import SECONDS
from formcheck.results.moment import Moment
from formcheck.results.report.thinned_series import AllowedRange, ThinnedSeries

UNKNOWN: AllowedRange = (None, None)
"""Where what it is held against isn't known yet."""


class MeasureSeries:
    """Keeps the repetition's measure and each criterion's measures, thinned out."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        rule = exercise.repetition
        self._signs = {
            wave.measure: 1.0 if wave.direction == "rises" else -1.0 for wave in (rule, *rule.or_by)
        }
        self._counted = {measure: ThinnedSeries() for measure in self._signs}
        self._counted_on: Counter[str] = Counter()
        self._leading = rule.measure
        self._learnt: dict[tuple[str, str], AllowedRange] = {}
        self._at_fault: set[str] = set()
        self.criteria: Mapping[str, Mapping[str, ThinnedSeries]] = {
            criterion.id: {
                condition.measure: ThinnedSeries()
                for condition in criterion.conditions
                if condition.measure != SECONDS
            }
            for criterion in exercise.criteria
        }
        """By criterion id, and by the measure of each of its conditions."""

    def update(self, moment: Moment) -> None:
        """Take in one frame."""
        state = moment.state
        for measure, series in self._counted.items():
            value = self._signs[measure] * state.counted.outward.get(measure, nan)
            series.update(state.time_s, value, active=state.in_set)
        self._leading = state.counted.measure
        if state.finished is not None:
            self._counted_on[state.finished.counted_on] += 1
            self._at_fault |= set(state.finished.faults)
        sides = SideChoice(state.near_side, state.working_side)
        for criterion, now in zip(self._exercise.criteria, state.criteria, strict=True):
            for condition in criterion.conditions:
                if condition.measure != SECONDS:
                    self._update_condition(condition, now, criterion.id, sides, state)

    @property
    def counted_on(self) -> str:
        """The measure that most repetitions were counted on, as the exercise names it.

        Without any, the one that would have been.
        """
        most = self._counted_on.most_common(1)
        return most[0][0] if most else self._leading

    @property
    def repetition(self) -> ThinnedSeries:
        """How that measure went, in its own unit and direction."""
        return self._counted[self.counted_on]

    def close(self) -> None:
        """Nothing is held open."""

    def _update_condition(
        self,
        condition: Condition,
        now: CriterionState,
        criterion: str,
        sides: SideChoice,
        state: FormState,
    ) -> None:
        name = sides.full_name(condition.measure, state.measures)
        # A state tells of one condition at a time; it may tell how the last repetition ended while
        # this one is right.
        told = name == now.measure
        at_fault = told and now.active and now.verdict is Verdict.FAULT
        self.criteria[criterion][condition.measure].update(
            state.time_s,
            state.measures.get(name, nan),
            active=now.active,
            fault=at_fault and now.beyond(now.value) > 0,
            limits=self._limits(
                condition,
                (now.low, now.high) if told else now.others.get(condition.measure, UNKNOWN),
                criterion,
            ),
        )

    def _limits(
        self, condition: Condition, now: AllowedRange, criterion: str
    ) -> AllowedRange | None:
        """The allowed range; None where it is held against a start that isn't known yet.

        It is known after the first repetition at the latest, and then of that, too.
        """
        if condition.relative_to is None:
            return (condition.at_least, condition.at_most) if now == UNKNOWN else now
        place = criterion, condition.measure
        if place not in self._learnt and now != UNKNOWN:
            self._learnt[place] = now
            self.criteria[criterion][condition.measure].learn_limits(
                now, fault=criterion in self._at_fault
            )
        return self._learnt.get(place)
