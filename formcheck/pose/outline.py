"""Where in the picture a body is, roughly, for those who look at what is behind it."""

from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.pose.pose import Floats, Pose


@dataclass(frozen=True)
class OutlineSettings:
    """How much more than the landmarks is the body's.

    room: share of the body's longer side all round: hair, clothes, hands and the nearest shadow,
        and what it moves until the next picture (engineering).
    """

    room: float = 0.08


DEFAULTS = OutlineSettings()


def outline(pose: Pose, settings: OutlineSettings = DEFAULTS) -> Floats | None:
    """Corners of the polygon round a body with some room, n × 2 pixels; None where nobody is."""
    if not pose.found:
        return None
    points = pose.landmarks[np.isfinite(pose.landmarks[:, 0]), :2]
    low, high = pose.box
    room = settings.room * float((high - low).max())
    around = room * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float32)
    spread = (points[:, None] + around).reshape(-1, 2).astype(np.float32)
    return np.asarray(cv2.convexHull(spread)[:, 0], np.float32)
