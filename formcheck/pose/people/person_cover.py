"""What of a body is hidden by somebody nearer to the camera, or by what was laid over the film."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from formcheck.pose.landmarks import BONES, INDEX, SIDES
from formcheck.pose.people.people import COMPARED
from formcheck.pose.pose import Floats, Pose
from formcheck.video.frame import Mask


@dataclass(frozen=True)
class CoverSettings:
    """What others hide, and when so much is hidden that nothing is seen.

    flesh_m: metres round the line from joint to joint, clothes and swinging arms included.
    head_m: the same round the nose.
    doubt_m: so far beside somebody a joint counts as hidden: where they are between two looks is
        known no better, and a joint beside them is easily drawn onto them.
    beside_m: the same beside what was laid over the picture, whose edge is known.
    points: along each side of the trunk that are looked at.
    trunk: share of them; with more hidden, neither the trunk nor what hangs on it is known.
    joints: of shoulders, hips, knees and ankles; with fewer in sight, too little is.
    """

    flesh_m: float = 0.15
    head_m: float = 0.2
    doubt_m: float = 0.12
    beside_m: float = 0.05
    points: int = 5
    trunk: float = 0.15
    joints: int = 4


DEFAULTS = CoverSettings()

HANGING = [
    (INDEX[f"{side}_{upper}"], INDEX[f"{side}_{lower}"])
    for side in SIDES
    for upper, lower in (
        ("elbow", "wrist"),
        ("knee", "ankle"),
        ("ankle", "heel"),
        ("ankle", "foot_index"),
    )
]
"""Rows of joints and of what hangs on them, from the body outwards."""


def room_taken(
    others: Sequence[Pose],
    width: int,
    height: int,
    more_m: float = 0.0,
    settings: CoverSettings = DEFAULTS,
) -> Mask:
    """Rows × columns of a picture: where the bodies of these people are, and so much more round
    them.
    """
    drawn = np.zeros((height, width), np.uint8)
    for other in others:
        size = other.pixels_per_metre
        points = np.clip(other.landmarks[:, :2], -width - height, 2 * (width + height)).astype(int)
        thick = max(1, round(2 * (settings.flesh_m + more_m) * size))
        for start, end in BONES:
            cv2.line(drawn, points[INDEX[start]].tolist(), points[INDEX[end]].tolist(), 1, thick)
        head = max(1, round((settings.head_m + more_m) * size))
        cv2.circle(drawn, points[INDEX["nose"]].tolist(), head, 1, cv2.FILLED)
        trunk = ("left_shoulder", "right_shoulder", "right_hip", "left_hip")
        cv2.fillConvexPoly(drawn, points[[INDEX[name] for name in trunk]], 1)
    return drawn.astype(np.bool_)


def seen_beside(pose: Pose, others: Sequence[Pose], settings: CoverSettings = DEFAULTS) -> Pose:
    """The pose without what is hidden: such joints are unseen, or all of it is missing.

    What hangs on a hidden joint is as little known. others: who is nearer to the camera.
    """
    if not pose.found:
        return pose
    taken = room_taken(others, pose.width, pose.height, settings.doubt_m, settings)
    return seen_outside(pose, taken, settings)


def seen_under(pose: Pose, laid_over: Mask | None, settings: CoverSettings = DEFAULTS) -> Pose:
    """The pose without what something hides that was laid over the picture; see `Frame.laid_over`.

    As little is known of what is right beside it: half of that is hidden.
    """
    if laid_over is None or not pose.found:
        return pose
    scale = laid_over.shape[1] / pose.width
    beside = max(1, round(2 * settings.beside_m * pose.pixels_per_metre * scale))
    round_it = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (beside, beside))
    # In the smaller picture, as in one of 1280 × 720 it costs four milliseconds.
    taken = cv2.dilate(laid_over.view(np.uint8), round_it)
    return seen_outside(pose, taken.view(np.bool_), settings)


def seen_outside(pose: Pose, taken: Mask, settings: CoverSettings = DEFAULTS) -> Pose:
    """The pose without what lies where something else is; see `seen_beside`.

    taken: rows × columns of the picture, or of a smaller one of it.
    """
    scale = np.array([taken.shape[1] / pose.width, taken.shape[0] / pose.height], np.float32)
    hidden = _hidden(pose.landmarks[:, :2] * scale, taken)
    for upper, lower in HANGING:
        hidden[lower] |= hidden[upper]
    trunk = _hidden(_along_the_trunk(pose, settings.points) * scale, taken)
    in_sight = np.count_nonzero(~hidden[COMPARED])
    if trunk.mean() > settings.trunk or in_sight < settings.joints:
        return replace(Pose.missing(pose.time_s, pose.width, pose.height), covered=True)
    if not hidden.any():
        return pose
    return replace(
        pose,
        covered=True,
        visibility=np.where(hidden, np.float32(0), pose.visibility),
        presence=np.where(hidden, np.float32(0), pose.presence),
    )


def _hidden(points: Floats, taken: Mask) -> Mask:
    """For each point whether somebody is there; beyond the picture nobody is."""
    rows, columns = taken.shape
    x, y = np.nan_to_num(points, nan=-1).astype(int).T
    within = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    return np.asarray(within & taken[np.clip(y, 0, rows - 1), np.clip(x, 0, columns - 1)])


def _along_the_trunk(pose: Pose, points: int) -> Floats:
    shares = np.linspace(0, 1, points, dtype=np.float32)[:, None]
    lines = [
        (1 - shares) * pose.landmarks[INDEX[f"{side}_shoulder"], :2]
        + shares * pose.landmarks[INDEX[f"{side}_hip"], :2]
        for side in SIDES
    ]
    return np.concatenate(lines)
