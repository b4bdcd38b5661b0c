"""Whether the camera still stands where it stood when the baseline was taken."""

from dataclasses import dataclass

import numpy as np

from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class CameraPlaceSettings:
    """When a camera was moved.

    moved: of the picture's longer side, by which the place of something in it has changed: less
        than that is no nudge, but the desk that shakes (engineering).
    """

    moved: float = 0.01


DEFAULTS = CameraPlaceSettings()

CORNERS = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])
"""Where in the picture that is measured, as shares of its width and height."""


def camera_moved(before: Pose, after: Pose, settings: CameraPlaceSettings = DEFAULTS) -> bool:
    """Whether the camera was moved between two poses of one watch, as far as they tell."""
    if not comparable(before, after):
        return True
    width, height = before.width, before.height
    places = CORNERS * (width, height)
    there = after.camera.in_this(before.camera.in_first(places, width, height), width, height)
    far = float(np.linalg.norm(there - places, axis=1).max())
    return far > settings.moved * max(width, height)


def comparable(before: Pose, after: Pose) -> bool:
    """Whether it is known where in the one picture what is seen in the other would be."""
    return before.take == after.take and before.camera.known and after.camera.known
