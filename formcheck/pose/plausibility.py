"""Which landmarks can be trusted, and whether a pose is a person at all.

The model always answers with a whole body, also for joints that are hidden, outside the picture
or never were there, and now and then it sees a body in a chair or an exercise ball.
"""

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Floats, Pose

VISIBILITY = 0.5
PRESENCE = 0.5
"""From which a landmark counts as seen; MediaPipe's own drawing uses the same two numbers."""

MARGIN = 0.01
"""Share of the frame's longer side; nearer to the border a joint is half cut off (engineering)."""

MEAN_VISIBILITY = 0.55
"""Of the landmarks inside the frame. Least in 316 pictures of people: 0.59; median over what was
found in 139 pictures without one: 0.58."""

MEAN_PRESENCE = 0.4
"""Of the landmarks inside the frame. Least in pictures of people: 0.90, and 0.42 where only head
and shoulders show."""

SHOULDER_VISIBILITY = 0.9
"""Of the better seen shoulder. Least in pictures of people: 0.98, head and shoulders included; a
quarter of what was found where nobody was stays below 0.97."""

FEWEST_LANDMARKS = 8
"""Landmarks inside the frame; head and shoulders alone are 13."""

SMALLEST_BODY = 40
"""Pixels, the longer side of the box round all landmarks. The model works on 256 pixels, so it
would be shown less than a sixth of what it was trained on (engineering)."""

TRUNK_LENGTH = (0.2, 0.9)
"""Metres between the middles of shoulders and hips in world landmarks; found: 0.29 to 0.58."""

SEGMENTS = {
    ("shoulder", "elbow"): 0.186,
    ("elbow", "wrist"): 0.146,
    ("hip", "knee"): 0.245,
    ("knee", "ankle"): 0.246,
}
TRUNK_SHARE = 0.288
"""Lengths in body heights, after Drillis and Contini (1966), as Winter prints them in
Biomechanics and Motor Control of Human Movement, figure 4.1; the trunk from hip to shoulder."""

SEGMENT_RATIO = (0.2, 2.5)
"""Allowed length of a segment over the trunk, in units of the ratio in that table. Wide, since
MediaPipe shortens what points at the camera: found in videos of people, 0.22 to 1.43."""


def visible_landmarks(pose: Pose) -> NDArray[np.bool_]:
    """For each of the 33 landmarks whether it is inside the frame and the model is sure of it."""
    margin = MARGIN * max(pose.width, pose.height)
    return _inside(pose, margin) & (pose.visibility >= VISIBILITY) & (pose.presence >= PRESENCE)


def is_person(pose: Pose) -> bool:
    """Whether a pose can be a person: seen well enough, large enough, of human proportions.

    Needs no more than head and shoulders in the picture. A missing pose is no person.
    """
    return pose.found and _is_seen(pose) and _is_large(pose) and _has_human_proportions(pose)


def _inside(pose: Pose, margin: float) -> NDArray[np.bool_]:
    x, y = pose.landmarks[:, 0], pose.landmarks[:, 1]
    within = (x >= margin) & (x <= pose.width - margin)
    return np.asarray(within & (y >= margin) & (y <= pose.height - margin))


def _is_seen(pose: Pose) -> bool:
    inside = _inside(pose, 0.0)
    if np.count_nonzero(inside) < FEWEST_LANDMARKS:
        return False
    shoulders = [INDEX[f"{side}_shoulder"] for side in SIDES]
    return bool(
        pose.visibility[inside].mean() >= MEAN_VISIBILITY
        and pose.presence[inside].mean() >= MEAN_PRESENCE
        and pose.visibility[shoulders].max() >= SHOULDER_VISIBILITY
    )


def _is_large(pose: Pose) -> bool:
    return bool(np.ptp(pose.landmarks[:, :2], axis=0).max() >= SMALLEST_BODY)


def _has_human_proportions(pose: Pose) -> bool:
    trunk = float(np.linalg.norm(_middle(pose.world, "shoulder") - _middle(pose.world, "hip")))
    if not TRUNK_LENGTH[0] <= trunk <= TRUNK_LENGTH[1]:
        return False
    low, high = SEGMENT_RATIO
    return all(
        low <= _segment(pose.world, side, upper, lower) / trunk / (share / TRUNK_SHARE) <= high
        for side in SIDES
        for (upper, lower), share in SEGMENTS.items()
    )


def _middle(points: Floats, joint: str) -> Floats:
    left, right = (points[INDEX[f"{side}_{joint}"]] for side in SIDES)
    return np.asarray((left + right) / 2, np.float32)


def _segment(points: Floats, side: str, upper: str, lower: str) -> float:
    ends = points[INDEX[f"{side}_{upper}"]] - points[INDEX[f"{side}_{lower}"]]
    return float(np.linalg.norm(ends))
