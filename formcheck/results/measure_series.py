"""How the judged measures went over the session: what the report plots."""

from collections.abc import Mapping
from math import nan

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.signal import RepetitionSignal
from formcheck.form.state import CriterionState, FormState, Verdict
from formcheck.form.vocabulary import SECONDS
from formcheck.results.moment import Moment
from formcheck.results.thinned_series import ThinnedSeries


class MeasureSeries:
    """Keeps the repetition's measure and each criterion's measures, thinned out."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._signal = RepetitionSignal(exercise.repetition)
        self._sign = 1.0 if exercise.repetition.direction == "rises" else -1.0
        self.repetition = ThinnedSeries()
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
        value = self._sign * self.signal(state)
        self.repetition.update(state.time_s, value, active=state.in_set)
        sides = SideChoice(state.near_side, state.working_side)
        for criterion, now in zip(self._exercise.criteria, state.criteria, strict=True):
            for condition in criterion.conditions:
                if condition.measure != SECONDS:
                    self._update_condition(condition, now, criterion.id, sides, state)

    def signal(self, state: FormState) -> float:
        """What repetitions are counted on; rises on the way out."""
        return self._signal.value(state.measures, SideChoice(near=state.near_side))

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
        # A state tells of one condition at a time; another one's baseline is not known.
        told = name == now.measure
        known = told or condition.relative_to is None
        limits = (now.low, now.high) if told else (condition.at_least, condition.at_most)
        self.criteria[criterion][condition.measure].update(
            state.time_s,
            state.measures.get(name, nan),
            active=now.active and known,
            fault=told and now.active and now.verdict is Verdict.FAULT,
            limits=limits,
        )
