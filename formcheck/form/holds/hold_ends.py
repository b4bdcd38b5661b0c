"""When a hold began and ended, by the whole body: a position is held while the body is still in it.

The measure that repetitions are counted by may be hidden on the way, tremble, or show the last bit
of the way too little: the back's outline is round before the back is. So every part of the body
that moved tells when it came to rest and when it left, as the counted measure does. What most of
them say is believed, and how far they differ tells how sure it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, nan

import numpy as np
from numpy.typing import NDArray

from formcheck.form.holds.body_hold import body_hold
from formcheck.form.holds.part_rest import part_rest_s
from formcheck.form.holds.part_ways import part_ways
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.verdicts.measured_frame import MeasuredFrame

Floats = NDArray[np.float64]

QUARTILES = 1.35
"""Standard deviations between the quartiles of a normal distribution."""


@dataclass(frozen=True)
class HoldEndSettings:
    """How a hold's ends are told by the body's parts. Times in seconds.

    Shares and `most_error_s` are chosen on random films for learning and choosing and on what the
    performers of the sample clips were told.
    """

    still_share: float = 0.65
    """Share of the parts, by weight, that have come to rest when a hold begins, or are still at
    rest when it ends. More than half: what shows the last bit of the way too little comes to rest
    too soon, and hardly anything does so too late."""

    counted_share: float = 0.4
    """Share of all weight that the counted measure has, where it showed the moment."""

    outvoted_s: float = 0.4
    """A counted measure that tells another time than most parts by more than this..."""

    outvoted_errors: float = 2.0
    """... and by more than so many standard errors of what they say, shows something else."""

    fewest: int = 4
    """Parts; with fewer, one that is wrong decides."""

    least_frames: int = 2
    """Frames by which it is known where a part is at either end of its way."""

    fewest_inside: int = 6
    """Frames of the hold that the counted measure shows; with fewer it is looked for in the whole
    body, as where that measure didn't show it to its end."""

    rest_s: float = 1.0
    """Time before leaving rest in which it is seen where the parts rest."""

    inside_s: float = 1.5
    """How far within a hold the parts' places are taken, at most a quarter of it: before, some are
    still on their way..."""

    level_s: float = 1.2
    """... and for how long: people shift while they hold."""

    common_error_s: float = 0.1
    """Standard error of each end that all parts have together, since they hang on one body and one
    model: with it 92 of 100 holds lie within the 90 % range."""

    alone_error_s: float = 0.2
    """And of an end that the counted measure alone tells."""

    most_error_s: float = 0.75
    """Standard error of a hold from which on nobody can tell how long it was, within what people
    count aloud."""


DEFAULTS = HoldEndSettings()


@dataclass(frozen=True)
class Moment:
    """When a hold began or ended. error_s: its standard error, by how far the parts differ."""

    time_s: float
    error_s: float


Ends = tuple[Moment | None, Moment | None]
"""A hold's beginning and end; None for what the body's parts don't tell."""


def hold_ends(
    frames: Sequence[MeasuredFrame],
    cycle: RepetitionCycle,
    counted: tuple[float, float],
    seen: tuple[bool, bool],
    settings: HoldEndSettings = DEFAULTS,
) -> Ends:
    """When a hold began and ended by all parts of the body, the counted measure among them.

    frames: of the repetition and the rest before it. counted: when it began and ended by the
    counted measure. seen: whether it showed these two moments so that it can be believed.
    """
    left_s = cycle.left_rest_s
    begin, end = counted
    inside = sum(begin < one.time_s < end for one in frames)
    if not all(seen) or inside < settings.fewest_inside:
        since = [one for one in frames if one.time_s >= left_s - settings.rest_s]
        begin, end = body_hold(since, (left_s - settings.rest_s, left_s), counted)
    inside_s = min((end - begin) / 4, settings.inside_s)
    first, last = begin + inside_s, end - inside_s
    rest = [one for one in frames if left_s - settings.rest_s <= one.time_s <= left_s]
    inner_s = min(last, first + settings.level_s)
    out = [one for one in frames if left_s - settings.rest_s <= one.time_s <= inner_s][::-1]
    came = _parts_at_rest(rest, out, [first <= one.time_s for one in out], settings)
    inner_s = max(first, last - settings.level_s)
    back = [one for one in frames if one.time_s >= inner_s]
    went = _parts_at_rest(rest, back, [one.time_s <= last for one in back], settings)
    still = settings.still_share
    return (
        _agreed(came, counted[0] if seen[0] else nan, still, settings),
        _agreed(went, counted[1] if seen[1] else nan, 1 - still, settings),
    )


def hold_seconds(
    ends: Ends,
    counted: tuple[float, float],
    seen: tuple[bool, bool],
    settings: HoldEndSettings = DEFAULTS,
) -> float:
    """How long a hold was, 0 where it ended before it began; NaN where that can't be told.

    ends: of `hold_ends`; where that is None, `counted` is believed, if it was `seen`.
    """
    begin, end = (
        moment or Moment(at_s if was_seen else nan, settings.alone_error_s)
        for moment, at_s, was_seen in zip(ends, counted, seen, strict=True)
    )
    if hypot(begin.error_s, end.error_s) > settings.most_error_s:
        return nan
    seconds = end.time_s - begin.time_s
    return 0.0 if seconds < 0 else seconds


def _parts_at_rest(
    rest: Sequence[MeasuredFrame],
    frames: Sequence[MeasuredFrame],
    held: Sequence[bool],
    settings: HoldEndSettings,
) -> tuple[Floats, Floats]:
    """When each part came to rest, or left, and how much each counts.

    frames: from within the hold outwards, whichever way time runs. held: in which of them a part is
    where it is held.
    """
    none = np.empty(0), np.empty(0)
    if sum(held) < settings.least_frames or len(rest) < settings.least_frames:
        return none
    away = [*[True] * len(rest), *[False] * len(frames)]
    there = [*[False] * len(rest), *held]
    ways = part_ways([*rest, *frames], np.array(away), np.array(there))
    times = [frame.time_s for frame in frames]
    told = [part_rest_s(times, shares.tolist()) for shares in ways.shares[len(rest) :].T]
    known = [number for number, at_s in enumerate(told) if at_s is not None]
    return np.array([told[number] for number in known], float), ways.weights[known]


def _agreed(
    parts: tuple[Floats, Floats], counted_s: float, share: float, settings: HoldEndSettings
) -> Moment | None:
    """What most parts say, and how far they differ. counted_s: NaN where it wasn't seen."""
    at, weights = parts
    if len(at) < settings.fewest:
        return None
    alone = _most(at, weights, share, settings)
    outvoted_s = max(settings.outvoted_s, settings.outvoted_errors * alone.error_s)
    if not abs(counted_s - alone.time_s) <= outvoted_s:
        return alone
    of_all = settings.counted_share
    weight = weights.sum() * of_all / (1 - of_all)
    return _most(np.append(at, counted_s), np.append(weights, weight), share, settings)


def _most(at: Floats, weights: Floats, share: float, settings: HoldEndSettings) -> Moment:
    spread = _quantile(at, weights, 0.75) - _quantile(at, weights, 0.25)
    error_s = hypot(spread / QUARTILES, settings.common_error_s)
    return Moment(_quantile(at, weights, share), error_s)


def _quantile(values: Floats, weights: Floats, share: float) -> float:
    order = values.argsort()
    values, weights = values[order], weights[order]
    reached = (weights.cumsum() - weights / 2) / weights.sum()
    return float(np.interp(share, reached, values))
