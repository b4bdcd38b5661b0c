"""A hold of which nobody saw one end: how long it was can't be told."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class UnseenHoldSettings:
    """When an end was seen."""

    there_share: float = 0.8
    """Share of the travel from which somebody is about at the furthest point: as far as may be
    swayed in a live hold (engineering)."""

    most_unseen_s: float = 1.0
    """Seconds within which they may have come there, or left, unseen: in the middle of them a hold
    is timed within half a second, as people count."""


DEFAULTS = UnseenHoldSettings()


def both_ends_seen(
    times: Sequence[float],
    values: Sequence[float],
    low: float,
    hold: tuple[float, float],
    settings: UnseenHoldSettings = DEFAULTS,
) -> bool:
    """Whether the moments in which a hold began and ended were seen.

    times, values: of the whole repetition; NaN where unseen. low: the value at rest. hold: when it
    began and ended as far as can be told.
    """
    seen = [i for i, value in enumerate(values) if value == value]
    seen_s = [times[i] for i in seen]
    first, last = bisect_left(seen_s, hold[0]), bisect_right(seen_s, hold[1]) - 1
    if first > last:
        return False
    level = median(values[i] for i in seen[first : last + 1])
    least = low + settings.there_share * (level - low)
    there = [place for place in range(first, last + 1) if values[seen[place]] >= least]
    return bool(there) and all(
        _unseen_s(times, values, order, least) <= settings.most_unseen_s
        for order in (seen[there[0] :: -1], seen[there[-1] :])
    )


def _unseen_s(
    times: Sequence[float], values: Sequence[float], order: Sequence[int], least: float
) -> float:
    """Between the last frame there and the first one elsewhere; 0 where there is no such frame."""
    for at, i in enumerate(order):
        if values[i] < least:
            return abs(times[i] - times[order[at - 1]])
    return 0.0
