"""What is drawn once and laid over every picture looks as if it had been drawn on each."""

import numpy as np
import pytest

from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import draw_cue
from formcheck.feedback.drawing.lettering import write
from formcheck.feedback.drawing.palette import INK, PAPER
from formcheck.feedback.drawing.panels import Rectangle, plate
from formcheck.feedback.drawing.stamp import Stamp
from formcheck.video.frame import Image


def a_room() -> Image:
    return np.random.default_rng(1).integers(0, 256, (120, 200, 3), np.uint8)


def a_note(image: Image) -> None:
    plate(image, Rectangle(20, 30, 120, 40), INK, 0.6)
    write(image, "Hold", (30, 60), 30, PAPER)


def test_a_stamp_looks_like_the_drawing() -> None:
    drawn, stamped = a_room(), a_room()
    a_note(drawn)

    Stamp.of((120, 200), Rectangle(20, 30, 120, 40), a_note).press(stamped)

    assert (drawn != a_room()).any()
    # Each way of mixing rounds by itself.
    assert np.abs(drawn.astype(int) - stamped).max() <= 2


@pytest.mark.parametrize("corner", [(-40, -10), (150, 100), (20, -60), (300, 20)])
def test_what_lies_beyond_the_border_is_left_out(corner: tuple[int, int]) -> None:
    drawn, stamped, area = a_room(), a_room(), Rectangle(*corner, 80, 40)

    def draw(image: Image) -> None:
        plate(image, area, INK, 0.6)

    draw(drawn)
    Stamp.of((120, 200), area, draw).press(stamped)

    assert np.abs(drawn.astype(int) - stamped).max() <= 2


def test_another_message_is_another_stamp() -> None:
    first, second, again = a_room(), a_room(), a_room()

    draw_cue(first, Cue("Straighten your knee", CueKind.FAULT), 4)
    draw_cue(second, Cue("Straighten your back", CueKind.FAULT), 4)
    draw_cue(again, Cue("Straighten your knee", CueKind.FAULT), 4)

    assert (first != second).any()
    assert (first == again).all()
