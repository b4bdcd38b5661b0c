"""Whether the picture stays black: a covered lens, a dark room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BlackPictureSettings:
    """When it is told that the picture is black."""

    black_for_s: float = 1.5
    """Cameras begin with a few black pictures, and may blink."""

    seen_for_s: float = 0.5
    """A single picture that isn't black is a flicker (engineering)."""


DEFAULTS = BlackPictureSettings()


class BlackPicture:
    """Whether the camera is covered, picture by picture. State over time.

    lasting: black for so long that it must be told, and until something has been seen for a while.
    """

    def __init__(self, *, settings: BlackPictureSettings = DEFAULTS) -> None:
        self._settings = settings
        self.lasting = False
        self._since_s: float | None = None
        self._black = False

    def update(self, time_s: float, *, black: bool) -> None:
        """Take the next picture, in rising time."""
        if self._since_s is None or black is not self._black:
            self._since_s, self._black = time_s, black
        settings = self._settings
        if time_s - self._since_s >= (settings.black_for_s if black else settings.seen_for_s):
            self.lasting = black
