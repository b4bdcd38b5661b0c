"""How long something was held is unknown where nobody saw when it began or ended."""

from math import nan

import pytest

from formcheck.form.holds.unseen_hold import ends_seen, is_clear, is_followed
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment

FRAME_S = 0.1
WAY = [4.0 * i * i for i in range(5)]  # 0.5 s from rest to most of the way
REPETITION = [0.0] * 5 + WAY + [80.0] * 30 + WAY[::-1] + [0.0] * 5
HOLD = (1.0, 4.0)


def seen(values: list[float]) -> bool:
    times = [i * FRAME_S for i in range(len(values))]
    return all(ends_seen(times, values, 0.0, HOLD))


def hidden(begin_s: float, end_s: float) -> list[float]:
    return [nan if begin_s <= i * FRAME_S < end_s else value for i, value in enumerate(REPETITION)]


def test_a_hold_that_is_seen_is_timed() -> None:
    assert seen(REPETITION)


@pytest.mark.parametrize("during", [(0.7, 2.5), (3.0, 4.7), (0.7, 4.7)], ids=["come", "go", "all"])
def test_coming_or_leaving_unseen_leaves_it_open(during: tuple[float, float]) -> None:
    assert not seen(hidden(*during))


def test_each_end_is_told_by_itself() -> None:
    times = [i * FRAME_S for i in range(len(REPETITION))]
    assert ends_seen(times, hidden(0.7, 2.5), 0.0, HOLD) == (False, True)
    assert ends_seen(times, hidden(3.0, 4.7), 0.0, HOLD) == (True, False)


@pytest.mark.parametrize("during", [(0.7, 1.3), (1.2, 3.8)], ids=["short", "inside"])
def test_a_moment_or_the_middle_unseen_does_not(during: tuple[float, float]) -> None:
    assert seen(hidden(*during))


def test_what_begins_held_has_no_way_that_could_be_missed() -> None:
    assert all(ends_seen([0.0, 1.0, 2.0], [80.0, 80.0, 80.0], 0.0, (0.0, 2.0)))


def test_nothing_seen_is_nothing_timed() -> None:
    assert not seen([nan] * len(REPETITION))


def test_what_was_seen_of_a_way_back_is_the_least_that_it_lasted() -> None:
    signals = [80.0, 75.0, nan, nan, 50.0, 30.0, 10.0]
    frames = [MeasuredFrame(i * 0.5, signal, {}, "side") for i, signal in enumerate(signals)]
    seen = PhaseSegment(frames, 0.0, 3.0).seen_end
    assert seen is not None
    assert (seen.start_s, seen.seconds, len(seen.frames)) == (2.0, 1.0, 3)
    assert PhaseSegment(frames[:3], 0.0, 1.0).seen_end is None


@pytest.mark.parametrize(("tremble", "clear"), [(2.0, True), (5.0, True), (12.0, False)])
def test_a_hold_that_trembles_by_much_of_the_way_can_not_be_timed(
    tremble: float, clear: bool
) -> None:
    values = [v + tremble * (-1) ** i for i, v in enumerate(REPETITION)]
    times = [i * FRAME_S for i in range(len(values))]
    assert is_clear(times, values, 0.0, HOLD) == clear


def test_of_what_is_not_held_it_is_not_asked_whether_it_trembles() -> None:
    assert is_clear([0.0, 1.0, 2.0], [0.0, 80.0, 0.0], 0.0, (1.0, 1.0))


def test_a_measure_that_jumps_there_and_back_may_have_skipped_a_stop() -> None:
    turned = [0.0, 10.0, 30.0, 50.0, nan, 70.0, 80.0, 65.0, 45.0, 25.0, 5.0]
    assert is_followed(turned, 0.0, 80.0)
    assert not is_followed([0.0, 10.0, 60.0, 80.0, 65.0, 45.0, 25.0, 5.0], 0.0, 80.0)
