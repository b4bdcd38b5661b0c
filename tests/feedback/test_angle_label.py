"""The number beside an arc."""

import numpy as np
import pytest

from formcheck.feedback.drawing.angle_arc import AngleArc
from formcheck.feedback.drawing.angle_label import (
    Standing,
    allowed_range,
    draw_label,
    shown_value,
    standing,
)
from formcheck.feedback.drawing.panels import Rectangle
from formcheck.form.state import Verdict
from formcheck.texts.texts import load_texts
from tests.feedback.builders import criterion

NOTHING = np.empty((0, 2))
TEXTS = load_texts()


def arc(x: float, y: float) -> AngleArc:
    return AngleArc((x, y), reach=80, start=0, end=120, allowed=(0, 90))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (55, None, "at least 55°"),
        (None, 120, "at most 120°"),
        (60, 115, "60 to 115°"),
        (None, None, ""),
    ],
)
def test_the_range_is_told_in_words(low: float | None, high: float | None, words: str) -> None:
    assert allowed_range(criterion(value=80, low=low, high=high), TEXTS) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "shown"),
    [
        (154.7, 155, None, "154°"),
        (20.2, None, 20, "21°"),
        (154.7, 100, None, "155°"),
        (-12.4, -10, None, "−13°"),
        (-0.3, -10, None, "0°"),
    ],
)
def test_a_value_beyond_its_limit_is_never_rounded_onto_it(
    value: float, low: float | None, high: float | None, shown: str
) -> None:
    assert shown_value(criterion(value=value, low=low, high=high), TEXTS) == shown


@pytest.mark.parametrize("place", [(5.0, 5.0), (635.0, 475.0), (320.0, 240.0), (5.0, 475.0)])
def test_a_label_stays_in_the_picture_and_clear_of_what_is_taken(
    place: tuple[float, float],
) -> None:
    image = np.zeros((480, 640, 3), np.uint8)
    taken = [Rectangle(0, 0, 640, 90), Rectangle(0, 380, 200, 100)]

    label = draw_label(image, arc(*place), criterion(), taken, NOTHING, TEXTS)

    assert label is not None
    assert label.within(Rectangle(0, 0, 640, 480)) == label
    assert not any(label.overlaps(other) for other in taken)


@pytest.mark.parametrize(("width", "height"), [(640, 480), (1280, 720), (1920, 1080)])
def test_between_a_label_and_what_else_is_written_is_room(width: int, height: int) -> None:
    """Above is the cue and below the line of keys, each as near as it may be."""
    image = np.zeros((height, width, 3), np.uint8)
    cue, keys = Rectangle(0, 0, width, height // 4), Rectangle(0, height - 30, width, 30)
    for row in range(height // 3, height - 40, height // 20):
        place = arc(width / 2, float(row))
        label = draw_label(image, place, criterion(), [cue, keys], NOTHING, TEXTS)
        assert label is not None
        assert label.y > cue.bottom
        assert label.bottom < keys.y


def test_a_label_avoids_the_body_where_it_can() -> None:
    image = np.zeros((480, 640, 3), np.uint8)
    above = np.array([(x, y) for x in range(200, 440, 10) for y in range(20, 240, 10)], float)

    label = draw_label(image, arc(320.0, 240.0), criterion(), [], above, TEXTS)

    assert label is not None
    assert label.y > 240


def test_no_label_where_there_is_no_place_or_it_could_not_be_read() -> None:
    image = np.zeros((480, 640, 3), np.uint8)
    tiny = np.zeros((120, 160, 3), np.uint8)

    assert (
        draw_label(image, arc(320, 240), criterion(), [Rectangle(0, 0, 640, 480)], NOTHING, TEXTS)
        is None
    )
    assert draw_label(tiny, arc(80, 60), criterion(), [], NOTHING, TEXTS) is None


@pytest.mark.parametrize(
    ("value", "verdict", "stands", "words"),
    [
        (160, Verdict.GOOD, Standing.RIGHT, "at least 155°"),
        (151, Verdict.GOOD, Standing.CHANGING, "at least 155°"),
        (140, Verdict.GOOD, Standing.CHANGING, "at least 155°"),
        (140, Verdict.FAULT, Standing.WRONG, "at least 155°"),
        (160, Verdict.FAULT, Standing.CHANGING, "at least 155°"),
    ],
)
def test_sign_and_words_never_contradict_the_number(
    value: float, verdict: Verdict, stands: Standing, words: str
) -> None:
    now = criterion(value=value, low=155, verdict=verdict)

    assert standing(now) is stands
    assert allowed_range(now, TEXTS) == words
