"""The hold clock: the way out is no hold, short slips are forgiven, long ones are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.form.holds import FORGIVEN_SLIP_S, HoldClock


def run(clock, values, frame_s=0.1, share=0.1):
    """Feed values whose furthest so far sets the limit, as the counter does."""
    high, held = float("-inf"), 0.0
    for i, value in enumerate(values):
        high = max(high, value)
        held = clock.update(i * frame_s, value, high - share * high)
    return held


def test_a_position_held_for_three_seconds():
    assert run(HoldClock(), [100.0] * 31) == pytest.approx(3.0)


def test_the_way_out_is_not_held():
    assert run(HoldClock(), list(range(0, 100, 10)) + [100.0] * 21) == pytest.approx(2.0, abs=0.11)


def test_going_further_later_restarts_the_hold():
    assert run(HoldClock(), [50.0] * 20 + [100.0] * 11) == pytest.approx(1.0)


def test_a_short_slip_is_forgiven():
    assert run(HoldClock(), [100.0] * 10 + [60.0] * 3 + [100.0] * 10) == pytest.approx(2.2)


def test_a_long_slip_ends_the_hold():
    slip = [60.0] * (round(FORGIVEN_SLIP_S / 0.1) + 2)
    assert run(HoldClock(), [100.0] * 20 + slip + [100.0] * 6) == pytest.approx(0.5)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=80))
def test_a_hold_is_never_longer_than_the_time_that_passed(values):
    assert 0 <= run(HoldClock(), values) <= 0.1 * len(values)
