"""Time that stands still while the person pauses."""

from dataclasses import replace

from formcheck.video.frame import Frame

AFTER_A_PAUSE_S = 1 / 30
"""Time between the last frame before a pause and the first one after it."""


class SessionClock:
    """Moves frames to session time, so that no hold or phase goes on through a pause."""

    def __init__(self) -> None:
        self._paused_s = 0.0
        self._last_s: float | None = None
        self._resuming = False

    def pause(self) -> None:
        """The frames from here to the next `judged` one are not part of the session."""
        self._resuming = self._last_s is not None

    def judged(self, frame: Frame) -> Frame:
        """The same frame at its time in the session; times rise strictly as the camera's do."""
        if self._resuming and self._last_s is not None:
            self._paused_s = frame.time_s - self._last_s - AFTER_A_PAUSE_S
            self._resuming = False
        moved = frame.time_s - self._paused_s
        self._last_s = moved
        return replace(frame, time_s=moved)

    def advance(self, seconds: float) -> float:
        """The time so many seconds after the last frame, for a moment of a pause."""
        self._last_s = (self._last_s or 0.0) + AFTER_A_PAUSE_S + seconds
        self._resuming = True
        return self._last_s
