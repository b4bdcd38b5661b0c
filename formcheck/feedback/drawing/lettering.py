"""Text on pictures: measured, cleaned, wrapped and written in OpenCV's built-in typeface."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import cv2

from formcheck.feedback.drawing.palette import Colour
from formcheck.video.frame import Image

DIGIT_HEIGHT: Final = 0.76
"""Height of digits and capitals over the font size, measured on the built-in sans."""

DESCENT: Final = 0.24
"""How far g and y reach under the line, over the font size."""

LINE_STEP: Final = 1.16
"""From one line to the next, over the font size."""

STEP: Final = 0.93
"""By what a font size that is too large is made smaller, time and again."""

DOT: Final = "·"
"""Parts two pieces of one line."""

BRACKET_ROOM: Final = 0.12
"""How much less room a round bracket has on either side than the built-in sans gives it, over the
font size: there it stands as far from its word as one word from the next (measured: 0.17 to 0.2,
where a letter has 0.03 to 0.09)."""

_BRACKET: Final = re.compile(r"([()])")

REGULAR: Final = 450
BOLD: Final = 700


def printable(text: str) -> str:
    """The text with a space for whatever has no letter.

    A lone surrogate, as in a file name that is not UTF-8, would end the whole process inside
    `cv2.putText`.
    """
    return "".join(letter if letter.isprintable() else " " for letter in text)


def text_width(text: str, size: int, weight: int = BOLD) -> int:
    """Pixels from the start of the text to where the next letter would begin."""
    return _placed(_glyphs(text), size, weight)[1]


def write(
    image: Image, text: str, at: tuple[int, int], size: int, colour: Colour, weight: int = BOLD
) -> None:
    """Write one line into a picture.

    at: where the text starts: x, and y of the line that the letters stand on, in pixels.
    size: font size in pixels; digits and capitals are `DIGIT_HEIGHT` of it tall.
    """
    x, y = at
    for piece, right in _placed(_glyphs(text), size, weight)[0]:
        cv2.putText(image, piece, (x + right, y), colour, _face(), size, weight)


def wrap(text: str, size: int, width: int, weight: int = BOLD) -> tuple[str, ...]:
    """The text in lines no wider than `width` pixels; a single word may be wider.

    A dot that parts two pieces of it stands neither at the end of a line nor at its beginning, and
    a number stays with what it counts.
    """

    def fits(line: str) -> bool:
        return text_width(line, size, weight) <= width

    lines: list[str] = []
    for word in _kept_together(printable(text).split(), fits):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) < 2:
        return tuple(lines)
    return tuple(filter(None, (line.strip(f" {DOT}") for line in lines)))


def _kept_together(words: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """The words, each number with the word behind it where the two fit a line."""
    kept: list[str] = []
    for word in words:
        both = f"{kept[-1]} {word}" if kept else word
        if kept and kept[-1].isdecimal() and word != DOT and fits(both):
            kept[-1] = both
        else:
            kept.append(word)
    return kept


@lru_cache(maxsize=256)
def fit(text: str, largest: int, width: int, lines: int) -> tuple[int, tuple[str, ...]]:
    """Font size and lines with which a bold text fits a width, as large as can be.

    largest: font size to try first. lines: how many there may be. The size never falls under a
    third of the largest, where nobody could read it; then the text runs over instead.
    """
    size, least = largest, max(largest // 3, 1)
    while size > least:
        wrapped = wrap(text, size, width)
        if len(wrapped) <= lines and all(text_width(line, size) <= width for line in wrapped):
            return size, balanced(text, size, width)
        size = max(int(size * STEP), least)
    return least, wrap(text, least, width)


@lru_cache(maxsize=256)
def balanced(text: str, size: int, width: int, weight: int = BOLD) -> tuple[str, ...]:
    """As many lines as `wrap` makes of it, all about as long, so that no word stands alone at the
    end.
    """
    lines = wrap(text, size, width, weight)
    while len(lines) > 1 and width > size:
        width -= size // 2
        narrower = wrap(text, size, width, weight)
        over = any(text_width(line, size, weight) > width for line in narrower)
        if over or len(narrower) > len(lines):
            break
        lines = narrower
    return lines


@lru_cache(maxsize=2048)
def _glyphs(text: str) -> str:
    # The typeface slashes its zero, which from three metres looks like an eight.
    return printable(text).replace("0", "O")


@lru_cache(maxsize=2048)
def _placed(glyphs: str, size: int, weight: int) -> tuple[tuple[tuple[str, int], ...], int]:
    """The pieces that a line is written in, each so far right of its start, and its width."""
    if "(" not in glyphs and ")" not in glyphs:
        return ((glyphs, 0),), _advance(glyphs, size, weight)
    x, closer = 0, round(BRACKET_ROOM * size)
    pieces = []
    for piece in filter(None, _BRACKET.split(glyphs)):
        around = closer if piece in "()" else 0
        pieces.append((piece, x - around))
        x += _advance(piece, size, weight) - 2 * around
    return tuple(pieces), x


def _advance(glyphs: str, size: int, weight: int) -> int:
    _, _, width, _ = cv2.getTextSize((0, 0), glyphs, (0, 0), _face(), size, weight)
    return int(width)


@lru_cache(maxsize=1)
def _face() -> cv2.FontFace:
    return cv2.FontFace("sans")
