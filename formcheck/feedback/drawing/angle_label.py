"""The number at a judged angle: how much it is, and how much it should be."""

import math
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

import cv2
import numpy as np

from formcheck.feedback.drawing.angle_arc import AngleArc, Points, arc_radius
from formcheck.feedback.drawing.icons import draw_tick, draw_warning
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, REGULAR, text_width, write
from formcheck.feedback.drawing.palette import BLUE, INK, ORANGE, PAPER, PLATE, Colour
from formcheck.feedback.drawing.panels import Rectangle, plate
from formcheck.form.state import CriterionState, Verdict
from formcheck.measure.catalogue import find
from formcheck.measure.unit import Unit
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image

DIRECTIONS = (-90, -45, -135, 90, 45, 135, 0, 180)
"""Where a label is tried, in degrees clockwise from the right: above the joint first."""


LEAST_LETTERS = 11
"""Font size in pixels under which nothing can be read, so nothing is written."""

VALUE, RANGE = 0.062, 0.04
"""Font sizes over the picture's shorter side."""

AT_FAULT = 1.3
"""How much larger the label of a fault is: it is the one to read from across the room."""

PAD, POINTER = 0.014, 0.0035
"""Distance around the numbers and thickness of the line to the joint, over the picture's shorter
side."""

GAP = 0.012
"""Distance to whatever else is written, over the picture's shorter side."""

DISTANCES = (1.4, 2.6, 4.0)
"""How far from the joint a label is tried, over the arc's radius."""


class Standing(Enum):
    """What a label says of a value, by its sign; nothing while value and verdict differ.

    The verdict waits until something lasts, so that for a moment it may not fit the number.
    """

    RIGHT = "right"
    WRONG = "wrong"
    CHANGING = "changing"


def standing(criterion: CriterionState) -> Standing:
    """How a value stands to its range, so far as the verdict says the same."""
    beyond = criterion.beyond(criterion.value)
    if criterion.verdict is Verdict.FAULT:
        return Standing.WRONG if beyond > 0 else Standing.CHANGING
    good = criterion.verdict is Verdict.GOOD and not beyond
    return Standing.RIGHT if good else Standing.CHANGING


def allowed_range(criterion: CriterionState, texts: Texts) -> str:
    """The range in words, e.g. `at least 155°`; empty where there is none."""
    return _range_told(criterion.low, criterion.high, find(criterion.measure).unit, texts)


@lru_cache(maxsize=64)
def _range_told(low: float | None, high: float | None, unit: Unit, texts: Texts) -> str:
    if low is not None and high is not None:
        number = texts.number(low, f".{unit.shown_decimals}f")
        return texts.text("angle_label.range", low=number, high=_told(high, unit, texts))
    if low is not None:
        return texts.text("angle_label.at_least", limit=_told(low, unit, texts))
    return "" if high is None else texts.text("angle_label.at_most", limit=_told(high, unit, texts))


def shown_value(criterion: CriterionState, texts: Texts) -> str:
    """As people read it; a value just beyond a limit is rounded away from it, never onto it."""
    value, unit = criterion.value, find(criterion.measure).unit
    step = 10.0**-unit.shown_decimals
    if criterion.low is not None and value < criterion.low:
        value = math.floor(value / step) * step
    elif criterion.high is not None and value > criterion.high:
        value = math.ceil(value / step) * step
    return _told(value, unit, texts)


def _told(value: float, unit: Unit, texts: Texts) -> str:
    """A value with its sign, as the language writes it; of what is drawn every unit has one."""
    return f"{texts.number(value, f'z.{unit.shown_decimals}f')}{unit.sign}"


COLOURS: dict[Standing, Colour] = {
    Standing.RIGHT: BLUE,
    Standing.WRONG: ORANGE,
    Standing.CHANGING: PAPER,
}


def draw_label(
    image: Image,
    arc: AngleArc,
    criterion: CriterionState,
    taken: Sequence[Rectangle],
    body: Points,
    texts: Texts,
) -> Rectangle | None:
    """Write the value and the range beside an arc, with a line to the joint.

    taken: places that must stay free. body: points of the skeleton in pixels, covered only where
    there is no other way. Returns where it was written, None where no place was left.
    """
    side = min(image.shape[:2])
    stands = standing(criterion)
    scale = AT_FAULT if stands is Standing.WRONG else 1.0
    size, small = round(VALUE * scale * side), max(round(RANGE * scale * side), LEAST_LETTERS)
    if size < LEAST_LETTERS:
        return None
    value, wanted = shown_value(criterion, texts), allowed_range(criterion, texts)
    pad, letters = max(round(PAD * side), 4), round(DIGIT_HEIGHT * size)
    sign = 0 if stands is Standing.CHANGING else letters + pad
    width = max(sign + text_width(value, size), text_width(wanted, small, REGULAR)) + 2 * pad
    height = round(letters + 1.3 * small) + 3 * pad
    place = _place(image, arc, (width, height), taken, body)
    if place is None:
        return None
    _pointer(image, arc, place, max(round(POINTER * side), 1))
    plate(image, place, INK, PLATE)
    line = place.y + pad + letters
    middle = (place.x + pad + letters // 2, line - letters // 2)
    if stands is Standing.WRONG:
        draw_warning(image, middle, letters, ORANGE, INK)
    elif sign:
        draw_tick(image, middle, letters, BLUE)
    write(image, value, (place.x + pad + sign, line), size, COLOURS[stands])
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
    """The first free place around the joint that covers no part of the body, or else the least.

    A free place has room around it: two plates that touch are read as one.
    """
    gap = round(GAP * min(image.shape[:2]))
    picture = Rectangle(0, 0, image.shape[1], image.shape[0])
    best, least = None, len(body) + 1
    for place in _around(arc, arc_radius(arc, min(image.shape[:2])), size):
        if place.within(picture) != place or any(map(place.grown(gap).overlaps, taken)):
            continue
        covered = _count_inside(place, body)
        if covered == 0:
            return place
        if covered < least:
            best, least = place, covered
    return best


def _around(arc: AngleArc, radius: int, size: tuple[int, int]) -> Iterator[Rectangle]:
    for distance in DISTANCES:
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
