"""A criterion's range for one person: its own numbers, and their start position added."""

from dataclasses import dataclass

from formcheck.exercises.criterion import Condition


@dataclass(frozen=True)
class Limits:
    """A criterion's range in the measure's own terms, the person's baseline added.

    low, high: None where open. tolerance: how far beyond is still let pass.
    baseline: what was added, 0 where the criterion is not relative.
    """

    low: float | None
    high: float | None
    tolerance: float
    baseline: float = 0.0

    def beyond(self, value: float, tolerance: float) -> float:
        """How far a value lies outside, negative below and positive above; 0 inside."""
        if self.low is not None and value < self.low - tolerance:
            return value - self.low
        if self.high is not None and value > self.high + tolerance:
            return value - self.high
        return 0.0

    def nearest(self, value: float) -> float:
        """The value itself inside the range, else the limit that it is beyond."""
        if self.low is not None and value < self.low:
            return self.low
        return self.high if self.high is not None and value > self.high else value

    def room(self, value: float) -> float:
        """Distance to the nearer limit; negative outside."""
        above = float("inf") if self.low is None else value - self.low
        below = float("inf") if self.high is None else self.high - value
        return min(above, below)


def limits(condition: Condition, baseline: float) -> Limits | None:
    """A condition's limits for this person; None where it needs a baseline that is not known."""
    offset = 0.0
    if condition.relative_to is not None:
        if baseline != baseline:
            return None
        offset = baseline
    low, high = condition.at_least, condition.at_most
    return Limits(
        None if low is None else low + offset,
        None if high is None else high + offset,
        condition.tolerance,
        offset,
    )
