"""The camera's picture before the set begins and while it is paused."""

from dataclasses import dataclass
from typing import Final

import cv2

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import (
    STYLES,
    WAITING,
    BannerStyle,
    draw_banner,
    draw_banner_above,
    with_notice_below,
)
from formcheck.feedback.drawing.framing import draw_framing
from formcheck.feedback.drawing.help_panel import keys_line_height
from formcheck.feedback.drawing.icons import draw_pause, write_in_the_middle
from formcheck.feedback.drawing.lettering import DIGIT_HEIGHT, REGULAR, fit, text_width, write
from formcheck.feedback.drawing.palette import BLUE, INK, PAPER, PLATE, QUIET
from formcheck.feedback.drawing.panels import Rectangle, dim, plate
from formcheck.feedback.drawing.skeleton import draw_skeleton, picture_to_draw_on, shown_points
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import BONES
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

RING: Final = 0.15
"""Radius of the ring that counts down, over the picture's shorter side."""

RING_MIDDLE: Final = 0.55
PAUSE_LINE, OFFER_LINE = 0.48, 0.62
MARGIN = 0.02
"""Rows over the picture's height: of the ring, of the large sign and of what stands below it, and
where a message begins at the top."""

PAUSE_SIZE, PAUSE_WIDTH = 0.2, 0.8
"""Font size of the large sign over the picture's height, and the most of its width for it."""

LARGEST_OFFER: Final = 0.07
"""Font size of an offer below the picture over its shorter side, to be read from the mat."""

OFFER_SIZE, OFFER_WIDTH = 0.085, 0.88
"""Font size of what stands below it over the picture's shorter side, and the same for its width."""

TITLE, TITLE_ABOVE, BELOW_TITLE = 0.075, 0.075, 0.72
"""The title's font size, and how far above the bottom it stands, over the picture's height; font
size of the line below it over the title's."""

OFFER: Final = BannerStyle(INK, PAPER, lambda image, at, size: draw_pause(image, at, size, BLUE))


@dataclass(frozen=True)
class Caption:
    """What is written on the picture; empty parts are left out.

    message: the one thing to do now. title, below: which exercise and which part of it.
    offer: what else is possible, at the bottom.
    """

    message: str
    title: str
    below: str = ""
    offer: str = ""


def unjudged(image: Image, pose: Pose, *, mirrored: bool) -> Image:
    """A new picture of the person, on which all else is drawn while nothing is judged."""
    shown = picture_to_draw_on(image, mirrored=mirrored)
    points = shown_points(pose, shown.shape, mirrored=mirrored)
    verdicts = dict.fromkeys(BONES, Verdict.UNKNOWN)
    draw_skeleton(shown, points, pose, verdicts)
    return shown


def draw_placing(shown: Image, exercise: Exercise, caption: Caption, *, head_right: bool) -> None:
    """The outline of where the person should be, and what to change; see `draw_framing`."""
    draw_framing(shown, exercise, head_right=head_right)
    _write(shown, caption, STYLES[CueKind.SET_UP])


def draw_watching(shown: Image, caption: Caption, told: Cue | None) -> None:
    """Nothing is wanted of the person. told: what is said in place of the message."""
    top = round(MARGIN * shown.shape[0])
    if told is not None:
        draw_banner(shown, told.text, STYLES[told.kind], top)
    else:
        draw_banner(shown, caption.message, WAITING, top)
    if caption.offer:
        bottom = shown.shape[0] - keys_line_height(shown) - top
        draw_banner_above(shown, caption.offer, OFFER, bottom)


def with_offer_below(shown: Image, offer: str) -> Image:
    """A new, taller picture with what else is possible below it: it covers nothing."""
    return with_notice_below(shown, offer, OFFER, LARGEST_OFFER)


def draw_countdown(shown: Image, caption: Caption, *, share: float, number: int) -> None:
    """The start position is held: a ring that closes, and the seconds that are left.

    share: how much of the time is over, 0 to 1.
    """
    rows, columns = shown.shape[:2]
    centre = (columns // 2, round(RING_MIDDLE * rows))
    radius = round(RING * min(rows, columns))
    cv2.circle(shown, centre, round(1.3 * radius), INK, -1, cv2.LINE_AA)
    thick = max(radius // 5, 3)
    cv2.circle(shown, centre, radius, QUIET, max(thick // 4, 1), cv2.LINE_AA)
    cv2.ellipse(
        shown, centre, (radius, radius), -90, 0, round(360 * share), BLUE, thick, cv2.LINE_AA
    )
    write_in_the_middle(shown, str(number), centre, round(1.1 * radius), PAPER)
    _write(shown, caption, STYLES[CueKind.PRAISE])


def draw_pause_screen(shown: Image, caption: Caption) -> None:
    """Darkened, with a large sign, why it is paused and how to go on."""
    dim(shown)
    rows, columns = shown.shape[:2]
    size = round(PAUSE_SIZE * rows)
    sign = round(DIGIT_HEIGHT * size)
    room = round(PAUSE_WIDTH * columns)
    size, lines = fit(caption.message, size, room - 2 * sign, 1)
    sign = round(DIGIT_HEIGHT * size)
    text = " ".join(lines)
    x = (columns - sign - size // 2 - text_width(text, size)) // 2
    line = round(PAUSE_LINE * rows)
    draw_pause(shown, (x + sign // 2, line - sign // 2), sign, PAPER)
    write(shown, text, (x + sign + size // 2, line), size, PAPER)
    small, below = fit(
        caption.offer,
        round(OFFER_SIZE * min(rows, columns)),
        round(OFFER_WIDTH * columns),
        _lines(shown),
    )
    for number, part in enumerate(below):
        start = (columns - text_width(part, small)) // 2
        row = round(OFFER_LINE * rows) + round(1.25 * number * small)
        write(shown, part, (start, row), small, PAPER)
    _draw_title(shown, caption)


def _lines(shown: Image) -> int:
    """How many a text may take: an upright picture has the room for more."""
    return 4 if shown.shape[0] > shown.shape[1] else 2


def _write(shown: Image, caption: Caption, style: BannerStyle) -> None:
    rows = shown.shape[0]
    if caption.message:
        draw_banner(shown, caption.message, style, round(MARGIN * rows))
    _draw_title(shown, caption)


def _draw_title(shown: Image, caption: Caption) -> None:
    """The exercise and its part, at the bottom on the left, where the counter will be."""
    if not caption.title:
        return
    rows, columns = shown.shape[:2]
    pad = max(round(MARGIN * rows), 3)
    size, lines = fit(caption.title, max(round(TITLE * rows), 10), columns - 4 * pad, 1)
    title, small = " ".join(lines), max(round(BELOW_TITLE * size), 8)
    width = max(text_width(title, size), text_width(caption.below, small, REGULAR)) + 2 * pad
    height = round(DIGIT_HEIGHT * size) + 2 * pad + (round(1.4 * small) if caption.below else 0)
    area = Rectangle(pad, rows - height - round(TITLE_ABOVE * rows), width, height)
    plate(shown, area, INK, PLATE)
    start = area.x + pad
    write(shown, title, (start, area.y + pad + round(DIGIT_HEIGHT * size)), size, PAPER)
    write(shown, caption.below, (start, area.bottom - pad), small, QUIET, REGULAR)
