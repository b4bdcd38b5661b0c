"""Is the picture black: a covered lens, a dark room?"""

from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.video.frame import Image


@dataclass(frozen=True)
class BlackPictureSettings:
    """When a picture is black, and when that is told."""

    blackest: float = 32
    """Of 255. A room in which nobody can be seen at all, or a covered lens; in a room so dim that
    the pose model still finds its way, the brighter parts reach 42 to 48 (two rendered clips, with
    no word that they hadn't in the light). At 26 to 30 nobody is found in two of three dimmed
    clips; in the third, a good bird dog, the arm was told as bent all along."""

    bright_percent: float = 2.0
    """Of the picture that may be brighter: a network camera writes the time into it."""

    grid: tuple[int, int] = (32, 18)
    """Parts across and down that are averaged, since cameras amplify the noise of a dark
    picture."""

    black_for_s: float = 1.5
    """Cameras begin with a few black pictures, and may blink."""

    seen_for_s: float = 0.5
    """A single picture that isn't black is a flicker (engineering)."""


DEFAULTS = BlackPictureSettings()


def is_black(image: Image, settings: BlackPictureSettings = DEFAULTS) -> bool:
    """Whether there is nothing to see in a picture (rows × columns × 3)."""
    if image.size == 0:
        return True
    parts = cv2.resize(image[::4, ::4], settings.grid, interpolation=cv2.INTER_AREA)
    brighter = np.percentile(parts.max(axis=2), 100 - settings.bright_percent)
    return bool(brighter < settings.blackest)


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
