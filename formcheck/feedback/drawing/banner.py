"""The one message of the moment, large enough to be read from three metres."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

import numpy as np

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.icons import draw_camera, draw_notice, draw_tick, draw_warning
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, LINE_STEP, fit, text_width, write
from formcheck.feedback.drawing.palette import BLUE, INK, ORANGE, PAPER, Colour
from formcheck.feedback.drawing.panels import Rectangle, plate
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.video.frame import Image

OPACITY: Final = 0.94
"""How much of the picture a message hides: one still sees that there is someone behind it."""

MARGIN, PAD, LARGEST = 0.02, 0.035, 0.112
"""Over the picture's shorter side: to its edge, around the words, and the largest font size."""

NOTICE_LARGEST = 0.075
"""The same of a notice, which stands below the picture and takes room from it."""

SIGN, GAP = 1.05, 0.35
"""Size of the sign, as tall as a capital, and its distance from the words, over the font size."""

BESIDE = 1.5
"""Room that sign and gap are given before the font size is known, over it."""

SMALLER, LITTLE_SMALLER = 0.7, 0.8
"""Font size over the largest down to which a text stays on one line, and over that down to which it
stays on two: each further line covers more of the person."""

Sign = Callable[[Image, tuple[int, int], int], None]


@dataclass(frozen=True)
class BannerStyle:
    """The look of one kind of message: plate, letters, and a sign of its own shape."""

    plate: Colour
    letters: Colour
    sign: Sign


STYLES = {
    CueKind.ADVICE: BannerStyle(
        PAPER, INK, lambda image, at, size: draw_notice(image, at, size, INK, PAPER)
    ),
    CueKind.SET_UP: BannerStyle(
        PAPER, INK, lambda image, at, size: draw_camera(image, at, size, INK, PAPER)
    ),
    CueKind.FAULT: BannerStyle(
        ORANGE, INK, lambda image, at, size: draw_warning(image, at, size, INK, ORANGE)
    ),
    CueKind.PRAISE: BannerStyle(BLUE, INK, lambda image, at, size: draw_tick(image, at, size, INK)),
}

NOTICE = BannerStyle(INK, PAPER, lambda image, at, size: draw_notice(image, at, size, ORANGE, INK))
"""Not about the person: the camera, the recording."""

WAITING = BannerStyle(INK, PAPER, lambda image, at, size: draw_camera(image, at, size, PAPER, INK))
"""Nothing is wrong; there is nothing to see yet."""


def draw_cue(image: Image, cue: Cue, top: int) -> Rectangle | None:
    """Draw a cue below a row; a count is left to the counter and the voice, so it gives None."""
    style = STYLES.get(cue.kind)
    return None if style is None else draw_banner(image, cue.text, style, top)


def draw_banner(image: Image, text: str, style: BannerStyle, top: int) -> Rectangle:
    """Draw a message in the middle of the picture's width; returns its place."""
    return _Banner.of(image, text).draw(image, style, top)


def draw_banner_above(image: Image, text: str, style: BannerStyle, bottom: int) -> Rectangle:
    """The same, above a row of the picture however many lines it takes."""
    banner = _Banner.of(image, text)
    return banner.draw(image, style, max(bottom - banner.height, 0))


def with_notice_below(
    image: Image, text: str, style: BannerStyle | None = None, largest: float = NOTICE_LARGEST
) -> Image:
    """A new, taller picture with a notice below this one: it covers nothing.

    style: a notice's where none is given. largest: font size over the picture's shorter side.
    """
    banner = _Banner.of(image, text, largest)
    margin = max(round(MARGIN * min(image.shape[:2])), 2)
    below = np.full((banner.height + 2 * margin, image.shape[1], 3), INK, np.uint8)
    banner.draw(below, style or NOTICE, margin)
    return np.vstack([image, below])


@dataclass(frozen=True)
class _Banner:
    """A message laid out for a picture: font size, lines, and the distance around them."""

    size: int
    lines: tuple[str, ...]
    pad: int
    width: int
    height: int

    @classmethod
    def of(cls, image: Image, text: str, largest_share: float = LARGEST) -> Self:
        rows, columns = image.shape[:2]
        side = min(rows, columns)
        margin, pad = max(round(MARGIN * side), 2), max(round(PAD * side), 3)
        room = columns - 2 * margin - 2 * pad
        largest = max(round(largest_share * side), 8)
        size, lines = _fit(text, room, largest, 5 if rows > columns else 3)
        words = max((text_width(line, size) for line in lines), default=0)
        width = min(words + _sign(size) + _gap(size) + 2 * pad, columns - 2 * margin)
        height = round(DIGIT_HEIGHT * size) + round(LINE_STEP * size) * (len(lines) - 1) + 2 * pad
        return cls(size, lines, pad, width, height)

    def draw(self, image: Image, style: BannerStyle, top: int) -> Rectangle:
        area = self.area(image.shape[1], top)
        _stamp(image.shape[:2], self, style, top).press(image)
        return area

    def area(self, columns: int, top: int) -> Rectangle:
        """Where it lies in a picture so wide."""
        return Rectangle((columns - self.width) // 2, top, self.width, self.height)

    def draw_anew(self, image: Image, style: BannerStyle, top: int) -> None:
        """Draw it letter by letter."""
        size, pad, sign = self.size, self.pad, _sign(self.size)
        area = self.area(image.shape[1], top)
        plate(image, area, style.plate, OPACITY)
        style.sign(image, (area.x + pad + sign // 2, area.y + area.height // 2), sign)
        for number, line in enumerate(self.lines):
            bottom = top + pad + round(DIGIT_HEIGHT * size) + number * round(LINE_STEP * size)
            write(image, line, (area.x + pad + sign + _gap(size), bottom), size, style.letters)


@lru_cache(maxsize=8)
def _stamp(size: tuple[int, int], banner: _Banner, style: BannerStyle, top: int) -> Stamp:
    area = banner.area(size[1], top)
    return Stamp.of(size, area, lambda image: banner.draw_anew(image, style, top))


def _sign(size: int) -> int:
    return round(SIGN * size)


def _gap(size: int) -> int:
    return round(GAP * size)


def _fit(text: str, room: int, largest: int, most_lines: int) -> tuple[int, tuple[str, ...]]:
    """Font size and lines, as few as there can be without shrinking much.

    most_lines: where there is no other way; an upright picture has the room for more.
    """
    smaller = round(SMALLER * largest)
    size, lines = fit(text, largest, room - round(BESIDE * largest), 1)
    if size >= smaller:
        return size, lines
    size, lines = fit(text, smaller, room - round(BESIDE * smaller), 2)
    if size >= LITTLE_SMALLER * smaller:
        return size, lines
    return fit(text, smaller, room - round(BESIDE * smaller), most_lines)


def draw_notice_alone(text: str) -> Image:
    """A picture for the time before the camera's first one."""
    blank = np.full((720, 1280, 3), INK, np.uint8)
    draw_banner(blank, text, WAITING, 290)
    return blank
