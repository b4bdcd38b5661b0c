"""Where in the picture the person should be: the outline of a body in the start position."""

from functools import lru_cache
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.start_position import OutlineFigure
from formcheck.feedback.drawing.palette import INK, PAPER
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

LIMBS: Final = (
    ("shoulder", "hip", 0.2),
    ("shoulder", "elbow", 0.09),
    ("elbow", "wrist", 0.08),
    ("hip", "knee", 0.15),
    ("knee", "ankle", 0.11),
    ("ankle", "toes", 0.07),
    ("head", "shoulder", 0.1),
)
"""From, to, and how thick, in metres."""

HEAD_SIZE: Final = 0.2
"""Its diameter in metres."""

MARGIN: Final = 0.045
"""Metres around the body, so that the outline is a place to be in and not a shape to fit."""

GRID: Final = (230, 260)
ORIGIN: Final = (130.0, 200.0)
"""Rows and columns of the grid of centimetres on which a figure is traced, and where on it (across,
down) the figure's own (0, 0) lies."""

SOFTNESS: Final = 3.5
"""Centimetres over which the corners between limbs are rounded."""

SEEN_ACROSS: Final = 2.4
"""Metres that a usual webcam (about 60 degrees across) sees at the distance to stand at, a little
over two metres."""

WIDTH_SHARE, HEIGHT_SHARE = 0.78, 0.72
"""The most of the picture that the outline takes; the rest is for moving."""

MIDDLE, LOWEST = 0.52, 0.92
"""Rows over the picture's height: where the middle of the outline is, if it ends above the lowest;
below stand the keys."""


LINE: Final = 0.009
"""Thickness of the outline over the picture's shorter side."""

LEAST_ACROSS: Final = 0.04
"""Ears to hips, over the picture's width, from which the head is on one side."""


def draw_framing(image: Image, exercise: Exercise, *, head_right: bool) -> None:
    """Draw the outline of the exercise's start position, in place; nothing where it has no figure.

    head_right: the head, or for someone upright the face, is at the right of the shown picture.
    """
    figure = exercise.start.position.figure_from(exercise.camera.view)
    if figure is None:
        return
    rows, columns = image.shape[:2]
    outline = _outline(figure, rows, columns)
    if head_right:
        outline = outline * [-1, 1] + [columns - 1, 0]
    thick = max(round(LINE * min(rows, columns)), 2)
    points = np.asarray(outline.round(), np.int32)
    for colour, width in ((INK, thick + max(thick // 2, 2)), (PAPER, thick)):
        for dash in _dashes(points, 5 * thick):
            cv2.polylines(image, [dash], False, colour, width, cv2.LINE_AA)


def head_at_the_right(pose: Pose, *, mirrored: bool) -> bool | None:
    """On which side of the shown picture the head is; None where it can't be told."""
    ears = pose.landmarks[[INDEX["left_ear"], INDEX["right_ear"]], 0]
    hips = pose.landmarks[[INDEX["left_hip"], INDEX["right_hip"]], 0]
    across = float(ears.mean() - hips.mean())
    if across != across or abs(across) < LEAST_ACROSS * pose.width:
        return None
    return (across > 0) != mirrored


@lru_cache(maxsize=8)
def _outline(figure: OutlineFigure, rows: int, columns: int) -> NDArray[np.float64]:
    """The outline in pixels, n × 2."""
    outline = _contour(figure)
    low, high = outline.min(axis=0), outline.max(axis=0)
    width, height = high - low
    scale = min(columns / SEEN_ACROSS, WIDTH_SHARE * columns / width, HEIGHT_SHARE * rows / height)
    middle = (low + high) / 2
    bottom = min(MIDDLE * rows + scale * height / 2, LOWEST * rows)
    placed = (outline - [middle[0], high[1]]) * scale + [columns / 2, bottom]
    return np.asarray(placed, np.float64)


@lru_cache(maxsize=16)
def _contour(figure: OutlineFigure) -> NDArray[np.float64]:
    """The edge of all limbs together, in metres: drawn thick on a grid and traced."""
    grid, origin = np.zeros(GRID, np.uint8), np.array(ORIGIN)
    place = {
        name: tuple(map(int, (np.array(at) * 100 + origin).round()))
        for name, at in figure.model_dump().items()
    }
    for start, end, thickness in LIMBS:
        width = round(100 * (thickness + 2 * MARGIN))
        cv2.line(grid, place[start], place[end], 255, width)
    cv2.circle(grid, place["head"], round(100 * (HEAD_SIZE / 2 + MARGIN)), 255, -1)
    soft = cv2.GaussianBlur(grid, (0, 0), SOFTNESS)
    contours, _ = cv2.findContours(
        np.asarray(soft > 127, np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    longest = max(contours, key=len)[:, 0].astype(np.float64)
    kernel = np.ones(9) / 9
    around = np.concatenate([longest[-4:], longest, longest[:4]])
    smooth = np.stack([np.convolve(around[:, axis], kernel, "valid") for axis in (0, 1)], axis=1)
    return np.asarray((smooth - origin) / 100)


def _dashes(points: NDArray[np.int32], length: int) -> list[NDArray[np.int32]]:
    """Every other stretch of the line, each about so many pixels long."""
    steps = np.hypot(*np.diff(points, axis=0, append=points[:1]).T)
    part = (np.concatenate([[0], np.cumsum(steps)[:-1]]) // length).astype(int)
    return [points[part == number] for number in range(0, part.max() + 1, 2)]
