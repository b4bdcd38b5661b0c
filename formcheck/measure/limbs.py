"""Where limbs and trunk point in the picture: what moves with the body and not with the camera."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.joints import upright_points
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.pose.together import among

Floats = NDArray[np.float64]

ARM = (("shoulder", "elbow"), ("elbow", "wrist"))
LEG = (("hip", "knee"), ("knee", "ankle"), ("ankle", "foot_index"))
NECK = (("ear", "shoulder"),)

_PAIRED = (*ARM, *LEG, *NECK)

_FROM, _TO = (
    np.array([INDEX[f"{side}_{limb[end]}"] for limb in _PAIRED for side in SIDES]) for end in (0, 1)
)
_HIPS, _SHOULDERS = ([INDEX[f"{side}_{joint}"] for side in SIDES] for joint in ("hip", "shoulder"))

COUNT = 2 * len(_PAIRED) + 1
"""Rows of `limbs`: each of ARM, LEG and NECK on the left and the right in turn, then the trunk."""


def limbs(body: Body) -> Floats:
    """Each limb from end to end, COUNT × 2 in trunk lengths, upright; also where it is hidden.

    Whoever uses what nobody sees must look whether it moves as the rest of the body does.
    """
    pixels, row = among(body.pose, _limbs_of)
    return np.asarray(pixels[row] / body.scale.trunk)


def _limbs_of(poses: Sequence[Pose]) -> NDArray[np.floating]:
    """The same of each of these poses, N × COUNT × 2, in pixels."""
    points = upright_points(poses)
    trunk = (points[:, _SHOULDERS] - points[:, _HIPS]).sum(axis=1, keepdims=True) / len(SIDES)
    return np.concatenate([points[:, _TO] - points[:, _FROM], trunk], axis=1)


def renamed() -> tuple[NDArray[np.intp], ...]:
    """The orders of rows in which left and right have changed places, as the model may name them.

    As they are, with the legs swapped, the arms, and both.
    """
    rows = np.arange(COUNT)
    arms = slice(0, 2 * len(ARM))
    legs = slice(arms.stop, arms.stop + 2 * len(LEG))
    orders = []
    for swapped in ((), (legs,), (arms,), (legs, arms)):
        order = rows.copy()
        for part in swapped:
            order[part] = rows[part].reshape(-1, 2)[:, ::-1].ravel()
        orders.append(order)
    return tuple(orders)
