"""The seconds held, in a ring that fills until it has been long enough."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

import cv2

from formcheck.feedback.drawing.counter_sizes import CounterSizes, counter_sizes
from formcheck.feedback.drawing.icons import draw_tick, write_in_the_middle
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, text_width
from formcheck.feedback.drawing.palette import BLUE, INK, PAPER, PLATE, QUIET
from formcheck.feedback.drawing.panels import Rectangle, part_of
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.texts.texts import Texts
from formcheck.video.frame import Image

EMPTY = (70, 80, 96)
"""Colour of the part of the ring that is still to fill."""


ROOM, ROOM_WITH_NOTE, LEAST_ROOM = 1.05, 1.5, 1.56
"""Inside the ring: height of the number alone and with its note, over the digits' height, and the
least width with a note, over their font size."""

THINNER = 0.7
"""Thickness of a ring without its note, over that of one with it."""

RAISED, LOWERED = 0.08, 0.56
"""How far the number stands above the middle and the note below it, over the digits' font size."""

TICK, NOTE = 0.9, 0.8
"""Size of the tick, and of the note's letters, over that of other notes."""


@dataclass(frozen=True)
class HoldRing:
    """A hold in seconds and how long it should be, laid out in the right lower corner.

    to_hold: None where no time is asked for; then the ring doesn't fill.
    note: the second line, which says how long it should be; empty where there is none.
    """

    size: CounterSizes
    held: float
    to_hold: float | None
    area: Rectangle
    note: str

    @classmethod
    def of(
        cls,
        picture: tuple[int, int],
        held: float,
        to_hold: float | None,
        bottom: int,
        texts: Texts,
    ) -> Self:
        """A ring above a row of the picture, as large when it is empty as when it is full.

        picture: rows and columns.
        """
        size = counter_sizes(picture)
        width = text_width(in_seconds(max(held, to_hold or 0.0)), size.digits)
        # The second line, lower down, is what a single digit must leave room for.
        height = ROOM_WITH_NOTE * DIGIT_HEIGHT * size.digits
        inner = max(math.hypot(width, height), LEAST_ROOM * size.digits)
        across = round(inner + 2 * size.ring)
        corner = Rectangle(picture[1] - size.pad, bottom - size.pad, 0, 0)
        return cls(size, held, to_hold, _grown(corner, across), _note(to_hold, texts))

    def bare(self) -> Self:
        """The same without the second line, and only as large as its number now."""
        width = text_width(in_seconds(self.held), self.size.digits)
        thinner = replace(self.size, ring=round(THINNER * self.size.ring))
        inner = math.hypot(width, ROOM * DIGIT_HEIGHT * self.size.digits)
        across = round(inner + 2 * thinner.ring)
        corner = Rectangle(self.area.right, self.area.bottom, 0, 0)
        return replace(self, size=thinner, area=_grown(corner, across), note="")

    def draw(self, image: Image) -> Rectangle:
        """Fill it clockwise from the top; full and ticked when held long enough."""
        size, to_hold = self.size, self.to_hold
        done = to_hold is not None and self.held >= to_hold
        centre = (self.area.x + self.area.width // 2, self.area.y + self.area.height // 2)
        radius = (self.area.width - size.ring) // 2
        _empty_ring(image.shape[:2], self.area, size.ring).press(image)
        if self.held > 0 and to_hold is not None:
            span = 360 * min(self.held / to_hold, 1.0)
            cv2.ellipse(image, centre, (radius, radius), -90, 0, span, BLUE, size.ring, cv2.LINE_AA)
        raised = round(RAISED * size.digits) if self.note else 0
        number, colour = (centre[0], centre[1] - raised), BLUE if done else PAPER
        write_in_the_middle(image, in_seconds(self.held), number, size.digits, colour)
        below = (centre[0], centre[1] + round(LOWERED * size.digits))
        if self.note and done:
            draw_tick(image, below, round(TICK * size.small), BLUE)
        elif self.note:
            write_in_the_middle(image, self.note, below, round(NOTE * size.small), QUIET)
        return self.area


def in_seconds(held: float) -> str:
    """Whole seconds; minutes and seconds from 100 seconds on."""
    whole = int(held)
    return str(whole) if whole < 100 else f"{whole // 60}:{whole % 60:02d}"


@lru_cache(maxsize=8)
def _note(to_hold: float | None, texts: Texts) -> str:
    if to_hold is None:
        return texts.text("hold_ring.seconds")
    return texts.text("hold_ring.of", seconds=texts.number(round(to_hold, 1)))


@lru_cache(maxsize=8)
def _empty_ring(size: tuple[int, int], area: Rectangle, thickness: int) -> Stamp:
    centre = (area.x + area.width // 2, area.y + area.height // 2)
    radius = (area.width - thickness) // 2

    def draw(image: Image) -> None:
        _disc(image, centre, area.width // 2)
        cv2.circle(image, centre, radius, EMPTY, thickness, cv2.LINE_AA)

    return Stamp.of(size, area, draw)


def _grown(corner: Rectangle, across: int) -> Rectangle:
    return Rectangle(corner.x - across, corner.y - across, across, across)


def _disc(image: Image, centre: tuple[int, int], radius: int) -> None:
    left, top = centre[0] - radius, centre[1] - radius
    part = part_of(image, Rectangle(left, top, 2 * radius, 2 * radius))
    if part.size == 0:
        return
    covered = part.copy()
    inside = (centre[0] - max(left, 0), centre[1] - max(top, 0))
    cv2.circle(covered, inside, radius, INK, -1, cv2.LINE_AA)
    cv2.addWeighted(part, 1 - PLATE, covered, PLATE, 0, dst=part)
