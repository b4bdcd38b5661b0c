"""How large a person is in the picture: the lengths that other measures are told in."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from statistics import median

import numpy as np

from formcheck.measure.geometry import distance, interior_angle, middle
from formcheck.measure.joints import Array, Joints
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.calibration import Calibration
from formcheck.pose.landmarks import SIDES, Side
from formcheck.pose.pose import Pose
from formcheck.pose.together import among

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
    joints, row = among(pose, Joints.seen)
    trunk, arms = joints.measured(_trunks)[row], joints.measured(_straight_arms)[row]
    return BodyScale(trunk, arms[SIDES.index(near)] if near is not None else nan)


def _trunks(joints: Joints) -> Array:
    shoulders, hips = (middle(*joints.both(joint).swapaxes(0, 1)) for joint in ("shoulder", "hip"))
    return distance(shoulders, hips)


def _straight_arms(joints: Joints) -> Array:
    shoulders, elbows, wrists = (joints.both(joint) for joint in ("shoulder", "elbow", "wrist"))
    straight = interior_angle(shoulders, elbows, wrists) >= STRAIGHT
    return np.where(straight, distance(shoulders, wrists), np.nan)


def typical(scales: Sequence[BodyScale], calibration: Calibration = FULL) -> BodyScale:
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


class ScaleKeeper:
    """The person's lengths in pixels, as they were when they came into position."""

    def __init__(self, learnt_over_s: float) -> None:
        self._learnt_over_s = learnt_over_s
        self._shown: list[BodyScale] = []
        self._began_s: float | None = None
        self._scale: BodyScale | None = None

    def scale(self, pose: Pose, near: Side | None) -> BodyScale:
        """The scale for a frame: what was learnt, else what the frame itself shows."""
        if self._scale is not None:
            return self._scale
        return typical([scale_of(pose, near)], pose.calibration)

    def learn(self, pose: Pose, near: Side | None) -> None:
        """Take in a frame in position."""
        if self._began_s is None:
            self._began_s = pose.time_s
        if pose.time_s - self._began_s <= self._learnt_over_s:
            self._shown.append(scale_of(pose, near))
            self._scale = typical(self._shown, pose.calibration)
