"""How many pictures a second the camera sends, and how many of them are looked at."""

from collections import deque

WINDOW_S = 5.0

GAP_S = 2.5
"""A longer time without a picture is an interruption, which says nothing of the rate."""


class PictureRate:
    """Rates over the last seconds, 0 where it is too early to tell. State over time."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def update(self, time_s: float, index: int) -> None:
        """Take a picture that is looked at: its time, and its number among all that were sent."""
        if self._seen and time_s - self._seen[-1][0] > GAP_S:
            self._seen.clear()
        self._seen.append((time_s, index))
        while time_s - self._seen[1 if len(self._seen) > 1 else 0][0] >= WINDOW_S:
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
        return len(self._seen) > 1 and self._span_s >= WINDOW_S
