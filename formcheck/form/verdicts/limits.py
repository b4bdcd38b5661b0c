"""A criterion's range for one person: its own numbers, and their start position added."""

from dataclasses import dataclass
from math import hypot

from formcheck.exercises.criterion import Condition
from formcheck.form.verdicts.evidence import Evidence, error_of
from formcheck.form.vocabulary import unit_of


@dataclass(frozen=True)
class Limits:
    """A criterion's range in the measure's own terms, the person's baseline added.

    low, high: None where open. tolerance: what the error in the exercise's own view is taken from;
        of a relative criterion, that of the difference.
    resolution: the least difference that is written down, finer than which nothing is known.
    baseline: what was added, 0 where the criterion is not relative.
    """

    low: float | None
    high: float | None
    tolerance: float
    resolution: float
    baseline: float = 0.0

    def evidence(self, value: float, error: float, excess: float = 0.0) -> Evidence:
        """How far inside a value is, in standard errors.

        error: as `error` answers it. excess: what of it doesn't belong to the exercise's own view.
        """
        above = float("inf") if self.low is None else (value - self.low) / error
        below = float("inf") if self.high is None else (self.high - value) / error
        return Evidence(min(above, below), max(above, below), min(excess / error, 1.0))

    def error(self, excess: float = 0.0, own: float = 0.0) -> float:
        """The standard error of a value.

        excess: what comes on top of the exercise's own view. own: what the measure itself says of
        the rest; it holds where the file has no tolerance, which is measured in the exercise.
        """
        return max(hypot(error_of(self.tolerance) or own, excess), self.resolution)

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


def limits(condition: Condition, baseline: float) -> Limits | None:
    """A condition's limits for this person; None where it needs a baseline that is not known."""
    low, high = condition.at_least, condition.at_most
    resolution = unit_of(condition.measure).resolution
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
    )
