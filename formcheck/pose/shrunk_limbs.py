"""Limbs that are drawn far shorter than they are, in space: nobody sees those.

Where furniture hides a hand or a foot, the model draws it where it still sees the body and is sure
of it. In the picture a limb that points at the camera is short too, but in space it keeps its
length.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.pose.proportions import SEGMENTS, TRUNK


@dataclass(frozen=True)
class ShrunkSettings:
    """least_share: of a forearm's or a shin's usual length for such a trunk. The forearm of an arm
    that a cupboard hides has 0.35 to 0.52; in tracks of real people and sample clips it is less in
    one of a hundred poses, and the shin too, most of them hidden or folded away from the camera.
    """

    least_share: float = 0.55


DEFAULTS = ShrunkSettings()

LOWER: dict[str, tuple[str, str]] = {"elbow": ("elbow", "wrist"), "knee": ("knee", "ankle")}
"""The lower bone of a limb by the joint that it hangs on."""

_SHOULDERS, _HIPS = ([INDEX[f"{side}_{joint}"] for side in SIDES] for joint in ("shoulder", "hip"))
_ENDS = {
    (joint, side): [INDEX[f"{side}_{end}"] for end in ends]
    for joint, ends in LOWER.items()
    for side in SIDES
}


def shrunk_limbs(pose: Pose, settings: ShrunkSettings = DEFAULTS) -> list[tuple[str, str]]:
    """The joint, elbow or knee, and the side of each limb that is drawn too short."""
    world: NDArray[np.floating] = pose.world
    trunk = np.linalg.norm((world[_SHOULDERS] - world[_HIPS]).mean(axis=0))
    return [
        (joint, side)
        for (joint, side), (upper, lower) in _ENDS.items()
        if np.linalg.norm(world[upper] - world[lower])
        < settings.least_share * SEGMENTS[LOWER[joint]] / TRUNK * trunk
    ]
