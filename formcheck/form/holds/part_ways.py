"""How far each part of the body has come on its way from one position to another.

A part is a limb as it points in the picture, or a measure of the exercise. Each is told as a share
of its own way, so that all can be compared: 0 in the one position, 1 in the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.measure.limbs import COUNT, renamed

Floats = NDArray[np.float64]
Rows = NDArray[np.bool_]


@dataclass(frozen=True)
class PartWaySettings:
    """Which parts have a way that can be followed."""

    least_clear: float = 8.0
    """Ways over the noise at their end from which a part is followed: with less, no level that it
    crosses is certain."""

    clearest: float = 40.0
    """What is clearer counts no more: from there on something else than noise is wrong."""

    swap_price: float = 0.15
    """Ways by which the body must lie nearer to its way under other names for left and right."""


DEFAULTS = PartWaySettings()

_ORDERS = cache(renamed)


@dataclass(frozen=True, eq=False)
class PartWays:
    """The ways of those parts that move: shares, frames × parts, and how much each part counts."""

    shares: Floats
    weights: Floats


def part_ways(
    frames: Sequence[MeasuredFrame], away: Rows, there: Rows, settings: PartWaySettings = DEFAULTS
) -> PartWays:
    """The ways of all parts from where they are in the frames `away` to where they are `there`."""
    measures = _measures(frames)
    shares = np.hstack([_limb_ways(frames, away, there, settings), _ways(measures, away, there)])
    noise = 1.48 * _median(np.abs(shares[there] - 1))
    clear = 1 / np.maximum(noise, 1e-6)
    kept = clear >= settings.least_clear
    return PartWays(shares[:, kept], np.minimum(clear[kept], settings.clearest))


def _measures(frames: Sequence[MeasuredFrame]) -> Floats:
    names = sorted(frames[0].measures)
    nan = float("nan")
    return np.array([[one.measures.get(name, nan) for name in names] for one in frames], float)


def _ways(values: Floats, away: Rows, there: Rows) -> Floats:
    start, end = _median(values[away]), _median(values[there])
    way = end - start
    way[way == 0] = np.nan
    return (values - start) / way


def _limb_ways(
    frames: Sequence[MeasuredFrame], away: Rows, there: Rows, settings: PartWaySettings
) -> Floats:
    unseen = np.full((COUNT, 2), np.nan)
    limbs = np.array([unseen if one.limbs is None else one.limbs for one in frames])
    for _ in range(2):
        # Where the body is at either end is known better once its sides have their right names.
        limbs = _named_right(limbs, away, there, settings)
    start = _median(limbs[away])
    way = _median(limbs[there]) - start
    length = (way**2).sum(axis=-1)
    length[length == 0] = np.nan
    return np.asarray(((limbs - start) * way).sum(axis=-1) / length)


def _named_right(limbs: Floats, away: Rows, there: Rows, settings: PartWaySettings) -> Floats:
    """The limbs of each frame under those names under which they lie nearest to the way."""
    start = _median(limbs[away])
    way = _median(limbs[there]) - start
    length = float((way**2).sum())
    if not length > 0:
        return limbs
    choices = np.array([limbs[:, order] for order in _ORDERS()])
    gone = ((choices - start) * way).sum(axis=(-1, -2)) / length
    on_way = start + np.clip(gone, -0.2, 1.2)[..., None, None] * way
    off = np.sqrt(((choices - on_way) ** 2).sum(axis=(-1, -2)) / length)
    off[1:] += settings.swap_price
    best = np.where(np.isfinite(off), off, np.inf).argmin(axis=0)
    return np.asarray(choices[best, np.arange(len(limbs))])


def _median(values: Floats) -> Floats:
    """The median of the frames, NaN where none is known.

    As NumPy's `nanmedian`, which takes eight times as long for so few numbers while a picture
    waits.
    """
    ordered = np.sort(values, axis=0)  # What isn't known comes last.
    known = np.count_nonzero(~np.isnan(values), axis=0)[None]
    lower = np.take_along_axis(ordered, np.maximum(known - 1, 0) // 2, axis=0)[0]
    upper = np.take_along_axis(ordered, np.minimum(known // 2, len(values) - 1), axis=0)[0]
    return np.asarray(np.where(np.isfinite(values).any(axis=0), (lower + upper) / 2, np.nan))
