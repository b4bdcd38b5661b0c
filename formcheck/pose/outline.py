"""Where in the picture a body is, roughly, for those who look at what is behind it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Floats, Pose

FACE: Final = slice(INDEX["mouth_right"] + 1)
"""Of the landmarks, which begin with it."""


@dataclass(frozen=True)
class OutlineSettings:
    """How much more than the landmarks is the body's.

    room: share of the body's longer side all round: clothes, hands and the nearest shadow, and what
        it moves until the next picture (engineering).
    head_m: the same round the face in metres, if that is more: the crown is 13 cm above the ears,
        which are the highest landmarks, and hair is beyond it.
    """

    room: float = 0.08
    head_m: float = 0.18


DEFAULTS = OutlineSettings()


def outline(pose: Pose, settings: OutlineSettings = DEFAULTS) -> Floats | None:
    """Corners of the polygon round a body with some room, n × 2 pixels; None where nobody is."""
    if not pose.found:
        return None
    low, high = pose.box
    room = np.full(len(pose.landmarks), settings.room * float((high - low).max()), np.float32)
    room[FACE] = np.fmax(room[FACE], settings.head_m * pose.pixels_per_metre)
    around = room[:, None, None] * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float32)
    spread = pose.landmarks[:, None, :2] + around
    placed = spread[np.isfinite(pose.landmarks[:, 0])].reshape(-1, 2).astype(np.float32)
    return np.asarray(cv2.convexHull(placed)[:, 0], np.float32)
