"""Repetitions over one another: each from 0 to 100 % of its time, their mean and spread."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PERCENT: Array = np.arange(101.0)
"""The places of a repetition that curves are told at."""


@dataclass(frozen=True)
class CurveSettings:
    """What is enough of a repetition, and of repetitions.

    longest_gap: percent of a repetition over which a straight line stands for what was not seen.
        Engineering value: a tenth hides no movement of a joint.
    least_share: of the repetitions, that must be seen at a place for their mean to be told there.
    """

    longest_gap: float = 10.0
    least_share: float = 0.5


DEFAULTS = CurveSettings()


@dataclass(frozen=True, eq=False)
class Curve:
    """A measure over the repetitions of one recording.

    mean, spread: (101,) at each percent, the spread as standard deviation; NaN where too little
    was seen, and the spread of a single repetition. repetitions: how many have any of it.
    """

    mean: Array
    spread: Array
    repetitions: int


def normalised(times_s: Array, values: Array, settings: CurveSettings = DEFAULTS) -> Array:
    """(101,): one repetition's values at each percent of its time, which its frames span.

    times_s: rising. values: NaN where not seen.
    """
    seen = np.isfinite(values)
    if len(times_s) < 2 or not seen.any():
        return np.full(len(PERCENT), np.nan)
    places = 100 * (times_s - times_s[0]) / (times_s[-1] - times_s[0])
    known = places[seen]
    filled = np.interp(PERCENT, known, values[seen])
    after = np.searchsorted(known, PERCENT)
    before = known[np.clip(after - 1, 0, len(known) - 1)]
    behind = known[np.clip(after, 0, len(known) - 1)]
    # Beyond the first and the last value seen, the nearest one stands for little.
    outside = (known[0] - settings.longest_gap / 2 > PERCENT) | (
        known[-1] + settings.longest_gap / 2 < PERCENT
    )
    filled[(behind - before > settings.longest_gap) | outside] = np.nan
    return filled


def curve_of(rows: Sequence[Array], settings: CurveSettings = DEFAULTS) -> Curve:
    """The mean of repetitions that `normalised` has laid over one another."""
    if not rows:
        nothing = np.full(len(PERCENT), np.nan)
        return Curve(nothing, nothing, 0)
    table = np.array(rows)
    seen = np.isfinite(table)
    count = seen.sum(axis=0)
    enough = (count >= max(1, settings.least_share * len(table))) & (count > 0)
    total = np.where(seen, table, 0.0).sum(axis=0)
    mean = np.where(enough, total / np.maximum(count, 1), np.nan)
    squares = np.where(seen, (table - mean) ** 2, 0.0).sum(axis=0)
    several = enough & (count > 1)
    spread = np.where(several, np.sqrt(squares / np.maximum(count - 1, 1)), np.nan)
    return Curve(mean, spread, int(seen.any(axis=1).sum()))
