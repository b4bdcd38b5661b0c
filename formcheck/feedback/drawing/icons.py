"""Small signs that say by shape what their colour says too."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, text_width, write
from formcheck.feedback.drawing.palette import Colour
from formcheck.video.frame import Image

Pixel = tuple[int, int]


def draw_tick(image: Image, centre: Pixel, size: int, colour: Colour) -> None:
    """A tick: this is right."""
    corners = _scaled(centre, size, [(-0.42, 0.05), (-0.12, 0.34), (0.44, -0.32)])
    cv2.polylines(image, [corners], False, colour, max(size // 6, 2), cv2.LINE_AA)


def draw_warning(image: Image, centre: Pixel, size: int, colour: Colour, mark: Colour) -> None:
    """A triangle with an exclamation mark: change this."""
    corners = _scaled(centre, size, [(0, -0.48), (0.54, 0.44), (-0.54, 0.44)])
    cv2.fillPoly(image, [corners], colour, cv2.LINE_AA)
    cv2.polylines(image, [corners], True, colour, max(size // 10, 1), cv2.LINE_AA)
    _mark(image, centre, size, mark)


def draw_notice(image: Image, centre: Pixel, size: int, colour: Colour, mark: Colour) -> None:
    """A disc with an exclamation mark: something else needs you."""
    cv2.circle(image, centre, round(0.5 * size), colour, -1, cv2.LINE_AA)
    _mark(image, (centre[0], centre[1] - round(0.08 * size)), size, mark)


def draw_camera(image: Image, centre: Pixel, size: int, colour: Colour, lens: Colour) -> None:
    """A camera: this is about what it can see."""
    body = _scaled(centre, size, [(-0.5, -0.28), (0.5, -0.28), (0.5, 0.4), (-0.5, 0.4)])
    hump = _scaled(centre, size, [(-0.2, -0.28), (-0.12, -0.44), (0.12, -0.44), (0.2, -0.28)])
    for shape in (body, hump):
        cv2.fillPoly(image, [shape], colour, cv2.LINE_AA)
        cv2.polylines(image, [shape], True, colour, max(size // 12, 1), cv2.LINE_AA)
    middle = (centre[0], centre[1] + round(0.06 * size))
    cv2.circle(image, middle, round(0.23 * size), lens, -1, cv2.LINE_AA)
    cv2.circle(image, middle, round(0.12 * size), colour, -1, cv2.LINE_AA)


def draw_pause(image: Image, centre: Pixel, size: int, colour: Colour) -> None:
    """Two bars: waiting."""
    for left in (-0.34, 0.1):
        corners = _scaled(
            centre, size, [(left, -0.4), (left + 0.24, -0.4), (left + 0.24, 0.4), (left, 0.4)]
        )
        cv2.fillPoly(image, [corners], colour, cv2.LINE_AA)


def write_in_the_middle(image: Image, text: str, centre: Pixel, size: int, colour: Colour) -> None:
    """One bold line whose digits and capitals lie around a point."""
    start = centre[0] - text_width(text, size) // 2
    write(image, text, (start, centre[1] + round(DIGIT_HEIGHT * size / 2)), size, colour)


def _mark(image: Image, centre: Pixel, size: int, colour: Colour) -> None:
    stroke = _scaled(centre, size, [(-0.075, -0.2), (0.075, -0.2), (0.045, 0.16), (-0.045, 0.16)])
    cv2.fillPoly(image, [stroke], colour, cv2.LINE_AA)
    dot = (centre[0], centre[1] + round(0.3 * size))
    cv2.circle(image, dot, max(round(0.07 * size), 1), colour, -1, cv2.LINE_AA)


def _scaled(centre: Pixel, size: int, corners: Sequence[tuple[float, float]]) -> NDArray[np.int32]:
    points = np.asarray(centre) + np.asarray(corners) * size
    return np.asarray(points.round(), np.int32)
