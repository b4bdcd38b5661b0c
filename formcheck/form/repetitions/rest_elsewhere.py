"""Who sets out from somewhere else than where they were seen to rest before.

People walk to the wall and lean on it, their knees a little bent, or lie down and pull their feet
up: the counted measure rises by a little and stays there. The movement proper begins there, and
ends there.
"""

from collections import deque
from dataclasses import dataclass
from statistics import median

from formcheck.form.repetition_cycle import REST_SHARE


@dataclass(frozen=True)
class ElsewhereSettings:
    """When a stop on the way out is rest. Shares are of the usual way out.

    gone_share: how far the movement has gone when that is looked at: half-way, so that there is a
        movement proper.
    within_share: how far the stop is at most. So far goes getting ready, see
        `DoubtSettings.shifting_share`.
    still_share: by how much it may tremble; the same as rest is wide.
    most: share of that time in which it must be so still; then they set out.
    stayed_s: how long it lasts at least: longer than people stop on their way.
    remembered_s: how much of the way out is looked back at: some times that.
    """

    gone_share: float = 0.5
    within_share: float = 0.35
    still_share: float = REST_SHARE
    most: float = 0.7
    stayed_s: float = 2.5
    remembered_s: float = 10.0


DEFAULTS = ElsewhereSettings()


@dataclass(frozen=True)
class RestElsewhere:
    """Where somebody stopped before they set out, and when they left."""

    level: float
    left_s: float


class WayOut:
    """One movement's way out; state over time, until it has gone so far that rest is known."""

    def __init__(self, settings: ElsewhereSettings = DEFAULTS) -> None:
        self._settings = settings
        self._way: deque[tuple[float, float]] = deque()
        self._over = False

    def update(self, time_s: float, value: float, low: float, usual: float) -> RestElsewhere | None:
        """Take the next value; where rest was, in the one that tells, if it was elsewhere.

        low: the level of rest so far. usual: how far the way out usually is; NaN where nobody
        knows.
        """
        settings = self._settings
        if self._over:
            return None
        self._way.append((time_s, value))
        while time_s - self._way[0][0] > settings.remembered_s:
            self._way.popleft()
        if not value - low >= settings.gone_share * usual:
            return None
        self._over = True
        return self._stop(low + settings.within_share * usual, settings.still_share * usual)

    def _stop(self, near: float, still: float) -> RestElsewhere | None:
        """Where they stopped up to a level, trembling by no more than `still`."""
        settings = self._settings
        stop = [(time_s, value) for time_s, value in self._way if value <= near]
        if not stop or stop[-1][0] - stop[0][0] < settings.stayed_s:
            return None
        stayed = [value for time_s, value in stop if stop[-1][0] - time_s <= settings.stayed_s]
        level = median(stayed)
        # The last of them may be on the way out already.
        if sum(abs(value - level) <= still for value in stayed) < settings.most * len(stayed):
            return None
        return RestElsewhere(level, max(time_s for time_s, value in stop if value <= level))
