"""Pages of text between the exercises, large enough to be read from the floor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from formcheck.feedback.drawing.lettering import (
    BOLD,
    DIGIT_HEIGHT,
    LINE_STEP,
    REGULAR,
    STEP,
    balanced,
    fit,
    text_width,
    wrap,
    write,
)
from formcheck.feedback.drawing.palette import BLUE, INK, PAPER, Colour
from formcheck.feedback.drawing.panels import Rectangle, plate
from formcheck.video.frame import Image

SIZE: Final = (720, 1280)
"""Rows and columns of a page."""

SIDE_MARGIN: Final = 0.06

LOWEST, LEAST_SCALE = 0.905, 0.6
"""Row over the page's height that text may reach, and how much smaller it may become for that."""

TIME_LEFT: Final = 0.018
"""Height of the bar of the time left, over the page's."""

KEYS_END: Final = round((1 - 1.4 * TIME_LEFT) * SIZE[0])
"""The row where the line of keys ends, just above that bar."""

KEYS_LINE: Final = 0.066
"""Height of that line over the page's: larger than below the camera's picture, where it would cover
the person."""

FIELD, FIELD_LETTERS = 0.9, 0.5
"""A field of the pain scale over its share of the row, and its number over the field."""

TABLE_END, HIGHEST_ROW, ROW_LETTERS = 0.9, 0.13, 0.6
"""Where a table ends and how high a row may be, over the page's height, and its font size over the
row's height."""

MOST_IN_A_COLUMN, BETWEEN_COLUMNS = 6, 40
"""Rows of a table from which on it has two columns, and the pixels between these."""

BLUE_INK: Final[Colour] = (38, 52, 74)
"""A plate that is a little lighter than the page."""


@dataclass(frozen=True)
class Block:
    """One piece of text.

    size: font size over the page's height; it shrinks, down to a third, to fit into `lines`.
    space: above it, over the page's height.
    """

    text: str
    size: float
    lines: int = 1
    colour: Colour = PAPER
    bold: bool = True
    space: float = 0.04


def blank_page() -> Image:
    """A page with nothing on it."""
    return np.full((*SIZE, 3), INK, np.uint8)


def write_blocks(page: Image, blocks: Sequence[Block], top: float) -> int:
    """Write blocks one below the other, in the middle; returns the row below the last.

    top: where they begin, over the page's height. Where they don't fit, e.g. in a language with
    longer words, all of them are written smaller.
    """
    rows, columns = page.shape[:2]
    scale, laid_out = 1.0, _lay_out(page, blocks, top, 1.0)
    while laid_out[-1].bottom > LOWEST * rows and scale > LEAST_SCALE:
        scale *= 0.95
        laid_out = _lay_out(page, blocks, top, scale)
    for one in laid_out:
        for number, line in enumerate(one.lines):
            x = (columns - text_width(line, one.size, one.weight)) // 2
            y = one.top + round(number * LINE_STEP * one.size + DIGIT_HEIGHT * one.size)
            write(page, line, (x, y), one.size, one.colour, one.weight)
    return laid_out[-1].bottom


@dataclass(frozen=True)
class _LaidOut:
    """A block in its place: the rows where it begins and ends, in pixels."""

    lines: tuple[str, ...]
    size: int
    weight: int
    colour: Colour
    top: int
    bottom: int


def _lay_out(page: Image, blocks: Sequence[Block], top: float, scale: float) -> list[_LaidOut]:
    rows, columns = page.shape[:2]
    room = round((1 - 2 * SIDE_MARGIN) * columns)
    y: int = round(top * rows)
    places = []
    for block in blocks:
        if not block.text:
            continue
        weight = BOLD if block.bold else REGULAR
        size, lines = _fitted(block, scale * rows, room, weight)
        begin = y + round(scale * block.space * rows)
        y = begin + round(len(lines) * LINE_STEP * size)
        places.append(_LaidOut(lines, size, weight, block.colour, begin, y))
    return places


def draw_pain_scale(page: Image, typed: str, row: float) -> None:
    """Eleven fields from 0 to 10, the typed one lit; row: their middle, over the page's height."""
    rows, columns = page.shape[:2]
    left, step = round(SIDE_MARGIN * columns), (1 - 2 * SIDE_MARGIN) * columns / 11
    side = round(FIELD * step)
    for level in range(11):
        lit = typed == str(level)
        x = round(left + level * step)
        area = Rectangle(x, round(row * rows) - side // 2, side, side)
        plate(page, area, BLUE if lit else BLUE_INK)
        size = round(FIELD_LETTERS * side)
        start = area.x + (side - text_width(str(level), size)) // 2
        line = area.y + (side + round(DIGIT_HEIGHT * size)) // 2
        write(page, str(level), (start, line), size, INK if lit else PAPER)


def move_to_the_middle(page: Image) -> None:
    """Share what room is left below what is on the page: a third of it goes above.

    It must stand before `draw_time_left`, whose bar stays where it is.
    """
    used = np.flatnonzero((page != INK).any(axis=(1, 2)))
    if not len(used):
        return
    down = max(round(LOWEST * page.shape[0]) - int(used[-1]), 0) // 3
    page[down:] = page[: page.shape[0] - down].copy()
    page[:down] = INK


def draw_time_left(page: Image, share: float) -> None:
    """A bar along the bottom that runs out; share: how much of it is left, 0 to 1."""
    rows, columns = page.shape[:2]
    height = round(TIME_LEFT * rows)
    page[rows - height :] = BLUE_INK
    page[rows - height :, : round(min(max(share, 0.0), 1.0) * columns)] = BLUE


def draw_table(page: Image, lines: Sequence[tuple[str, str]], top: float) -> None:
    """Names at the left and what became of them at the right, in two columns where many.

    top: where it begins, over the page's height.
    """
    rows, columns = page.shape[:2]
    across = 1 if len(lines) <= MOST_IN_A_COLUMN else 2
    deep = -(-len(lines) // across)
    room = round((TABLE_END - top) * rows)
    step = min(room // max(deep, 1), round(HIGHEST_ROW * rows))
    width = round((1 - 2 * SIDE_MARGIN) * columns / across) - (across - 1) * BETWEEN_COLUMNS // 2
    height = step - max(step // 9, 2)
    letters = _table_letters(lines, height, width)
    for number, (name, outcome) in enumerate(lines):
        column, line = divmod(number, deep)
        x = round(SIDE_MARGIN * columns) + column * (width + BETWEEN_COLUMNS)
        area = Rectangle(x, round(top * rows) + line * step, width, height)
        _draw_row(page, area, name, outcome, letters)


def _table_letters(lines: Sequence[tuple[str, str]], height: int, width: int) -> int:
    """The one font size in which every row fits."""
    largest, room = round(ROW_LETTERS * height), width - height // 2
    sizes = [fit(f"{name}     {outcome}", largest, room, 1)[0] for name, outcome in lines]
    return min(sizes, default=largest)


def _draw_row(page: Image, area: Rectangle, name: str, outcome: str, size: int) -> None:
    plate(page, area, BLUE_INK)
    pad = area.height // 4
    line = area.y + (area.height + round(DIGIT_HEIGHT * size)) // 2
    write(page, name, (area.x + pad, line), size, PAPER, REGULAR)
    write(page, outcome, (area.right - pad - text_width(outcome, size), line), size, BLUE)


def _fitted(block: Block, rows: float, room: int, weight: int) -> tuple[int, tuple[str, ...]]:
    largest = max(round(block.size * rows), 8)
    if weight == BOLD:
        return fit(block.text, largest, room, block.lines)
    size = largest
    while size > largest // 3 and len(wrap(block.text, size, room, weight)) > block.lines:
        size = int(size * STEP)
    return size, balanced(block.text, size, room, weight)
