"""The person's own start position, which some criteria compare with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.known_median import known_median
from formcheck.form.verdicts.limits import Limits, limits
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class BaselineSettings:
    """When a baseline can be taken."""

    least_rest_s: float = 0.4
    """Time at rest from which a baseline can be taken."""

    least_rest_after_s: float = 0.3
    """The same after a repetition: as long as a fault must last. Nobody is still settling there, as
    before the first one, where 0.3 s moved the necks of two people by 8 degrees."""


DEFAULTS = BaselineSettings()


class Baseline:
    """Measures at rest before the first repetition; kept for the set once known."""

    def __init__(
        self, criteria: Iterable[Criterion], settings: BaselineSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._conditions = [
            condition
            for criterion in criteria
            for condition in criterion.conditions
            if condition.relative_to == "start"
        ]
        self._values: Mapping[str, float] = {}
        self._rested: list[MeasuredFrame] = []
        self._rested_s = 0.0

    @property
    def known(self) -> bool:
        """Whether there is a baseline, or none is needed."""
        return bool(self._values) or not self._conditions

    def of(self, condition: Condition) -> float:
        """The condition's measure at rest, NaN before it is known."""
        return self._values.get(condition.measure, float("nan"))

    def limits(self, condition: Condition) -> Limits | None:
        """The condition's limits for this person; None before the baseline that they need."""
        return limits(condition, self.of(condition))

    def withhold(self) -> None:
        """Take what was learnt for no start position: what is compared with it can't be told."""
        self._values = {condition.measure: float("nan") for condition in self._conditions}

    def learn(self, rest: Iterable[MeasuredFrame], sides: SideChoice) -> None:
        """Take in a segment of rest; short ones add up until the median over them can be taken."""
        self._learn(rest, sides, self._settings.least_rest_s)

    def learn_after(self, rest: Iterable[MeasuredFrame], sides: SideChoice) -> None:
        """Take in the rest after a repetition before which none was seen."""
        self._learn(rest, sides, self._settings.least_rest_after_s)

    def _learn(self, rest: Iterable[MeasuredFrame], sides: SideChoice, least_s: float) -> None:
        frames = [frame for frame in rest if frame.in_posture]
        if self.known or not frames:
            return
        self._rested += frames
        self._rested_s += frames[-1].time_s - frames[0].time_s
        if self._rested_s < least_s:
            return
        self._values = {
            condition.measure: known_median(
                sides.value(condition.measure, frame.measures) for frame in self._rested
            )
            for condition in self._conditions
        }
        self._rested.clear()
