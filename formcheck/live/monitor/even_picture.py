"""A picture in which nothing stands out and nobody is: a covered lens, or a bare wall?

By itself such a picture doesn't tell. What was there before does: a wall looks as it did beside
whoever stood in front of it.
"""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from formcheck.pose.people.people import box_round
from formcheck.pose.pose import Pose
from formcheck.video.coarse_picture import GRID, coarse_picture
from formcheck.video.frame import Frame, Image
from formcheck.video.plain_picture import is_plain


class Even(Enum):
    """What an even picture shows."""

    WALL = auto()
    COVER = auto()
    UNCLEAR = auto()


@dataclass(frozen=True)
class EvenPictureSettings:
    """When a wall is the same as before."""

    alike: int = 60
    """Of 255 in each colour: a camera's own exposure changes by less as somebody leaves, and a
    finger lets through hardly any green and blue (engineering)."""

    share: float = 0.5
    """Of the wall that must be alike: a shadow may go with them."""


DEFAULTS = EvenPictureSettings()


class EvenPicture:
    """What even pictures show. State over time: how it looked round the last person."""

    def __init__(self, *, settings: EvenPictureSettings = DEFAULTS) -> None:
        self._settings = settings
        self._round: Image | None = None
        self._beside = np.ones(GRID[::-1], np.bool_)

    def update(self, frame: Frame, pose: Pose) -> Even | None:
        """Take the next picture; None where there is something in it, or somebody."""
        if pose.found:
            self._round = coarse_picture(frame.image)
            self._beside = _beside(pose)
            return None
        if not is_plain(frame.image):
            return None
        if self._round is None or not self._beside.any():
            return Even.UNCLEAR
        apart = np.abs(coarse_picture(frame.image).astype(int) - self._round).max(axis=2)
        alike = apart[self._beside] <= self._settings.alike
        return Even.WALL if alike.mean() >= self._settings.share else Even.COVER


def _beside(pose: Pose) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The parts of the coarse picture in which nobody is."""
    columns, rows = GRID
    left, top, right, bottom = box_round(pose)
    beside = np.ones((rows, columns), np.bool_)
    across, down = columns / pose.width, rows / pose.height
    beside[
        int(top * down) : int(np.ceil(bottom * down)),
        int(left * across) : int(np.ceil(right * across)),
    ] = False
    return beside
