"""The one message of the moment, large enough to be read from three metres."""

from collections.abc import Callable
from dataclasses import dataclass

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.icons import draw_camera, draw_notice, draw_tick, draw_warning
from formcheck.feedback.lettering import DIGIT_HEIGHT, LINE_STEP, fit, text_width, write
from formcheck.feedback.palette import BLUE, INK, ORANGE, PAPER, Colour
from formcheck.feedback.panels import Rectangle, plate
from formcheck.video.frame import Image

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


def draw_cue(image: Image, cue: Cue, top: int) -> Rectangle | None:
    """Draw a cue below a row; a count is left to the counter and the voice, so it gives None."""
    style = STYLES.get(cue.kind)
    return None if style is None else draw_banner(image, cue.text, style, top)


def draw_banner(image: Image, text: str, style: BannerStyle, top: int) -> Rectangle:
    """Draw a message in the middle of the picture's width; returns its place."""
    rows, columns = image.shape[:2]
    side = min(rows, columns)
    margin, pad = max(round(0.02 * side), 2), max(round(0.035 * side), 3)
    # A sign as tall as a capital, and a gap, stand to the left of the words.
    room = columns - 2 * margin - 2 * pad
    size, lines = _fit(text, room, max(round(0.112 * side), 8))
    step, sign = round(LINE_STEP * size), round(1.05 * size)
    gap = round(0.35 * size)
    words = max((text_width(line, size) for line in lines), default=0)
    width = min(words + sign + gap + 2 * pad, columns - 2 * margin)
    letters = round(DIGIT_HEIGHT * size) + step * (len(lines) - 1)
    height = letters + 2 * pad
    area = Rectangle((columns - width) // 2, top, width, height)
    plate(image, area, style.plate, 0.94)
    style.sign(image, (area.x + pad + sign // 2, area.y + height // 2), sign)
    for number, line in enumerate(lines):
        bottom = area.y + pad + round(DIGIT_HEIGHT * size) + number * step
        write(image, line, (area.x + pad + sign + gap, bottom), size, style.letters)
    return area


def _fit(text: str, room: int, largest: int) -> tuple[int, tuple[str, ...]]:
    """Font size and lines: one line where it need not shrink much, since each covers the person."""
    smaller = round(0.7 * largest)
    size, lines = fit(text, largest, room - round(1.5 * largest), 1)
    if size >= smaller:
        return size, lines
    size, lines = fit(text, smaller, room - round(1.5 * smaller), 2)
    if size >= 0.8 * smaller:
        return size, lines
    return fit(text, smaller, room - round(1.5 * smaller), 3)
