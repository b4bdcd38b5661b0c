"""Which way is up in a picture, from how the body in it holds itself.

A body rests on what is below it: who lies has the floor all along, who stands has it under the
feet, and knees and elbows bend as weight lets them. Small networks have learned how bodies lie to
the vertical from pose tracks of exercises, mirrored, seen from other sides and with noise
(`models/README.md`). They score a pose in the picture as it is and turned by each quarter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.pose.upright.body_networks import BodyNetworks

Array = NDArray[np.float64]

QUARTERS: Final = (0, 90, 180, 270)
"""Degrees clockwise by which a picture may have to be turned."""

NETWORKS: Final = BodyNetworks(Path(__file__).with_name("upright_body.npz"))

_LIMBS: Final = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index")
_LEFT: Final = [INDEX[f"left_{joint}"] for joint in _LIMBS]
_RIGHT: Final = [INDEX[f"right_{joint}"] for joint in _LIMBS]
_EARS: Final = [INDEX["left_ear"], INDEX["right_ear"]]
_NOSE: Final = [INDEX["nose"]]
_HIPS: Final = [2 + _LIMBS.index("hip"), 2 + len(_LIMBS) + _LIMBS.index("hip")]


@dataclass(frozen=True)
class BodySettings:
    """least_share: of a turn in one pose, so that one odd pose doesn't outweigh all others."""

    least_share: float = 0.003


DEFAULTS: Final = BodySettings()


def body_scores(poses: Sequence[Pose], settings: BodySettings = DEFAULTS) -> Array:
    """Logarithms of how likely each of QUARTERS makes each body upright, poses × 4.

    Poses that are no person, or that lack landmarks because their model doesn't place them, are
    left out.
    """
    points = [body_points(pose.landmarks) for pose in poses if is_person(pose)]
    points = [body for body in points if np.isfinite(body).all()]
    if not points:
        return np.empty((0, len(QUARTERS)))
    return np.asarray(np.log(turn_shares(np.stack(points)).clip(min=settings.least_share)))


def turn_shares(points: Array) -> Array:
    """How likely each of QUARTERS makes each body upright, poses × 4; from `body_points`."""
    return NETWORKS.shares(points, QUARTERS)


def body_points(landmarks: NDArray[np.floating]) -> Array:
    """Head and limbs, ... × 18 × 2, from the middle of the hips, in the body's own size.

    landmarks: ... × 33 × 2 or more; x right, y down.
    """
    plane = np.asarray(landmarks[..., :2], np.float64)
    ears = plane[..., _EARS, :].mean(axis=-2, keepdims=True)
    points = np.concatenate(
        [plane[..., _NOSE, :], ears, plane[..., _LEFT, :], plane[..., _RIGHT, :]], axis=-2
    )
    points = points - points[..., _HIPS, :].mean(axis=-2, keepdims=True)
    size = np.sqrt((points**2).sum(axis=(-1, -2), keepdims=True) / points.shape[-2])
    return np.asarray(points / np.maximum(size, 1e-9))
