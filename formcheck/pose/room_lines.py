"""The long straight lines of the room behind a person: door frames, skirting boards, shelves.

Loading this module loads OpenCV.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import BONES, INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

Lines = NDArray[np.float64]

LONGEST_SIDE: Final = 480
"""Pixels in which lines are sought; more costs time and finds the same doors (engineering)."""

NARROWEST: Final = 0.2
"""Shorter over longer side of a picture; a narrower strip shows no room."""

LEAST_LENGTH: Final = 0.045
"""Share of the picture's longer side; shorter ones are mostly patterns and gear."""

LIMB_WIDTH: Final = 0.45
"""Trunk lengths that are covered along each limb; loose clothes are as wide."""

LEAST_TRUNK: Final = 0.2
"""Of the longer side of the box round the body; 0.288 where someone stands upright."""

MOST_COVERED: Final = 0.35
"""Share of a line that may lie on the person."""

BORDER: Final = 2.5
"""Pixels; a line along the picture's own edge is the edge of a frame round it."""

SAMPLES: Final = 9
"""Points at which a line is compared with the person."""

TORSO: Final = [INDEX[f"{side}_{joint}"] for joint in ("shoulder", "hip") for side in SIDES]


def room_lines(image: Image, pose: Pose) -> Lines:
    """Straight lines away from the person: N × 4, from x, y to x, y.

    Origin in the middle of the picture, unit its longer side, x right, y down.
    """
    if min(image.shape[:2]) < NARROWEST * max(image.shape[:2]):
        return np.empty((0, 4))
    grey = _small(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))
    found = cv2.createLineSegmentDetector().detect(grey)[0]
    if found is None:
        return np.empty((0, 4))
    lines = found.reshape(-1, 4).astype(np.float64)
    height, width = grey.shape
    longer = max(width, height)
    long = np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]) >= LEAST_LENGTH * longer
    lines = lines[long & ~_along_the_border(lines, width, height)]
    lines = lines[_covered(lines, _person(pose, width, height)) < MOST_COVERED]
    return np.asarray((lines - np.array([width, height, width, height]) / 2) / longer)


def _small(grey: cv2.typing.MatLike) -> cv2.typing.MatLike:
    share = LONGEST_SIDE / max(grey.shape)
    if share >= 1:
        return grey
    return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)


def _along_the_border(lines: Lines, width: int, height: int) -> NDArray[np.bool_]:
    along = np.zeros(len(lines), np.bool_)
    for axis, size in ((0, width), (1, height)):
        ends = lines[:, [axis, axis + 2]]
        along |= (ends < BORDER).all(axis=1) | (ends > size - BORDER).all(axis=1)
    return along


def _person(pose: Pose, width: int, height: int) -> NDArray[np.uint8]:
    """A mask of 1 where the person is, in the size in which lines are sought."""
    mask = np.zeros((height, width), np.uint8)
    if not np.isfinite(pose.landmarks[:, :2]).all():
        return mask
    points = pose.landmarks[:, :2] * np.array([width / pose.width, height / pose.height])
    # Far outside the picture OpenCV's integers overflow.
    points = np.clip(points, -4 * width, 5 * width)
    size = _trunk(points)
    width_px = max(3, round(LIMB_WIDTH * size))
    for bone in BONES:
        first, second = (_pixel(points[INDEX[name]]) for name in bone)
        cv2.line(mask, first, second, 1, width_px)
    cv2.fillConvexPoly(mask, cv2.convexHull(points[TORSO].astype(np.int32)), 1)
    head = points[: INDEX["left_shoulder"]].mean(axis=0)
    cv2.circle(mask, _pixel(head), width_px, 1, -1)
    return mask


def _trunk(points: NDArray[np.floating]) -> float:
    """Pixels; where the trunk points to the camera, guessed from the whole body."""
    shoulders, hips = points[TORSO[:2]].mean(axis=0), points[TORSO[2:]].mean(axis=0)
    whole = float(np.ptp(points, axis=0).max())
    return max(float(np.hypot(*(shoulders - hips))), LEAST_TRUNK * whole)


def _pixel(point: NDArray[np.floating]) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))


def _covered(lines: Lines, mask: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The share of each line that lies on the mask."""
    share = np.linspace(0, 1, SAMPLES)[:, None]
    points = lines[:, None, :2] * (1 - share) + lines[:, None, 2:] * share
    rows, columns = mask.shape
    column = np.clip(points[..., 0].astype(np.intp), 0, columns - 1)
    row = np.clip(points[..., 1].astype(np.intp), 0, rows - 1)
    return np.asarray(mask[row, column].mean(axis=1))
