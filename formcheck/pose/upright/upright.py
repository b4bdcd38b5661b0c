"""Points of a rolled or moving camera's picture as a level one that stands still would show them.

That is the take's first picture, turned so that up is up. Clockwise is as the picture is seen; y
points down. With a level camera that stands still nothing changes.
"""

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.pose import Pose

Array = NDArray[np.floating]


def upright(pose: Pose, points: Array) -> Array:
    """Pixels of the picture, ... × 2, where they lay in the first one, which is then turned about
    its middle so that up is up.
    """
    first = pose.camera.in_first(points, pose.width, pose.height)
    return _about_the_middle(pose, first, -pose.roll)


def pictured(pose: Pose, points: Array) -> Array:
    """Upright points, ... × 2, as pixels of the picture again."""
    first = _about_the_middle(pose, points, pose.roll)
    return pose.camera.in_this(first, pose.width, pose.height)


def upright_directions(pose: Pose, directions: Array) -> Array:
    """Directions, ... × 2 or ... × 3 with depth last, turned so that up is up."""
    return clockwise(directions, -pose.lean)


def clockwise(directions: Array, degrees: float) -> Array:
    """Directions turned in the picture's plane, ... × 2 or ... × 3; depth stays."""
    if degrees == 0:
        return directions
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    x, y = directions[..., 0], directions[..., 1]
    turned = np.array(directions, dtype=np.float64)
    turned[..., 0], turned[..., 1] = cosine * x - sine * y, sine * x + cosine * y
    return turned


def _about_the_middle(pose: Pose, points: Array, degrees: float) -> Array:
    if degrees == 0:
        return points
    middle = np.array([pose.width / 2, pose.height / 2])
    return np.asarray(clockwise(points - middle, degrees) + middle)
