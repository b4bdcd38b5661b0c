"""Which landmarks can be trusted, and whether a pose is a person at all.

The model always answers with a whole body, also for joints that are hidden, outside the picture
or never were there, and now and then it sees a body in a chair or an exercise ball.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Floats, Pose
from formcheck.pose.proportions import SEGMENTS, TRUNK
from formcheck.pose.together import among


@dataclass(frozen=True)
class PlausibilitySettings:
    """What doesn't depend on the model.

    border: share of the frame's longer side; nearer to the border a joint is half cut off
        (engineering).
    end_border: the same for a foot of which a part is beyond the edge. In seven sample clips that
        were cropped so that a limb leaves the picture, ankles there were drawn a tenth of a
        trunk's length off, else a fiftieth. A hand that carries the body is better placed.
    """

    border: float = 0.01
    end_border: float = 0.03


DEFAULTS = PlausibilitySettings()


def _hinges() -> NDArray[np.intp]:
    """For each landmark the row of the elbow or knee that it hangs on; its own where on none."""
    rows = np.arange(len(INDEX))
    for side in SIDES:
        for hinge, ends in HANGING.items():
            rows[[INDEX[f"{side}_{end}"] for end in ends]] = INDEX[f"{side}_{hinge}"]
    return rows


HANGING = {
    "elbow": ("wrist", "pinky", "index", "thumb"),
    "knee": ("ankle", "heel", "foot_index"),
}

HINGES = _hinges()

FEET = [
    (INDEX[f"{side}_ankle"], [INDEX[f"{side}_{part}"] for part in ("heel", "foot_index")])
    for side in SIDES
]
"""Rows of where a foot begins, and of its parts."""


UPPER_ENDS, LOWER_ENDS = (
    np.array([INDEX[f"{side}_{ends[end]}"] for side in SIDES for ends in SEGMENTS])
    for end in range(2)
)
"""Rows of the joints that each of SEGMENTS lies between, of the left side, then of the right."""

UPPER = np.arange(INDEX["right_shoulder"] + 1)
SHOULDERS = [INDEX[f"{side}_shoulder"] for side in SIDES]
HIPS = [INDEX[f"{side}_hip"] for side in SIDES]
"""Rows of head and shoulders, of the shoulders, and of the hips."""

SEGMENT_SHARES = np.array([share / TRUNK for _ in SIDES for share in SEGMENTS.values()])
"""Their usual lengths in those of the trunk."""


def visible_landmarks(pose: Pose) -> NDArray[np.bool_]:
    """For each of the 33 landmarks whether it is inside the frame and the model is sure of it."""
    visible, row = among(pose, visible_of)
    return np.asarray(visible[row])


def sure_landmarks(pose: Pose) -> NDArray[np.bool_]:
    """For each landmark whether the model is sure of it, wherever it is."""
    sure, row = among(pose, sure_of)
    return np.asarray(sure[row])


def visible_of(poses: Sequence[Pose]) -> NDArray[np.bool_]:
    """The same of each of these poses, N × 33."""
    return sure_of(poses) & ~beyond_of(poses)


def sure_of(poses: Sequence[Pose]) -> NDArray[np.bool_]:
    """The same of each of these poses, N × 33."""
    known = [(pose.calibration.visibility, pose.calibration.presence) for pose in poses]
    visibility, presence = np.array(known, np.float32).T[..., None]
    visible = np.array([pose.visibility for pose in poses]) >= visibility
    return np.asarray(visible & (np.array([pose.presence for pose in poses]) >= presence))


def beyond_of(
    poses: Sequence[Pose], settings: PlausibilitySettings = DEFAULTS
) -> NDArray[np.bool_]:
    """For each landmark of each pose, N × 33, whether it is at the picture's edge or beyond it.

    A limb that leaves the picture is often drawn inside it: so what hangs on an elbow or a knee
    beyond the edge counts as beyond it too, and so does a foot that is partly there.
    """
    room = _room(poses)
    longer = np.array([[max(pose.width, pose.height)] for pose in poses])
    outside = ~(room >= (settings.border * longer).astype(np.float32))
    beyond = outside | outside[:, HINGES]
    near_the_end = ~(room >= (settings.end_border * longer).astype(np.float32))
    for ankle, parts in FEET:
        gone = near_the_end[:, ankle] & beyond[:, parts].any(axis=1)
        beyond[:, [ankle, *parts]] |= gone[:, None]
    return beyond


def is_person(pose: Pose) -> bool:
    """Whether a pose can be a person: seen well enough, large enough, of human proportions.

    Needs no more than head and shoulders in the picture. A missing pose is no person.
    """
    return is_seen_well(pose) and _has_human_proportions(pose)


def is_upper_body(pose: Pose) -> bool:
    """Whether a pose can be of a person of whom no more than head and shoulders need be seen.

    Somebody at a desk is half hidden: what the model draws of the hidden legs is no reason to doubt
    the rest, neither how unsure it is of them nor how long it draws them.
    """
    if not pose.found or not _is_large(pose):
        return False
    known = pose.calibration
    sure = pose.visibility[UPPER].mean() >= known.mean_visibility
    there = pose.presence[UPPER].mean() >= known.mean_presence and _inside(pose, 0.0)[UPPER].any()
    shoulder = pose.visibility[SHOULDERS].max() >= known.shoulder_visibility
    return bool(sure and there and shoulder) and _has_human_proportions(pose, of_seen=True)


def is_seen_well(pose: Pose) -> bool:
    """Whether a body was found and is seen well enough and large enough, whatever its proportions.

    So are those of a chair at times, but also of a person who bends towards the camera.
    """
    return pose.found and _is_seen(pose) and _is_large(pose)


def _inside(pose: Pose, margin: float) -> NDArray[np.bool_]:
    return np.asarray(_room((pose,))[0] >= margin)


def _room(poses: Sequence[Pose]) -> Floats:
    """How far each landmark of each pose is from the nearest edge of the picture; negative beyond
    it.
    """
    places = np.array([pose.landmarks[:, :2] for pose in poses])
    size = np.array([[(pose.width, pose.height)] for pose in poses], np.float32)
    return np.asarray(np.minimum(places, size - places).min(axis=2))


def _is_seen(pose: Pose) -> bool:
    known, inside = pose.calibration, _inside(pose, 0.0)
    if np.count_nonzero(inside) < known.fewest_landmarks:
        return False
    return bool(
        pose.visibility[inside].mean() >= known.mean_visibility
        and pose.presence[inside].mean() >= known.mean_presence
        and pose.visibility[SHOULDERS].max() >= known.shoulder_visibility
    )


def _is_large(pose: Pose) -> bool:
    low, high = pose.box
    return bool((high - low).max() >= pose.calibration.smallest_body_px)


def _has_human_proportions(pose: Pose, *, of_seen: bool = False) -> bool:
    """By world landmarks alone: in the picture a limb may point at the camera.

    What the body itself hides, such as the arm that somebody lies on, is drawn far too short.

    of_seen: only the segments count whose ends are seen, and the trunk where the hips are in the
        picture; else all that are too long do.
    """
    if not np.isfinite(pose.world).any():
        return True
    shortest, longest = pose.calibration.trunk_m
    trunk = float(np.linalg.norm(_middle(pose.world, "shoulder") - _middle(pose.world, "hip")))
    hidden = of_seen and not _inside(pose, 0.0)[HIPS].any()
    if not hidden and not shortest <= trunk <= longest:
        return False
    low, high = pose.calibration.segment_ratio
    lengths = np.linalg.norm(pose.world[UPPER_ENDS] - pose.world[LOWER_ENDS], axis=1)
    ratios = lengths / trunk / SEGMENT_SHARES
    if np.all((low <= ratios) & (ratios <= high)):
        return True
    seen = visible_landmarks(pose)
    told = seen[UPPER_ENDS] & seen[LOWER_ENDS]
    too_long = ratios > high
    return not bool(((ratios < low) & told).any() or (too_long & (told | (not of_seen))).any())


def _middle(points: Floats, joint: str) -> Floats:
    left, right = (points[INDEX[f"{side}_{joint}"]] for side in SIDES)
    return np.asarray((left + right) / 2, np.float32)
