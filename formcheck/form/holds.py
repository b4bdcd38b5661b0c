"""How long a position has been held, with forgiveness for short slips."""

from collections import deque

FORGIVEN_SLIP_S = 0.5
"""A slip out of the position that is shorter than this doesn't end the hold."""


class HoldClock:
    """Time for which a signal has stayed near the furthest point that it has reached.

    The furthest point may still move while the clock runs: what was near it before and is not any
    more then drops out of the hold, so that the way out is never counted as holding.
    """

    def __init__(self) -> None:
        self._since: float | None = None
        self._inside: deque[tuple[float, float]] = deque()
        self._slipped_s: float | None = None

    def update(self, time_s: float, value: float, least: float) -> float:
        """Seconds held so far, where holding means a value of at least `least`."""
        if value < least:
            return self._slip(time_s)
        self._slipped_s = None
        while self._inside and self._inside[0][1] < least:
            self._inside.popleft()
            self._since = self._inside[0][0] if self._inside else None
        # Keep only values that no later value undercuts: the front is the lowest of the hold.
        while self._inside and self._inside[-1][1] >= value:
            self._inside.pop()
        self._inside.append((time_s, value))
        if self._since is None:
            self._since = time_s
        return time_s - self._since

    def _slip(self, time_s: float) -> float:
        if self._since is None:
            return 0.0
        if self._slipped_s is None:
            self._slipped_s = time_s
        if time_s - self._slipped_s > FORGIVEN_SLIP_S:
            self._since, self._slipped_s = None, None
            self._inside.clear()
            return 0.0
        return self._slipped_s - self._since
