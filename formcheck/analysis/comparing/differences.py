"""Amounts with their errors, and whether two of them differ by more than these."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, isfinite, nan, sqrt
from typing import Literal

import numpy as np

Weight = Literal["more", "within", "unknown"]


@dataclass(frozen=True)
class DifferenceSettings:
    """When a difference is one.

    standard_errors: of a difference, from which it is more than the errors: 1.96 leaves out 19 of
        20 that are none. With a measure's own error this is what the field calls the minimal
        detectable change, MDC95 (Weir 2005, doi:10.1519/15184.1).
    own_share: of a measure's error, what another recording of the same person from the same place
        doesn't share: what the body's build and the camera's place do to a measure they do to both,
        and it goes out of a difference. In random films of one movement by two cameras within 8
        degrees and 0.3 m of height (755 pairs, 59 people) 0.64 in the middle of all measures, at
        most 0.83 in 9 of 10; of other people's it is 1.
    time_error_s: standard error of how long a repetition or a hold took: holds are off by 0.13 s on
        average on the sample clips (samples/ACCURACY-CLIPS.md), and so by about 0.17 s.
    """

    standard_errors: float = 1.96
    own_share: float = 0.83
    time_error_s: float = 0.17


DEFAULTS = DifferenceSettings()


@dataclass(frozen=True)
class Amount:
    """Something that was found in each of several repetitions.

    mean, spread: over them, the spread as standard deviation; NaN without, or of a single one.
    repetitions: how many have it. error: standard error of a single value as the measure has it,
    which more repetitions don't make smaller, as the camera sees all from one place; NaN where
    nobody knows it.
    """

    mean: float
    spread: float
    repetitions: int
    error: float

    def standard_error(self, share: float = 1.0) -> float:
        """Of the mean: so much of the measure's own, and that of so many repetitions."""
        drawn = self.spread / sqrt(self.repetitions) if isfinite(self.spread) else 0.0
        return hypot(share * self.error, drawn) if isfinite(self.error) else nan


@dataclass(frozen=True)
class Difference:
    """What one amount has more than another.

    least: what is more than the errors; NaN where these aren't known. weight: whether it is.
    """

    value: float
    least: float
    weight: Weight


def amount_of(values: Sequence[float], error: float) -> Amount:
    """The mean of what was found in repetitions; NaN are left out."""
    seen = np.array([value for value in values if isfinite(value)])
    if not len(seen):
        return Amount(nan, nan, 0, error)
    spread = float(seen.std(ddof=1)) if len(seen) > 1 else nan
    return Amount(float(seen.mean()), spread, len(seen), error)


def difference(
    amount: Amount,
    than: Amount,
    *,
    alike: bool = False,
    settings: DifferenceSettings = DEFAULTS,
) -> Difference:
    """What an amount has more than another, and whether that is more than their errors.

    alike: whether it is the same measure of the same person, seen from the same place.
    """
    value = amount.mean - than.mean
    share = settings.own_share if alike else 1.0
    errors = hypot(amount.standard_error(share), than.standard_error(share))
    least = settings.standard_errors * errors
    if not (isfinite(value) and isfinite(least)):
        return Difference(value, least, "unknown")
    return Difference(value, least, "more" if abs(value) > least else "within")
