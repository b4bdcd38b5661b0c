"""Tells whether it is worth waiting for a camera's next picture instead of taking the newest.

Who is busy for longer than from one picture to the next finds a picture that has waited already,
and shows the past. The next one, begun a little later, is shown nearly as soon and is newer. That
waiting keeps what is shown fresher than taking at once whatever is there is known as "update or
wait" (Sun et al. 2017, IEEE Transactions on Information Theory 63(11)).
"""

from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class PaceSettings:
    """When the next picture is waited for.

    remembered: times between pictures by which the next is foretold (engineering).
    stale: share of the usual time between two pictures, from which one has waited too long. By a
        simulation with roads of 36 to 90 ms and 30 pictures a second, what is seen is the least old
        on average between 0.3 and 0.5: 77 for 85 ms where the road takes 45, with 17 for 22
        pictures a second, and at 0.3 what is seen is never much older than that.
    most_s: for the next picture at most: slow cameras aren't waited for.
    late: share of the usual time by which it may come late.
    unsteady: so many times the median, the second longest of the remembered times means that
        nothing can be foretold (engineering).
    """

    remembered: int = 9
    stale: float = 0.3
    most_s: float = 0.025
    late: float = 0.2
    unsteady: float = 1.6


DEFAULTS = PaceSettings()


class PicturePace:
    """How a camera's pictures follow each other. Told by one thread, and asked by another."""

    def __init__(self, settings: PaceSettings = DEFAULTS) -> None:
        self._settings = settings
        self._intervals: deque[float] = deque(maxlen=settings.remembered)
        self._last_s: float | None = None
        self._newest: tuple[float, float] | None = None

    def update(self, now_s: float) -> None:
        """A picture has come."""
        if self._last_s is not None:
            self._intervals.append(now_s - self._last_s)
        self._last_s = now_s
        usual_s = self._usual_s()
        self._newest = None if usual_s is None else (now_s, usual_s)

    def worth_waiting_s(self, now_s: float) -> float:
        """How long to wait for the next picture; 0 where the newest is to be taken."""
        if self._newest is None:
            return 0.0
        came_s, usual_s = self._newest
        age_s = now_s - came_s
        due_s = usual_s - age_s
        if age_s < self._settings.stale * usual_s or due_s > self._settings.most_s:
            return 0.0
        return max(0.0, due_s + self._settings.late * usual_s)

    def _usual_s(self) -> float | None:
        """Seconds from one picture to the next; None where they come as they like."""
        if len(self._intervals) < self._settings.remembered:
            return None
        times = sorted(self._intervals)
        median = times[len(times) // 2]
        return median if times[-2] <= self._settings.unsteady * median else None
