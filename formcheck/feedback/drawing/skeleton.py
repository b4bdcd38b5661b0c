"""The skeleton, each limb in the style of its verdict."""

from collections.abc import Mapping
from functools import lru_cache
from math import isnan

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.judged_joints import WEIGHT, Bone
from formcheck.feedback.drawing.palette import INK, LIMB_STYLES, PAPER, RIM, LimbStyle
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import BONES, INDEX
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

Points = NDArray[np.float64]

Place = tuple[int, int]
"""A pixel: x and y."""

JOINT = 0.75
"""Radius of the disc at a joint over the limb's thickness."""

HEAD_RADIUS = 1.2
"""Radius of the head over the extent of nose and ears."""

HEAD_RINGS = (0.0, 0.4, 0.7, 1.0)
"""Where over that radius its points lie: they are many, as a covered face is worse than a covered
arm."""

_FACE = np.array([INDEX[name] for name in ("nose", "left_ear", "right_ear")])
_ENDS = np.array([[INDEX[name] for name in bone] for bone in BONES])
_STEPS = np.linspace(0, 1, 9)[None, :, None]

_TURNS = np.linspace(0, 2 * np.pi, 12, endpoint=False)
_RINGS = np.concatenate(
    [share * np.stack([np.cos(_TURNS), np.sin(_TURNS)], axis=1) for share in HEAD_RINGS]
)
"""Points around the head, over its radius."""


def picture_to_draw_on(image: Image, *, mirrored: bool) -> Image:
    """A copy of a picture, as in a mirror where that is wanted."""
    return np.asarray(cv2.flip(image, 1), np.uint8) if mirrored else image.copy()


def shown_points(pose: Pose, shape: tuple[int, ...], *, mirrored: bool) -> Points:
    """The landmarks in pixels of the shown picture, 33 × 2; NaN where they can't be drawn.

    shape: rows and columns of the shown picture, which may be scaled from the pose's frame.
    """
    return shown_places(pose.landmarks[:, :2], pose, shape, mirrored=mirrored)


def shown_places(
    places: NDArray[np.floating], pose: Pose, shape: tuple[int, ...], *, mirrored: bool
) -> Points:
    """Places in a pose's frame, n × 2, in pixels of the shown picture; see `shown_points`.

    One more than a picture's size outside is the model's mistake, and too far for OpenCV's
    integers: it becomes NaN.
    """
    size = np.array([shape[1], shape[0]], dtype=np.float64)
    points = places * (size / [pose.width, pose.height])
    with np.errstate(invalid="ignore"):
        points[((points < -size) | (points > 2 * size)).any(axis=1)] = np.nan
    if mirrored:
        points[:, 0] = size[0] - 1 - points[:, 0]
    return points


def body_points(points: Points) -> Points:
    """Points along every bone and around the head, n × 2 pixels: what a label should not cover."""
    return np.concatenate([_along_bones(points), _around_head(points)])


def _around_head(points: Points) -> Points:
    """A few rings of points."""
    face = points[_FACE]
    if not np.isfinite(face).all():
        return np.empty((0, 2))
    radius = HEAD_RADIUS * float(np.ptp(face, axis=0).max())
    return np.asarray(face.mean(axis=0) + radius * _RINGS)


def _along_bones(points: Points) -> Points:
    """Points in steps along every bone, n × 2 pixels."""
    ends = points[_ENDS]
    between = (ends[:, :1] * (1 - _STEPS) + ends[:, 1:] * _STEPS).reshape(-1, 2)
    along: Points = between[np.isfinite(between).all(axis=1)]
    return along


def draw_skeleton(
    image: Image, points: Points, pose: Pose, verdicts: Mapping[Bone, Verdict]
) -> None:
    """Draw every bone that can be seen, the ones at fault last so that nothing covers them.

    A limb that nothing judges is left out where the model itself doubts one of its ends.
    points: of the pose's landmarks in the image.
    """
    sure = (pose.visibility >= pose.calibration.visibility).tolist()
    side = min(image.shape[:2])
    places: list[Place | None] = [
        None if isnan(x) or isnan(y) else (round(x), round(y)) for x, y in points.tolist()
    ]
    limbs: list[tuple[Place, Place, LimbStyle]] = []
    for bone, verdict in sorted(verdicts.items(), key=lambda item: WEIGHT[item[1]]):
        first, second = (INDEX[name] for name in bone)
        start, end = places[first], places[second]
        if start and end and ((sure[first] and sure[second]) or verdict is not Verdict.UNKNOWN):
            limbs.append((start, end, LIMB_STYLES[verdict]))
    last = {place: number for number, limb in enumerate(limbs) for place in limb[:2]}
    for number, (start, end, style) in enumerate(limbs):
        _draw_line(image, start, end, style, side)
        for place in (start, end):
            # The last limb there covers the discs of those before.
            if last[place] == number:
                _draw_joint(image, place, style, side)


def draw_limb(image: Image, start: Place, end: Place, style: LimbStyle, side: int) -> None:
    """One limb with a dark rim, so that it stands out from any background.

    side: the picture's shorter side in pixels, to which the thickness is relative.
    """
    _draw_line(image, start, end, style, side)
    for place in (start, end):
        _draw_joint(image, place, style, side)


def _draw_line(image: Image, start: Place, end: Place, style: LimbStyle, side: int) -> None:
    thickness, rim = _sizes(style, side)
    cv2.line(image, start, end, INK, thickness + 2 * rim, cv2.LINE_AA)
    cv2.line(image, start, end, style.colour, thickness, cv2.LINE_AA)
    if style.core is not None:
        cv2.line(image, start, end, style.core, max(thickness // 4, 1), cv2.LINE_AA)


def _draw_joint(image: Image, place: Place, style: LimbStyle, side: int) -> None:
    thickness, rim = _sizes(style, side)
    radius = max(round(JOINT * thickness), 2)
    cv2.circle(image, place, radius + rim, INK, -1, cv2.LINE_AA)
    cv2.circle(image, place, radius, PAPER if style.core else style.colour, -1, cv2.LINE_AA)


@lru_cache(maxsize=32)
def _sizes(style: LimbStyle, side: int) -> tuple[int, int]:
    """Pixels of a limb's thickness and of its rim."""
    return max(round(style.thickness * side), 1), max(round(RIM * side), 1)
