"""How large the counters are: readable from three metres, whatever the picture's size."""

import math
from dataclasses import dataclass

from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT

DIGITS = 0.125
"""Height of the digits over the picture's height."""

ACROSS = 0.17
"""The largest font size over the picture's width: in an upright picture both counters, with what
stands beside them, have room."""


NOTES, PAD, RING = 0.3, 0.16, 0.17
"""Over the digits' font size: the notes' font size, the distance around, the ring's thickness."""

LEAST_NOTES = 11
"""Pixels: a smaller font can't be read at all."""


@dataclass(frozen=True)
class CounterSizes:
    """Pixels: font sizes of numbers and notes, the distance around them, the ring's thickness."""

    digits: int
    small: int
    pad: int
    ring: int


def counter_sizes(picture: tuple[int, int]) -> CounterSizes:
    """Sizes for a picture of so many rows and columns; in an upright one the digits give way."""
    rows, columns = picture
    digits = max(min(math.ceil(DIGITS * rows / DIGIT_HEIGHT), round(ACROSS * columns)), 8)
    return CounterSizes(
        digits=digits,
        small=max(round(NOTES * digits), LEAST_NOTES),
        pad=max(round(PAD * digits), 3),
        ring=max(round(RING * digits), 3),
    )
