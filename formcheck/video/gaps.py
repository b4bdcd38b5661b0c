"""Stretches of a recording, or of a camera's stream, in which no picture came."""

from collections import deque
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class GapSettings:
    """When the time between two pictures is a gap.

    least_s: seconds; a shorter one is a stumble, over which nobody does anything unseen that would
        count (engineering value: below the second and a half that a set goes on over).
    usual_steps: how many times longer than usual it must be, since some recordings have few
        pictures a second all along (engineering value).
    steps: how many of the steps before tell what is usual.
    least_steps: how many of them there must be to tell.
    """

    least_s: float = 1.0
    usual_steps: float = 5.0
    steps: int = 31
    least_steps: int = 3


DEFAULTS = GapSettings()


@dataclass(frozen=True)
class Gap:
    """Time without pictures. usual_step_s: the time between two pictures before it."""

    start_s: float
    end_s: float
    usual_step_s: float

    @property
    def missing_s(self) -> float:
        """How much time was not seen: the gap but for one usual step."""
        return self.end_s - self.start_s - self.usual_step_s


class GapFinder:
    """Finds gaps from the times of pictures; state over time."""

    def __init__(self, settings: GapSettings = DEFAULTS) -> None:
        self._settings = settings
        self._steps: deque[float] = deque(maxlen=settings.steps)
        self._last_s: float | None = None

    def update(self, time_s: float) -> Gap | None:
        """Take the time of the next picture; the gap before it, if there is one."""
        before_s, self._last_s = self._last_s, time_s
        if before_s is None:
            return None
        step_s, enough = time_s - before_s, len(self._steps) >= self._settings.least_steps
        # Most steps are short: the median of all is only asked for where it matters.
        gap = None
        if enough and step_s > self._settings.least_s:
            usual_s = median(self._steps)
            if step_s > self._settings.usual_steps * usual_s:
                gap = Gap(before_s, time_s, usual_s)
        self._steps.append(step_s)
        return gap
