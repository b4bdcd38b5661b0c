"""When a movement came to rest, told from the whole of its way.

The last bit of the way is slow and trembles, so that nobody can see its end. But unhurried
movements follow one profile, that of least jerk: how far a limb has come tells which share of its
time has passed. Each level that it crosses is one such sign, and the line through them leads to the
end; a few false ones don't turn it, since it is the median of all (Theil 1950, Sen 1968).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

LEVELS = tuple(number / 20 for number in range(2, 20))
"""Shares of the way, from a tenth to nineteen twentieths. Closer to either end the movement is so
slow that swaying moves the crossing by tenths of a second."""


@dataclass(frozen=True)
class HoldTimingSettings:
    """What the way to a hold, or from it, is told by. Shares are of that way.

    Where nothing else is said they are engineering values, with what they weigh against each other.
    """

    jump_share: float = 0.25
    """Share of the way from one frame to the next that is the tracker's jump and no movement: half
    a second for the whole way at fifteen frames a second."""

    least_levels: int = 3
    """Crossings below which jumps have to serve too: through fewer no line is better than a
    guess."""

    nearly_share: float = 0.9
    """Share of the way from which it is nearly done; rest follows within `longest_s`."""

    longest_s: float = 2.0
    """Seconds; a guess that leads further away is none, as with who stops half-way."""

    least_seen_share: float = 0.5
    """Share of the way that must be seen: whoever only sinks while they hold shows less of it, and
    a line through so little leads far back into the hold."""

    turn_share: float = 0.15
    """Share of the way by which the signal rises again where the movement's far end is behind
    it: more than a limb trembles, less than a next movement."""

    pause_share: float = 0.03
    """A movement stands still where it goes on by less than this share of the way in `pause_s`."""

    pause_s: float = 0.3
    """Seconds; a hesitation is shorter (engineering value)."""

    least_way_share: float = 0.25
    """Share of the expected way that the movement must have for its own far end to be believed: a
    shorter one is a correction of the hold."""


DEFAULTS = HoldTimingSettings()


def at_rest_s(
    times: Sequence[float],
    values: Sequence[float],
    level: float,
    low: float,
    settings: HoldTimingSettings = DEFAULTS,
) -> float | None:
    """When the movement reached, or left, its furthest point; None where it can't be told.

    times, values: seconds and signal from within the hold outwards, whichever way time runs; no
    NaN. level: the signal at the furthest point. low: where the way is expected to begin, or lead.
    """
    far = _far_end(times, values, level, low, settings)
    if level <= far:
        return None
    crossed = _crossings(times, values, far, level)
    if not crossed or crossed[-1][0] > time_share(1 - settings.least_seen_share):
        return None
    steady = [(share, time_s) for share, time_s, jumped in crossed if jumped < settings.jump_share]
    signs = (
        steady if len(steady) >= settings.least_levels else [(share, t) for share, t, _ in crossed]
    )
    if len(signs) < 2:
        return None
    pace = median(
        (one_s - other_s) / (one - other)
        for number, (one, one_s) in enumerate(signs)
        for other, other_s in signs[number + 1 :]
    )
    end_s = median(time_s + pace * (1 - share) for share, time_s in signs)
    nearly = far + settings.nearly_share * (level - far)
    nearly_s = next(time_s for time_s, value in zip(times, values, strict=True) if value < nearly)
    return min(max(end_s, nearly_s - settings.longest_s), nearly_s + settings.longest_s)


@cache
def time_share(way: float) -> float:
    """Share of the time after which a share of the way is done, both 0 to 1.

    The inverse of 10 t³ − 15 t⁴ + 6 t⁵, the movement of least jerk (Flash and Hogan 1985,
    J Neurosci 5:1688).
    """
    least, most = 0.0, 1.0
    for _ in range(40):
        middle = (least + most) / 2
        if middle**3 * (middle * (6 * middle - 15) + 10) < way:
            least = middle
        else:
            most = middle
    return (least + most) / 2


TIME_SHARES = tuple(time_share(level) for level in LEVELS)


def _far_end(
    times: Sequence[float],
    values: Sequence[float],
    level: float,
    low: float,
    settings: HoldTimingSettings,
) -> float:
    """Where the movement turns back or stands still, if that is far enough to be its end."""
    travel = level - low
    lowest, lowest_s = values[0], times[0]
    for time_s, value in zip(times, values, strict=True):
        if value < lowest - settings.pause_share * travel:
            lowest, lowest_s = value, time_s
        turned = (
            value > lowest + settings.turn_share * travel
            or abs(time_s - lowest_s) > settings.pause_s
        )
        if turned and level - lowest > settings.least_way_share * travel:
            break
    return lowest if level - lowest > settings.least_way_share * travel else low


def _crossings(
    times: Sequence[float], values: Sequence[float], far: float, level: float
) -> list[tuple[float, float, float]]:
    """Of each level's first crossing: share of the time, seconds, and share of the way jumped."""
    way = level - far
    ahead = list(zip(LEVELS, TIME_SHARES, strict=True))
    crossed: list[tuple[float, float, float]] = []
    frames = pairwise(zip(times, values, strict=True))
    for (before_s, before), (time_s, value) in frames:
        while ahead and value < far + ahead[-1][0] * way:
            of_way, of_time = ahead.pop()
            level_there = far + of_way * way
            if before >= level_there:
                passed = (before - level_there) / (before - value)
                at_s = before_s + passed * (time_s - before_s)
                crossed.append((of_time, at_s, (before - value) / way))
    return crossed
