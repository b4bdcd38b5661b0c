"""Is the picture black: a covered lens, a dark room?"""

import cv2
import numpy as np

from formcheck.video.frame import Image

BLACKEST = 32
"""Of 255. A room in which nobody can be seen at all, or a covered lens; in a room so dim that the
pose model still finds its way, the brighter parts reach 46 (measured on a rendered clip)."""

BRIGHT_SHARE = 2.0
"""Per cent of the picture that may be brighter: a network camera writes the time into it."""

GRID = (32, 18)
"""Parts across and down that are averaged, since cameras amplify the noise of a dark picture."""

BLACK_FOR_S = 1.5
"""Cameras begin with a few black pictures, and may blink."""

SEEN_FOR_S = 0.5


def is_black(image: Image) -> bool:
    """Whether there is nothing to see in a picture (rows × columns × 3)."""
    if image.size == 0:
        return True
    parts = cv2.resize(image[::4, ::4], GRID, interpolation=cv2.INTER_AREA)
    return bool(np.percentile(parts.max(axis=2), 100 - BRIGHT_SHARE) < BLACKEST)


class BlackPicture:
    """Whether the camera is covered, picture by picture. State over time.

    lasting: black for so long that it must be told, and until something has been seen for a while.
    """

    def __init__(self) -> None:
        self.lasting = False
        self._since_s: float | None = None
        self._black = False

    def update(self, time_s: float, *, black: bool) -> None:
        """Take the next picture, in rising time."""
        if self._since_s is None or black is not self._black:
            self._since_s, self._black = time_s, black
        if time_s - self._since_s >= (BLACK_FOR_S if black else SEEN_FOR_S):
            self.lasting = black
