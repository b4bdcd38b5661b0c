"""The long straight lines of the room behind a person: door frames, skirting boards, shelves.

Loading this module loads OpenCV.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import BONES, INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

Lines = NDArray[np.float64]


@dataclass(frozen=True)
class RoomLineSettings:
    """Which lines are the room's.

    longest_side: pixels in which lines are sought; more costs time and finds the same doors
        (engineering).
    narrowest: shorter over longer side of a picture; a narrower strip shows no room.
    least_length: share of the picture's longer side; shorter ones are mostly patterns and gear.
    limb_width: trunk lengths that are covered along each limb; loose clothes are as wide.
    least_trunk: of the longer side of the box round the body; 0.288 where someone stands upright.
    most_covered: share of a line that may lie on the person (engineering).
    border: pixels; a line along the picture's own edge is the edge of a frame round it.
    """

    longest_side: int = 480
    narrowest: float = 0.2
    least_length: float = 0.045
    limb_width: float = 0.45
    least_trunk: float = 0.2
    most_covered: float = 0.35
    border: float = 2.5


DEFAULTS: Final = RoomLineSettings()

SAMPLES: Final = 9
"""Points at which a line is compared with the person."""

TORSO: Final = [INDEX[f"{side}_{joint}"] for joint in ("shoulder", "hip") for side in SIDES]


def room_lines(image: Image, pose: Pose, settings: RoomLineSettings = DEFAULTS) -> Lines:
    """Straight lines away from the person: N × 4, from x, y to x, y.

    Origin in the middle of the picture, unit its longer side, x right, y down.
    """
    if min(image.shape[:2]) < settings.narrowest * max(image.shape[:2]):
        return np.empty((0, 4))
    grey = _small(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), settings.longest_side)
    found = cv2.createLineSegmentDetector().detect(grey)[0]
    if found is None:
        return np.empty((0, 4))
    lines = found.reshape(-1, 4).astype(np.float64)
    height, width = grey.shape
    longer = max(width, height)
    length = np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])
    framing = _along_the_border(lines, width, height, settings.border)
    lines = lines[(length >= settings.least_length * longer) & ~framing]
    person = _person(pose, width, height, settings)
    lines = lines[_covered(lines, person) < settings.most_covered]
    return np.asarray((lines - np.array([width, height, width, height]) / 2) / longer)


def _small(grey: cv2.typing.MatLike, longest_side: int) -> cv2.typing.MatLike:
    share = longest_side / max(grey.shape)
    if share >= 1:
        return grey
    return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)


def _along_the_border(lines: Lines, width: int, height: int, border: float) -> NDArray[np.bool_]:
    along = np.zeros(len(lines), np.bool_)
    for axis, size in ((0, width), (1, height)):
        ends = lines[:, [axis, axis + 2]]
        along |= (ends < border).all(axis=1) | (ends > size - border).all(axis=1)
    return along


def _person(pose: Pose, width: int, height: int, settings: RoomLineSettings) -> NDArray[np.uint8]:
    """A mask of 1 where the person is, in the size in which lines are sought."""
    mask = np.zeros((height, width), np.uint8)
    if not np.isfinite(pose.landmarks[TORSO, :2]).all():
        return mask
    points = pose.landmarks[:, :2] * np.array([width / pose.width, height / pose.height])
    # Far outside the picture OpenCV's integers overflow.
    points = np.clip(points, -4 * width, 5 * width)
    trunk = _trunk(points, settings.least_trunk)
    width_px = max(3, round(settings.limb_width * trunk))
    for first, second in ([points[INDEX[name]] for name in bone] for bone in BONES):
        if np.isfinite([first, second]).all():
            cv2.line(mask, _pixel(first), _pixel(second), 1, width_px)
    cv2.fillConvexPoly(mask, cv2.convexHull(points[TORSO].astype(np.int32)), 1)
    head = points[: INDEX["left_shoulder"]]
    head = head[np.isfinite(head[:, 0])]
    if len(head):
        cv2.circle(mask, _pixel(head.mean(axis=0)), width_px, 1, -1)
    return mask


def _trunk(points: NDArray[np.floating], least: float) -> float:
    """Pixels; where the trunk points to the camera, guessed from the whole body."""
    shoulders, hips = points[TORSO[:2]].mean(axis=0), points[TORSO[2:]].mean(axis=0)
    whole = float((np.nanmax(points, axis=0) - np.nanmin(points, axis=0)).max())
    return max(float(np.hypot(*(shoulders - hips))), least * whole)


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
