"""What is learnt says of how far a foot is across the other leg.

It has networks of its own, so that they can be learnt anew without the others.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.estimates import SIGMAS, Estimate, InSpace
from formcheck.measure.learned.features import PER_TRUNK
from formcheck.measure.learned.frames import Frames, frame_of, joint, spaces_of
from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.measure.vectors import dot, unit
from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.pose import Pose

Array = NDArray[np.float64]

FOOT = "foot_crossed"
"""The measure, of either side, in trunk lengths."""

FARTHEST = 3.0
"""Trunk lengths beyond which no foot is from the other leg: points that say so are wrong."""

_LEVEL = np.array([1.0, 0.0, 1.0])


def foot_estimates(
    found: InSpace, pose: Pose, near: Side | None, turn: float
) -> Mapping[str, Estimate]:
    """FOOT of either side by its full name, in trunk lengths.

    found: of the pose. near: the side nearer to the camera. turn: degrees by which it is off the
    body's plane.
    """
    geometry = candidates_of_foot(frame_of(pose).both_sides())
    networks = networks_at(LEARNT[found.model].foot)
    values, scales = networks.unwidened(found.shown, geometry)
    is_near = np.array([side == near for side in SIDES])
    halves = networks.halves(scales, is_near, np.full(len(SIDES), turn))
    in_trunks = zip(SIDES, values[:, 0] / PER_TRUNK, halves[:, 0] / PER_TRUNK, strict=True)
    return {
        f"{FOOT}.{side}": Estimate(float(value), float(half) / SIGMAS)
        for side, value, half in in_trunks
    }


def candidates_of_foot(frames: Frames) -> Array:
    """What geometry makes of FOOT on the left side (N × 1 × 3), in PER_TRUNK: in the picture, with
    the landmarks' depth, and between world points.
    """
    return PER_TRUNK * foot_crossed(spaces_of(frames)).T[:, None]


def foot_crossed(points: Array) -> Array:
    """How far the left ankle is beyond the right knee, across the hips (...), in trunk lengths of
    landmarks (... × 33 × 3).
    """
    left, right = (points[..., INDEX[f"{side}_hip"], :] for side in SIDES)
    ankle, knee = (points[..., INDEX[name], :] for name in ("left_ankle", "right_knee"))
    trunk = joint(points, "shoulder") - joint(points, "hip")
    # Right from the side the hips may be one point of the picture, which shows nothing then.
    beyond = np.nan_to_num(dot(ankle - knee, unit((right - left) * _LEVEL)))
    return np.asarray(np.clip(beyond / (np.sqrt(dot(trunk, trunk)) + 1e-9), -FARTHEST, FARTHEST))
