"""Time that stands still while the person pauses."""

from dataclasses import replace
from typing import TypeVar

from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from formcheck.video.gaps import DEFAULTS

Timed = TypeVar("Timed", Frame, Pose)

AFTER_A_PAUSE_S = 1 / 30
"""Time between the last frame before a pause and the first one after it: a usual camera's."""


class SessionClock:
    """Moves frames to session time, so that no hold or phase goes on through a pause.

    breaks: how many of the pauses were so long that what was under way may have become anything:
    what comes then is a take of its own, as after a cut.
    """

    def __init__(self) -> None:
        self.breaks = 0
        self._paused_s = 0.0
        self._last_s: float | None = None
        self._resuming = False

    def pause(self) -> None:
        """The frames from here to the next `judged` one are not part of the session."""
        self._resuming = self._last_s is not None

    def judged(self, seen: Timed) -> Timed:
        """The same frame or pose at its time in the session; times rise as the camera's do."""
        if self._resuming and self._last_s is not None:
            paused_s = seen.time_s - self._last_s - AFTER_A_PAUSE_S
            if paused_s - self._paused_s > DEFAULTS.least_s:
                self.breaks += 1
            self._paused_s = paused_s
            self._resuming = False
        moved = seen.time_s - self._paused_s
        self._last_s = moved
        return replace(seen, time_s=moved)
