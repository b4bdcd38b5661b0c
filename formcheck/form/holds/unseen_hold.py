"""A hold of which nobody saw one end: how long it was can't be told."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from formcheck.form.holds.hold_clock import DEFAULTS as HOLDS
from formcheck.form.holds.hold_timing import DEFAULTS as TIMING


@dataclass(frozen=True)
class UnseenHoldSettings:
    """When an end was seen."""

    there_share: float = 1 - HOLDS.live_share
    """Share of the travel from which somebody is about at the furthest point: as far as may be
    swayed in a live hold (engineering)."""

    most_unseen_s: float = 1.0
    """Seconds within which they may have come there, or left, unseen: in the middle of them a hold
    is timed within half a second, as people count."""

    most_jumped_share: float = TIMING.jump_share
    """Share of the travel from one picture to the next above which the tracker jumped, or too few
    pictures were taken, to tell that nobody stopped."""

    least_clear: float = 8.0
    """Travels over what the measure trembles by while it is held, from which it shows when that
    was: on films for learning and choosing those below told holds too long or too short by 1.5 to
    6 s, all others, and every one of the sample clips, lie at 8 or more."""


DEFAULTS = UnseenHoldSettings()


def ends_seen(
    times: Sequence[float],
    values: Sequence[float],
    low: float,
    hold: tuple[float, float],
    settings: UnseenHoldSettings = DEFAULTS,
) -> tuple[bool, bool]:
    """Whether the moments in which a hold began and ended were seen.

    times, values: of the whole repetition; NaN where unseen. low: the value at rest. hold: when it
    began and ended as far as can be told.
    """
    seen = [i for i, value in enumerate(values) if value == value]
    seen_s = [times[i] for i in seen]
    first, last = bisect_left(seen_s, hold[0]), bisect_right(seen_s, hold[1]) - 1
    if first > last:
        return False, False
    level = median(values[i] for i in seen[first : last + 1])
    least = low + settings.there_share * (level - low)
    there = [place for place in range(first, last + 1) if values[seen[place]] >= least]
    if not there:
        return False, False
    begin, end = (
        _unseen_s(times, values, order, least) <= settings.most_unseen_s
        for order in (seen[there[0] :: -1], seen[there[-1] :])
    )
    return begin, end


def is_clear(
    times: Sequence[float],
    values: Sequence[float],
    low: float,
    hold: tuple[float, float],
    settings: UnseenHoldSettings = DEFAULTS,
) -> bool:
    """Whether a hold stands out from what its measure trembles by, so that it can be timed by it.

    Of what is not held at all nothing is asked. As `ends_seen` otherwise.
    """
    begin, end = hold
    held = [
        value
        for time_s, value in zip(times, values, strict=True)
        if begin <= time_s <= end and value == value
    ]
    if begin == end or not held:
        return True
    level = median(held)
    trembles = 1.48 * median(abs(value - level) for value in held)
    return level - low >= settings.least_clear * trembles


def is_followed(
    values: Sequence[float],
    low: float,
    high: float,
    settings: UnseenHoldSettings = DEFAULTS,
) -> bool:
    """Whether the measure went to the furthest point and back without jumps.

    One that jumped there and back may have skipped a stop, so that its turning there at once says
    nothing. values, low: as `ends_seen`. high: the value at the furthest point.
    """
    seen = [value for value in values if value == value]
    most = settings.most_jumped_share * (high - low)
    return all(abs(value - before) <= most for before, value in pairwise(seen))


def _unseen_s(
    times: Sequence[float], values: Sequence[float], order: Sequence[int], least: float
) -> float:
    """Between the last frame there and the first one elsewhere; 0 where there is no such frame."""
    for at, i in enumerate(order):
        if values[i] < least:
            return abs(times[i] - times[order[at - 1]])
    return 0.0
