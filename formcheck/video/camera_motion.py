"""How the camera has moved since the first picture of its take."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.floating]


@dataclass(frozen=True)
class CameraMotion:
    """Where what stands still lies in a picture, against the first one of its take.

    About the picture's middle the first picture is turned, enlarged and then moved.

    right, down: by so many pixels. roll: by so many degrees clockwise. zoom: so many times.
    known: whether it could be told; what is compared with other pictures can't be where not.
    """

    right: float = 0.0
    down: float = 0.0
    roll: float = 0.0
    zoom: float = 1.0
    known: bool = True

    @property
    def is_none(self) -> bool:
        """Whether this picture lies as the first one does."""
        return self == STILL

    def in_first(self, points: Points, width: int, height: int) -> Points:
        """Where points, ... × 2 pixels of this picture, lie in the first one."""
        if self.right == self.down == self.roll == 0 and self.zoom == 1:
            return points
        middle = np.array([width, height]) / 2
        moved = (points - middle - (self.right, self.down)) / self.zoom
        return np.asarray(moved @ _turned(self.roll) + middle)

    def in_this(self, points: Points, width: int, height: int) -> Points:
        """Where points, ... × 2 pixels of the first picture, lie in this one."""
        if self.right == self.down == self.roll == 0 and self.zoom == 1:
            return points
        middle = np.array([width, height]) / 2
        turned = (points - middle) @ _turned(-self.roll)
        return np.asarray(turned * self.zoom + (self.right, self.down) + middle)


STILL = CameraMotion()
"""A camera that hasn't moved."""


def _turned(roll: float) -> Points:
    """What rows of points are multiplied by to turn them back by so many degrees clockwise."""
    sine, cosine = np.sin(np.radians(roll)), np.cos(np.radians(roll))
    return np.array([[cosine, -sine], [sine, cosine]])
