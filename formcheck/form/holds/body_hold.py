"""From when to when a body is about where it is held, by most of the parts that move.

The counted measure may show it for a moment only, or creep on through it. The body's parts, which
are then looked at one by one (hold_ends.py), must be looked at where most of them are held.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from formcheck.form.holds.hold_clock import hold_of
from formcheck.form.holds.part_ways import part_ways
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class BodyHoldSettings:
    """By what a body's hold is found.

    least_frames: in which it is seen where the parts are at either end of their ways. fewest:
    parts, so that one that is wrong decides nothing.
    """

    least_frames: int = 2
    fewest: int = 4


DEFAULTS = BodyHoldSettings()


def body_hold(
    frames: Sequence[MeasuredFrame],
    rest: tuple[float, float],
    held: tuple[float, float],
    settings: BodyHoldSettings = DEFAULTS,
) -> tuple[float, float]:
    """When most of the body's parts came to where it is held, and left; `held` where none tell.

    frames: from rest until the repetition is over. rest: seconds in which the person was at rest.
    held: when the counted measure shows a hold, or how long it was at its furthest.
    """
    times = np.array([frame.time_s for frame in frames])
    begin, end = held
    quarter_s = (end - begin) / 4
    away = (times >= rest[0]) & (times <= rest[1])
    there = (times >= begin + quarter_s) & (times <= end - quarter_s)
    if there.sum() < settings.least_frames:
        there[np.abs(times - (begin + end) / 2).argsort()[: settings.least_frames]] = True
    if away.sum() < settings.least_frames:
        return held
    ways = part_ways(frames, away, there)
    if len(ways.weights) < settings.fewest:
        return held
    seen = np.isfinite(ways.shares).sum(axis=1) >= settings.fewest
    most = np.nanmedian(ways.shares[seen], axis=1)
    found = hold_of(times[seen].tolist(), most.tolist(), 0.0)
    return found if found[0] < found[1] and found[0] < end and begin < found[1] else held
