"""A clock that goes on where the computer's is put back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SteadyClock:
    """Tells the time as another clock does, but never an earlier one than before.

    Where the other is put back, it goes on from there: how long something lasted stays right.

    clock: of moments with their time zone.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._ahead = timedelta()
        self._last: datetime | None = None

    def __call__(self) -> datetime:
        """The time now."""
        read = self._clock()
        # In UTC: on the night on which clocks are put back, a later moment can look earlier.
        now = read.astimezone(UTC) + self._ahead
        if self._last is not None and now < self._last:
            self._ahead += self._last - now
            now = self._last
        self._last = now
        return now.astimezone(read.tzinfo) if self._ahead else read
