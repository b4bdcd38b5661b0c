"""How large a person is in the picture: the lengths that other measures are told in."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from formcheck.measure.geometry import distance, interior_angle, middle
from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.calibration import Calibration
from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Pose

STRAIGHT = 160.0
"""Elbow angle in the picture, in degrees, from which an arm spans its whole length: within 2 % of
it."""


@dataclass(frozen=True)
class BodyScale:
    """Lengths in pixels of the take's first picture, NaN where they are not known.

    trunk: from the middle of the hips to the middle of the shoulders.
    arm: from shoulder to wrist along a straight arm.
    """

    trunk: float
    arm: float


def scale_of(pose: Pose, near: Side | None) -> BodyScale:
    """The scale that one frame shows, in pixels of the take's first picture, however the camera has
    zoomed since; the arm is NaN unless the near one is straight.
    """
    points = pose.landmarks[:, :2].astype(float) / pose.camera.zoom
    points[~visible_landmarks(pose)] = np.nan
    shoulders, hips = (
        middle(*(points[INDEX[f"{side}_{joint}"]] for side in SIDES))
        for joint in ("shoulder", "hip")
    )
    trunk = float(distance(shoulders, hips))
    if near is None:
        return BodyScale(trunk, float("nan"))
    shoulder, elbow, wrist = (
        points[INDEX[f"{near}_{joint}"]] for joint in ("shoulder", "elbow", "wrist")
    )
    straight = interior_angle(shoulder, elbow, wrist) >= STRAIGHT
    return BodyScale(trunk, float(distance(shoulder, wrist)) if straight else float("nan"))


def typical(scales: Sequence[BodyScale], calibration: Calibration = BLAZEPOSE) -> BodyScale:
    """The scale that several frames agree on; the arm from the trunk where no arm was straight.

    calibration: that of the poses.
    """
    trunks = [scale.trunk for scale in scales if scale.trunk == scale.trunk]
    arms = [scale.arm for scale in scales if scale.arm == scale.arm]
    if not trunks:
        return BodyScale(float("nan"), float("nan"))
    trunk = median(trunks)
    ratio = median(arms) / trunk if arms else calibration.arm_to_trunk
    least, most = calibration.believed_arm_to_trunk
    return BodyScale(trunk, trunk * (ratio if least <= ratio <= most else calibration.arm_to_trunk))
