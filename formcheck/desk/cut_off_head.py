"""Who stands so close that the picture cuts off their head is found head over heels."""

from dataclasses import dataclass

import numpy as np

from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class CutOffHeadSettings:
    """Metres of the body."""

    head_over_heels: float = 0.1
    """By which the shoulders are found below the hips, which they never are at a desk: whoever
    bends over a phone has them 0.2 above, and level where a desk hides the hips (rendered people).
    """

    neck: float = 0.08
    """Of the picture's upper edge that the body covers at least: more than a crown does."""


DEFAULTS = CutOffHeadSettings()


def is_head_over_heels(pose: Pose, settings: CutOffHeadSettings = DEFAULTS) -> bool:
    """Whether a body is found that nobody at a desk has: the model draws all of it into the picture
    where that shows a trunk without a head.
    """
    if not pose.found:
        return False
    shoulders, hips = (_height(pose, joint) for joint in ("shoulder", "hip"))
    return bool(shoulders - hips > settings.head_over_heels * pose.pixels_per_metre)


def is_cut_off_above(pose: Pose, settings: CutOffHeadSettings = DEFAULTS) -> bool:
    """Whether somebody goes on above the picture; not where they have no outline."""
    if pose.silhouette is None:
        return False
    covered = np.count_nonzero(pose.silhouette.mask[0]) / pose.silhouette.scale
    return bool(covered > settings.neck * pose.pixels_per_metre)


def _height(pose: Pose, joint: str) -> float:
    """Pixels from the upper edge."""
    return float(np.mean([pose.landmark(f"{side}_{joint}")[1] for side in SIDES]))
