"""The person's own start position, which some criteria compare with."""

from collections.abc import Iterable, Mapping
from statistics import median

from formcheck.exercises.exercise import Condition, Criterion
from formcheck.form.sample import Sample
from formcheck.form.sides import SideChoice

LEAST_S = 0.4
"""Time at rest from which a baseline can be taken."""


class Baseline:
    """Measures at rest before the first repetition; kept for the set once known."""

    def __init__(self, criteria: Iterable[Criterion]) -> None:
        self._conditions = [
            condition
            for criterion in criteria
            for condition in criterion.conditions
            if condition.relative_to == "start"
        ]
        self._values: Mapping[str, float] = {}

    @property
    def known(self) -> bool:
        """Whether there is a baseline, or none is needed."""
        return bool(self._values) or not self._conditions

    def of(self, condition: Condition) -> float:
        """The condition's measure at rest, NaN before it is known."""
        return self._values.get(condition.measure, float("nan"))

    def learn(self, rest: Iterable[Sample], sides: SideChoice) -> None:
        """Take the median over the samples at rest, if they last long enough."""
        samples = [sample for sample in rest if sample.view]
        if self.known or not samples or samples[-1].time_s - samples[0].time_s < LEAST_S:
            return
        self._values = {
            condition.measure: _median(
                sides.value(condition.measure, sample.measures) for sample in samples
            )
            for condition in self._conditions
        }


def _median(values: Iterable[float]) -> float:
    known = [value for value in values if value == value]
    return median(known) if known else float("nan")
