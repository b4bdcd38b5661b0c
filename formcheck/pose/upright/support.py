"""Which way is up in some pictures, from what stays where it is while the body moves.

What is lowest bears the weight, so it stays: feet while the hips sink, back and hips while a leg is
raised. In a picture that lies on its side the back that glides along a wall seems to be lowest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import clockwise
from formcheck.pose.upright.upright_body import QUARTERS

Array = NDArray[np.float64]

_JOINTS: Final = ("ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index")
_POINTS: Final = [INDEX["nose"], *(INDEX[f"{side}_{joint}"] for side in SIDES for joint in _JOINTS)]
_SHOULDERS: Final = [INDEX[f"{side}_shoulder"] for side in SIDES]
_HIPS: Final = [INDEX[f"{side}_hip"] for side in SIDES]


@dataclass(frozen=True)
class SupportSettings:
    """What gliding speaks against; lengths in those of the trunk.

    Of 291 upright recordings (sample clips, real people, random films) what is lowest glides by
    more than 0.1 in 8 of 100, most of whom walk; turned by a quarter or a half in 33.

    lowest: above the lowest point of a body; so far up its weight may rest.
    still: by which what bears weight seems to glide, as poses tremble.
    gliding: from which it surely glides.
    against: natural logarithm by which it speaks against a turn then; no more than a body does.
    least_trunk: of the body's extent; a trunk is seen shorter where it points at the camera.
    """

    lowest: float = 0.2
    still: float = 0.03
    gliding: float = 0.18
    against: float = 2.0
    least_trunk: float = 0.25


DEFAULTS: Final = SupportSettings()


def support_scores(poses: Sequence[Pose], settings: SupportSettings = DEFAULTS) -> Array:
    """Natural logarithms, one for each of QUARTERS: 0 where what bears the weight stays.

    poses: of one recording, some time apart; those that are no person are left out.
    """
    points = [pose.landmarks[_POINTS, :2] for pose in poses if is_person(pose)]
    points = [body for body in points if np.isfinite(body).all()]
    if len(points) < 2:
        return np.zeros(len(QUARTERS))
    bodies = np.stack(points).astype(np.float64) / _trunk(poses, settings)
    gliding = np.array([_gliding(clockwise(bodies, turn), settings) for turn in QUARTERS])
    share = (gliding - settings.still) / (settings.gliding - settings.still)
    return np.asarray(-settings.against * share.clip(0, 1))


def _trunk(poses: Sequence[Pose], settings: SupportSettings) -> float:
    places = np.stack([pose.landmarks[:, :2] for pose in poses if is_person(pose)])
    trunks = places[:, _SHOULDERS].mean(axis=1) - places[:, _HIPS].mean(axis=1)
    extents = np.ptp(places, axis=1)
    length = np.nanmedian(np.hypot(*trunks.T))
    return float(max(length, settings.least_trunk * np.nanmedian(np.hypot(*extents.T)), 1.0))


def _gliding(bodies: NDArray[np.floating], settings: SupportSettings) -> float:
    """How far what is lowest moves along the floor from one moment to another, on average.

    bodies: moments × points × 2, upright. Of what is lowest at both moments, what moves least.
    """
    low = bodies[..., 1] >= bodies[..., 1].max(axis=1, keepdims=True) - settings.lowest
    moved = []
    for first, second in combinations(range(len(bodies)), 2):
        both = low[first] & low[second]
        if both.any():
            along = np.abs(bodies[first, both, 0] - bodies[second, both, 0])
            moved.append(min(float(along.min()), 1.0))
    return float(np.mean(moved)) if moved else settings.still
