"""Time in which something was seen: it stands still while no pictures come."""

from formcheck.video.gaps import DEFAULTS, GapFinder, GapSettings


class SeenClock:
    """Turns the times of pictures into seconds that were seen, and back; state over time.

    What happens in a gap is unknown: it is neither holding nor a fault that lasts. So a gap is as
    long as the usual step between two pictures. Without gaps both times are the same.
    """

    def __init__(self, settings: GapSettings = DEFAULTS) -> None:
        self._finder = GapFinder(settings)
        self._missing_s = 0.0
        self._resumed: list[tuple[float, float]] = []

    def update(self, time_s: float) -> float:
        """The seen seconds of the next picture."""
        gap = self._finder.update(time_s)
        if gap is not None:
            self._missing_s += gap.missing_s
            self._resumed.append((time_s - self._missing_s, self._missing_s))
        return time_s - self._missing_s

    def time_s(self, seen_s: float) -> float:
        """The picture's own time for seconds that were seen."""
        before = [missing_s for since_s, missing_s in self._resumed if since_s <= seen_s]
        return seen_s + (before[-1] if before else 0.0)

    def has_gap(self, start_s: float, end_s: float) -> bool:
        """Whether there is a gap between two seen seconds."""
        return any(start_s < since_s <= end_s for since_s, _ in self._resumed)
