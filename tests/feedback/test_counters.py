"""Repetitions and holds, readable from three metres."""

import numpy as np
import pytest
from numpy.typing import NDArray

from formcheck.exercises.load import library
from formcheck.feedback.drawing.counters import RepetitionCount, draw_counters
from formcheck.feedback.drawing.hold_ring import HoldRing, in_seconds
from formcheck.feedback.drawing.palette import BLUE, PAPER
from formcheck.feedback.drawing.panels import Rectangle
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Image
from tests.feedback.builders import exercise, state

TEXTS = load_texts()
SIZES = [(480, 270), (640, 480), (1280, 720), (1920, 1080), (720, 1280)]


def black(size: tuple[int, int]) -> Image:
    return np.zeros((size[1], size[0], 3), np.uint8)


def coloured(image: Image, colour: tuple[int, int, int], area: Rectangle) -> NDArray[np.int64]:
    part = image[area.y : area.bottom, area.x : area.right].astype(int)
    return np.argwhere(np.abs(part - colour).max(axis=2) < 6)


def tallest_run(rows: NDArray[np.int64]) -> int:
    """Pixels of the longest stretch of rows without a gap."""
    found = np.unique(rows)
    return max(len(run) for run in np.split(found, np.where(np.diff(found) > 1)[0] + 1))


@pytest.mark.parametrize("size", SIZES)
def test_both_numbers_are_an_eighth_of_the_picture_tall(size: tuple[int, int]) -> None:
    """Of its height; in an upright picture of its width, which both must share."""
    image = black(size)

    counter, ring = draw_counters(
        image, state(repetitions=4, hold_s=2.0), exercise(hold_s=5), size[1], TEXTS
    )

    for area in (counter, ring):
        assert tallest_run(coloured(image, PAPER, area)[:, 0]) >= 0.12 * min(size)


@pytest.mark.parametrize("size", [*SIZES, (200, 1000), (64, 48), (16, 16)])
@pytest.mark.parametrize("hold_s", [0.0, 3.0, 12.0, 125.0])
def test_the_counters_lie_in_the_picture_and_not_on_each_other(
    size: tuple[int, int], hold_s: float
) -> None:
    places = draw_counters(
        black(size), state(repetitions=12, hold_s=hold_s), exercise(hold_s=30), size[1], TEXTS
    )

    if min(size) >= 270:
        assert all(place.within(Rectangle(0, 0, *size)) == place for place in places)
    assert len(places) == 1 or not places[0].overlaps(places[1])


def test_where_there_is_no_room_for_both_the_hold_is_shown_while_it_lasts() -> None:
    size = (300, 1280)

    (holding,) = draw_counters(
        black(size), state(repetitions=125, hold_s=1400.0), exercise(hold_s=30), size[1], TEXTS
    )
    resting, *_ = draw_counters(
        black(size), state(repetitions=125, hold_s=0.0), exercise(hold_s=30), size[1], TEXTS
    )

    assert holding.right > 0.8 * size[0]
    assert resting.x < 0.2 * size[0]


def test_the_ring_fills_with_the_hold() -> None:
    def filled(hold_s: float) -> int:
        image = black((640, 480))
        _, ring = draw_counters(image, state(hold_s=hold_s), exercise(hold_s=10), 480, TEXTS)
        return len(coloured(image, BLUE, ring))

    steps = [filled(hold_s) for hold_s in (0.0, 2.5, 5.0, 7.5)]

    assert steps[0] == 0
    assert np.diff(steps) == pytest.approx([steps[1]] * 3, rel=0.1)


def test_a_hold_longer_than_asked_for_goes_on_counting() -> None:
    assert in_seconds(4.99) == "4"
    assert in_seconds(99.9) == "99"
    assert in_seconds(125.0) == "2:05"


def test_an_exercise_without_a_hold_has_no_ring() -> None:
    assert len(draw_counters(black((640, 480)), state(hold_s=2.0), exercise(), 480, TEXTS)) == 1


def test_no_tick_where_nothing_was_good() -> None:
    image = black((640, 480))
    none_good = state(repetitions=0)

    (area,) = draw_counters(image, none_good, exercise(), 480, TEXTS)

    assert len(coloured(image, BLUE, area)) == 0


def test_nothing_is_counted_of_who_sits_at_a_desk() -> None:
    image = black((640, 480))

    assert draw_counters(image, state(), library()["desk-sitting"], 480, TEXTS) == []
    assert not image.any()


def test_of_a_single_hold_nothing_is_counted_until_it_is_done() -> None:
    image, single = black((640, 480)), exercise(hold_s=30, reps=(1, 1))

    (holding,) = draw_counters(image, state(repetitions=0, hold_s=12.0), single, 480, TEXTS)

    assert holding.right > 0.8 * 640
    assert len(draw_counters(image, state(repetitions=1), single, 480, TEXTS)) == 2


def test_more_than_were_asked_for_are_no_part_of_them() -> None:
    shown = [
        RepetitionCount.of((480, 640), (done, 0, 0), (2, 2), 480, TEXTS).notes[0] for done in (2, 4)
    ]

    assert shown == ["of 2", ""]


def test_what_could_not_be_judged_is_not_told_as_none_good() -> None:
    def beside(done: int, good: int, unclear: int) -> str:
        return RepetitionCount.of((480, 640), (done, good, unclear), None, 480, TEXTS).notes[1]

    assert beside(2, 0, 2) == "unclear"
    assert beside(3, 1, 2) == "1 good"
    assert beside(2, 0, 0) == "0 good"


def test_where_nobody_asked_for_a_number_none_is_shown() -> None:
    free, hold = exercise(reps=None), exercise(hold_s=30, reps=None)

    assert RepetitionCount.of((480, 640), (2, 2, 0), free.dosage.reps, 480, TEXTS).notes[0] == ""
    assert len(draw_counters(black((640, 480)), state(hold_s=12.0), hold, 480, TEXTS)) == 1


def test_where_no_time_is_asked_for_the_ring_shows_the_seconds_alone() -> None:
    """As in a free session: it neither fills nor says how long it should be."""
    size = (1280, 720)
    asked, free = (black(size) for _ in range(2))
    draw_counters(asked, state(hold_s=12.0), exercise(hold_s=10), size[1], TEXTS)
    places = draw_counters(free, state(hold_s=12.0), exercise(hold_s=10, reps=None), size[1], TEXTS)

    assert len(coloured(asked, BLUE, Rectangle(640, 0, 640, 720))) > 500
    assert all(len(coloured(free, BLUE, place)) == 0 for place in places)
    ring = HoldRing.of((720, 1280), 12.0, None, 720, TEXTS)
    assert ring.note == "s"
