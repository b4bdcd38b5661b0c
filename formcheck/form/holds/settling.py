"""Settling at the end of a movement: who goes too far comes back a little before they are still.

So does a limb that something else moves with: the hips that rise with a raised leg tip it further,
until they rest. Whoever times a hold begins when that is over. Who goes a little further before
they leave is still holding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class SettlingSettings:
    """What is settling and no swaying or sinking. Shares are of the travel, times in seconds."""

    least_share: float = 0.08
    """Share by which it must have gone further than it stays: who goes too far does so by a tenth
    and more, and with less the sway of a hold begins to count."""

    least_sways: float = 4.0
    """And by so many times as much as it then sways by, in the median."""

    most_share: float = 0.2
    """Share beyond which it isn't where it was any more: the tracker lost it, or it is let go."""

    longest_s: float = 1.0
    """The furthest point comes sooner, and half of the way back from it to where it stays takes
    less; what takes longer is sinking."""

    stays_from_s: float = 1.0
    """Where it stays is looked for from here on, or from a third of a short hold."""

    stays_until_s: float = 2.5
    """And until here, or two thirds of a short hold."""

    sinks_share: float = 0.3
    """Share of what it came back by, by which it may go on falling a moment later."""


DEFAULTS = SettlingSettings()


def settled_s(
    times: Sequence[float],
    values: Sequence[float],
    travel: float,
    settings: SettlingSettings = DEFAULTS,
) -> float | None:
    """When a hold is still, where it begins with settling; None where it doesn't.

    times, values: of the hold, in rising time; no NaN.
    travel: of the way to it.
    """
    gone = [time_s - times[0] for time_s in times]
    begin = min(gone[-1] / 3, settings.stays_from_s)
    end = min(2 * gone[-1] / 3, settings.stays_until_s)
    still, later = _between(gone, values, begin, end), _between(gone, values, end, end + begin)
    if not still or not later:
        return None
    stays = median(still)
    sway = median(abs(value - stays) for value in still)
    smooth = [median(values[max(i - 1, 0) : i + 2]) for i in range(len(values))]
    early = [i for i, after_s in enumerate(gone) if after_s <= settings.longest_s]
    top = max(early, key=lambda i: smooth[i])
    excess = smooth[top] - stays
    least = max(settings.least_share * travel, settings.least_sways * sway)
    if not least <= excess <= settings.most_share * travel:
        return None
    if median(later) < stays - settings.sinks_share * excess:
        return None
    back = (i for i in range(top, len(smooth)) if smooth[i] < stays + excess / 2)
    half = next(back, None)
    if half is None or gone[half] - gone[top] > settings.longest_s:
        return None
    # The way back is as long before its middle as after it.
    return 2 * times[half] - times[top]


def _between(
    gone: Sequence[float], values: Sequence[float], begin: float, end: float
) -> list[float]:
    return [value for s, value in zip(gone, values, strict=True) if begin <= s <= end]
