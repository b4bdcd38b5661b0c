"""Where somebody is at rest between two movements: where they were lowest, or are still."""

from collections import deque
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class RestingSettings:
    """When a signal is at rest where it is."""

    still_s: float = 1.5
    """A signal that is still for this long is at rest there, wherever that is: shorter, a pause on
    the way would be taken for rest; longer, who shifts between two repetitions is noticed late."""

    seen_share: float = 0.8
    """Share of that time that must have been seen to tell: frames don't fall on its very ends."""

    still_share: float = 0.2
    """Movement, as a share of the least travel, that still counts as being still: more than what
    trembles, less than what is counted."""


DEFAULTS = RestingSettings()


class Resting:
    """Follows one rest; state over time.

    recent: the latest times and values of it.
    """

    def __init__(self, least_travel: float, settings: RestingSettings = DEFAULTS) -> None:
        self.recent: deque[tuple[float, float]] = deque()
        self._least_travel = least_travel
        self._settings = settings

    def level(self, time_s: float, value: float, low: float) -> float:
        """Where rest is after the next value; low: where it was so far, NaN at first."""
        settings = self._settings
        low = value if low != low else min(low, value)
        self.recent.append((time_s, value))
        while time_s - self.recent[0][0] > settings.still_s:
            self.recent.popleft()
        values = [recent for _, recent in self.recent]
        lasted = time_s - self.recent[0][0] > settings.seen_share * settings.still_s
        still = max(values) - min(values) < settings.still_share * self._least_travel
        return median(values) if lasted and still else low

    def left_s(self, near_rest: float, now_s: float) -> float:
        """When a value was last no higher than this; now where none was."""
        return next((t for t, v in reversed(self.recent) if v <= near_rest), now_s)
