"""Where limbs and trunk point in the picture: what moves with the body and not with the camera."""

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.upright.upright import upright

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
    points = upright(body.pose, body.pose.landmarks[:, :2].astype(np.float64))
    trunk = (points[_SHOULDERS] - points[_HIPS]).sum(axis=0) / len(SIDES)
    return np.asarray(np.vstack([points[_TO] - points[_FROM], trunk]) / body.scale.trunk)


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
