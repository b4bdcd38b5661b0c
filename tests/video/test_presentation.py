"""Presentation times, mended: missing, repeated, backward and jumping stamps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.video.recordings.presentation import PresentationClock

STEP_S = 0.04
stamps = st.none() | st.floats(-1e5, 1e5, allow_nan=False)


def read(*presentation: float | None) -> list[float]:
    clock = PresentationClock(STEP_S)
    return [clock.time_of(stamp) for stamp in presentation]


def test_good_stamps_pass_unchanged() -> None:
    assert read(7.0, 7.033, 7.5, 7.51) == pytest.approx([0, 0.033, 0.5, 0.51])


def test_a_missing_stamp_is_one_usual_step_after() -> None:
    assert read(1.0, 1.04, None, 1.12) == pytest.approx([0, 0.04, 0.08, 0.12])


def test_stamps_that_begin_late_go_on_from_there() -> None:
    assert read(None, None, 8.0, 8.1) == pytest.approx([0, 0.04, 0.08, 0.18])


def test_a_repeated_stamp_is_half_a_step_after_and_the_next_is_true_again() -> None:
    assert read(0.0, 0.04, 0.04, 0.08) == pytest.approx([0, 0.04, 0.06, 0.08])


def test_a_jump_back_goes_on_from_where_it_was() -> None:
    assert read(50.0, 50.04, 3.0, 3.1) == pytest.approx([0, 0.04, 0.08, 0.18])


def test_a_pause_forward_stays_a_pause() -> None:
    assert read(0.0, 0.04, 30.0) == pytest.approx([0, 0.04, 30])


def test_decoding_stamps_are_believed_where_presentation_stamps_do_not_rise() -> None:
    clock = PresentationClock(STEP_S)
    presentation = [1, 4, 3, 5, 2, 7, 6, 8]
    times = [
        clock.time_of(stamp * STEP_S, (2 + i) * STEP_S) for i, stamp in enumerate(presentation)
    ]
    assert times[4:] == pytest.approx([(6 + i - 1) * STEP_S for i in range(4)])


@given(st.lists(st.tuples(stamps, stamps), min_size=1, max_size=40))
def test_time_begins_at_zero_and_rises_by_a_millisecond_at_least(
    pairs: list[tuple[float | None, float | None]],
) -> None:
    clock = PresentationClock(STEP_S)
    times = [clock.time_of(*pair) for pair in pairs]
    assert times[0] == 0
    assert all(after - before > 0.000999 for before, after in pairwise(times))
