"""Limbs that are drawn far shorter than they are, in space: nobody sees those.

Where furniture hides a hand or a foot, the model draws it where it still sees the body and is sure
of it. In the picture a limb that points at the camera is short too, but in space it keeps its
length.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

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

_LIMBS = tuple((joint, side) for joint in LOWER for side in SIDES)
"""Whose lower bone is looked at."""

_UPPER, _LOWER = (
    [INDEX[f"{side}_{LOWER[joint][end]}"] for joint, side in _LIMBS] for end in range(2)
)
_USUAL = np.array([SEGMENTS[LOWER[joint]] / TRUNK for joint, _ in _LIMBS])
"""How long it is, in trunk lengths."""


def shrunk_limbs(
    poses: Sequence[Pose], settings: ShrunkSettings = DEFAULTS
) -> list[list[tuple[str, str]]]:
    """Of each pose the joint, elbow or knee, and the side of each limb that is drawn too short."""
    world = np.array([pose.world for pose in poses], np.float64)
    trunks = (world[:, _SHOULDERS] - world[:, _HIPS]).sum(axis=1) / len(SIDES)
    trunk = np.linalg.norm(trunks, axis=-1)
    lower = np.linalg.norm(world[:, _UPPER] - world[:, _LOWER], axis=-1)
    shrunk = lower < settings.least_share * _USUAL * trunk[:, None]
    return [list(compress(_LIMBS, row)) for row in shrunk.tolist()]
