"""How many pictures a second the camera sends, and how many of them are looked at."""

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class PictureRateSettings:
    """Over which time a rate is taken; engineering values, in seconds."""

    window_s: float = 5.0
    """Long enough that a moment's hiccup is no rate, short enough to be told before the set."""

    gap_s: float = 2.5
    """A longer time without a picture is an interruption, which says nothing of the rate."""


DEFAULTS = PictureRateSettings()


class PictureRate:
    """Rates over the last seconds, 0 where it is too early to tell. State over time."""

    def __init__(self, *, settings: PictureRateSettings = DEFAULTS) -> None:
        self._settings = settings
        self._seen: deque[tuple[float, int]] = deque()

    def update(self, time_s: float, index: int) -> None:
        """Take a picture that is looked at: its time, and its number among all that were sent."""
        if self._seen and time_s - self._seen[-1][0] > self._settings.gap_s:
            self._seen.clear()
        self._seen.append((time_s, index))
        while time_s - self._seen[1 if len(self._seen) > 1 else 0][0] >= self._settings.window_s:
            self._seen.popleft()

    @property
    def sent(self) -> float:
        """Pictures a second that the camera sends."""
        return (self._seen[-1][1] - self._seen[0][1]) / self._span_s if self._long_enough else 0.0

    @property
    def looked_at(self) -> float:
        """Pictures a second that the computer has time for."""
        return (len(self._seen) - 1) / self._span_s if self._long_enough else 0.0

    @property
    def _span_s(self) -> float:
        return self._seen[-1][0] - self._seen[0][0]

    @property
    def _long_enough(self) -> bool:
        return len(self._seen) > 1 and self._span_s >= self._settings.window_s
