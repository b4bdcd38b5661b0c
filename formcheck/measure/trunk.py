"""The trunk as a whole: how it leans, where the chest points, how it is turned."""

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.geometry import elevation, inclination
from formcheck.measure.orientation import Orientation
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose


def trunk_inclination(body: Body) -> float:
    """Angle of the line from hips to shoulders from the vertical; upright is 0, level is 90."""
    return float(inclination(body.centre("hip"), body.centre("shoulder")))


def trunk_elevation(body: Body) -> float:
    """Angle of the line from hips to shoulders over the horizontal; lying is 0, upright is 90."""
    return float(elevation(body.centre("hip"), body.centre("shoulder")))


def chest_elevation(orientation: Orientation) -> float:
    """Where the chest points: 90 to the ceiling, 0 to the side, −90 to the floor."""
    return float(np.degrees(np.arcsin(np.clip(-orientation.chest[1], -1.0, 1.0))))


def hips_across(body: Body) -> float:
    """Where the hips are across the picture, in trunk lengths; who walks doesn't exercise."""
    return float(body.centre("hip")[0] / body.scale.trunk)


def chest_to_camera(orientation: Orientation) -> float:
    """Angle between where the chest points and the camera; facing it is 0, side on is 90."""
    return float(np.degrees(np.arccos(np.clip(-orientation.chest[2], -1.0, 1.0))))


def trunk_twist(pose: Pose) -> NDArray[np.float64]:
    """How far the shoulders are turned against the hips, to the left and to the right.

    Two numbers with opposite signs, from the world landmarks: the turn is about the trunk's axis
    and shows in depth alone.
    """
    left_shoulder, right_shoulder, left_hip, right_hip = (
        pose.world[INDEX[name]].astype(np.float64)
        for name in ("left_shoulder", "right_shoulder", "left_hip", "right_hip")
    )
    axis = left_shoulder + right_shoulder - left_hip - right_hip
    axis = axis / np.linalg.norm(axis)
    shoulders, hips = (
        line - (line @ axis) * axis
        for line in (left_shoulder - right_shoulder, left_hip - right_hip)
    )
    turned = np.degrees(np.arctan2(np.cross(hips, shoulders) @ axis, hips @ shoulders))
    return np.array([turned, -turned])
