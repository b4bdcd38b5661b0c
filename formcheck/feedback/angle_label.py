"""The number at a judged angle: how much it is, and how much it should be."""

import math
from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from formcheck.feedback.angle_arc import AngleArc, Points, arc_radius
from formcheck.feedback.icons import draw_tick, draw_warning
from formcheck.feedback.lettering import DIGIT_HEIGHT, REGULAR, text_width, write
from formcheck.feedback.palette import BLUE, INK, ORANGE, PAPER, PLATE
from formcheck.feedback.panels import Rectangle, plate
from formcheck.form.state import CriterionState, Verdict
from formcheck.video.frame import Image

DIRECTIONS = (-90, -45, -135, 90, 45, 135, 0, 180)
"""Where a label is tried, in degrees clockwise from the right: above the joint first."""


LEAST_LETTERS = 11
"""Font size in pixels under which nothing can be read, so nothing is written."""


def allowed_range(criterion: CriterionState) -> str:
    """The range in words, e.g. `at least 155°`; empty where there is none."""
    low, high = criterion.low, criterion.high
    if low is not None and high is not None:
        return f"{low:.0f} to {high:.0f}°"
    if low is not None:
        return f"at least {low:.0f}°"
    return f"at most {high:.0f}°" if high is not None else ""


def shown_value(criterion: CriterionState) -> str:
    """Whole degrees; a value just beyond a limit is rounded away from it, never onto it."""
    value = criterion.value
    if criterion.low is not None and value < criterion.low:
        return f"{math.floor(value)}°"
    if criterion.high is not None and value > criterion.high:
        return f"{math.ceil(value)}°"
    return f"{value:.0f}°"


def draw_label(
    image: Image,
    arc: AngleArc,
    criterion: CriterionState,
    taken: Sequence[Rectangle],
    body: Points,
) -> Rectangle | None:
    """Write the value and the range beside an arc, with a line to the joint.

    taken: places that must stay free. body: points of the skeleton in pixels, covered only where
    there is no other way. Returns where it was written, None where no place was left.
    """
    side = min(image.shape[:2])
    size, small = round(0.062 * side), max(round(0.034 * side), LEAST_LETTERS)
    if size < LEAST_LETTERS:
        return None
    value, wanted = shown_value(criterion), allowed_range(criterion)
    pad = max(round(0.014 * side), 4)
    sign = round(DIGIT_HEIGHT * size)
    width = max(sign + pad + text_width(value, size), text_width(wanted, small, REGULAR)) + 2 * pad
    height = round(DIGIT_HEIGHT * size + 1.3 * small) + 3 * pad
    place = _place(image, arc, (width, height), taken, body)
    if place is None:
        return None
    _pointer(image, arc, place, max(round(0.0035 * side), 1))
    plate(image, place, INK, PLATE)
    line = place.y + pad + round(DIGIT_HEIGHT * size)
    middle = (place.x + pad + sign // 2, line - sign // 2)
    fault = criterion.verdict is Verdict.FAULT
    if fault:
        draw_warning(image, middle, sign, ORANGE, INK)
    else:
        draw_tick(image, middle, sign, BLUE)
    write(image, value, (place.x + 2 * pad + sign, line), size, ORANGE if fault else BLUE)
    bottom = place.bottom - pad - round(0.1 * small)
    write(image, wanted, (place.x + pad, bottom), small, PAPER, REGULAR)
    return place


def _pointer(image: Image, arc: AngleArc, place: Rectangle, thickness: int) -> None:
    middle = np.array([place.x + place.width / 2, place.y + place.height / 2])
    way = middle - arc.vertex
    # The plate lets the picture through, so the line ends where the plate begins.
    inside = min(place.width / 2 / max(abs(way[0]), 1), place.height / 2 / max(abs(way[1]), 1))
    if inside >= 1:
        return
    joint = (round(arc.vertex[0]), round(arc.vertex[1]))
    end = (round(middle[0] - inside * way[0]), round(middle[1] - inside * way[1]))
    cv2.line(image, joint, end, INK, 3 * thickness, cv2.LINE_AA)
    cv2.line(image, joint, end, PAPER, thickness, cv2.LINE_AA)


def _place(
    image: Image,
    arc: AngleArc,
    size: tuple[int, int],
    taken: Sequence[Rectangle],
    body: Points,
) -> Rectangle | None:
    """The first free place around the joint that covers no part of the body, or else the least."""
    picture = Rectangle(0, 0, image.shape[1], image.shape[0])
    best, least = None, len(body) + 1
    for place in _around(arc, arc_radius(arc, min(image.shape[:2])), size):
        if place.within(picture) != place or any(map(place.overlaps, taken)):
            continue
        covered = _count_inside(place, body)
        if covered == 0:
            return place
        if covered < least:
            best, least = place, covered
    return best


def _around(arc: AngleArc, radius: int, size: tuple[int, int]) -> Iterator[Rectangle]:
    for distance in (1.4, 2.6, 4.0):
        for degrees in DIRECTIONS:
            across, down = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            clear = radius * distance + (abs(across) * size[0] + abs(down) * size[1]) / 2
            x = arc.vertex[0] + across * clear - size[0] / 2
            y = arc.vertex[1] + down * clear - size[1] / 2
            yield Rectangle(round(x), round(y), *size)


def _count_inside(place: Rectangle, points: Points) -> int:
    x, y = points[:, 0], points[:, 1]
    inside = (x >= place.x) & (x < place.right) & (y >= place.y) & (y < place.bottom)
    return int(np.count_nonzero(inside))
