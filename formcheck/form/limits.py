"""A criterion's range for one person: its own numbers, and their start position added."""

from dataclasses import dataclass

from formcheck.exercises.criterion import Condition
from formcheck.form.evidence import Evidence, error_of_change, stand_in
from formcheck.form.vocabulary import unit_of


@dataclass(frozen=True)
class Limits:
    """A criterion's range in the measure's own terms, the person's baseline added.

    low, high: None where open. tolerance: what the error is taken from where nobody knows it.
    resolution: the least difference that is written down, finer than which nothing is known.
    baseline: what was added, 0 where the criterion is not relative. baseline_error: its standard
        error, NaN where nobody knows it, 0 where nothing was added.
    """

    low: float | None
    high: float | None
    tolerance: float
    resolution: float
    baseline: float = 0.0
    baseline_error: float = 0.0

    def evidence(self, value: float, error: float) -> Evidence:
        """How far inside a value is, in standard errors. error: as `error_of` gives it."""
        error = max(stand_in(self.tolerance) if error != error else error, self.resolution)
        above = float("inf") if self.low is None else (value - self.low) / error
        below = float("inf") if self.high is None else (self.high - value) / error
        return Evidence(min(above, below), max(above, below))

    def error_of(self, error: float) -> float:
        """The standard error of a value as it is compared, of which that of the measure is known.

        What the measure and the baseline are off by alike cancels; NaN where nobody knows it.
        """
        if self.baseline_error == 0.0:
            return error
        return error_of_change(error, self.baseline_error)

    def nearest(self, value: float) -> float:
        """The value itself inside the range, else a limit: the one that it is beyond.

        A value that can't be seen is brought to a limit, too.
        """
        if self.low is not None and not value >= self.low:
            return self.low
        return self.high if self.high is not None and not value <= self.high else value

    def is_below(self, value: float) -> bool:
        """Whether a value is under the range."""
        return self.low is not None and value < self.low


def limits(
    condition: Condition, baseline: float, baseline_error: float = float("nan")
) -> Limits | None:
    """A condition's limits for this person; None where it needs a baseline that is not known."""
    low, high = condition.at_least, condition.at_most
    resolution = 10.0 ** -unit_of(condition.measure).decimals
    if condition.relative_to is None:
        return Limits(low, high, condition.tolerance, resolution)
    if baseline != baseline:
        return None
    return Limits(
        None if low is None else low + baseline,
        None if high is None else high + baseline,
        condition.tolerance,
        resolution,
        baseline,
        baseline_error,
    )
