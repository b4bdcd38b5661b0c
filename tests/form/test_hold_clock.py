"""Holds, live and with hindsight: the way out is none, and short slips are forgiven."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.form.holds.hold_clock import HoldClock, HoldSettings, furthest_kept, hold_of


def run(
    clock: HoldClock, values: Sequence[float], frame_s: float = 0.1, share: float = 0.1
) -> float:
    """Feed values whose furthest so far sets the limit, as the counter does."""
    high, held = float("-inf"), 0.0
    for i, value in enumerate(values):
        high = max(high, value)
        held = clock.update(i * frame_s, value, high - share * high)
    return held


def test_a_position_held_for_three_seconds() -> None:
    assert run(HoldClock(), [100.0] * 31) == pytest.approx(3.0)


def test_the_way_out_is_not_held() -> None:
    assert run(HoldClock(), list(range(0, 100, 10)) + [100.0] * 21) == pytest.approx(2.0, abs=0.11)


def test_going_further_later_restarts_the_hold() -> None:
    assert run(HoldClock(), [50.0] * 20 + [100.0] * 11) == pytest.approx(1.0)


def test_a_short_slip_is_forgiven() -> None:
    assert run(HoldClock(), [100.0] * 10 + [60.0] * 3 + [100.0] * 10) == pytest.approx(2.2)


def test_a_long_slip_ends_the_hold() -> None:
    slip = [60.0] * (round(HoldSettings().forgiven_slip_s / 0.1) + 2)
    assert run(HoldClock(), [100.0] * 20 + slip + [100.0] * 6) == pytest.approx(0.5)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=80))
def test_a_hold_is_never_longer_than_the_time_that_passed(values: Sequence[float]) -> None:
    assert 0 <= run(HoldClock(), values) <= 0.1 * len(values)


def held(values: Sequence[float], frame_s: float = 0.1, low: float = 0.0) -> float:
    times = [i * frame_s for i in range(len(values))]
    begin, end = hold_of(times, values, low)
    return end - begin


def shares(steps: int) -> list[float]:
    return [i / steps for i in range(steps)]


def ease(steps: int) -> list[float]:
    """From 0 to 100 with the least jerk, as people move (Flash and Hogan 1985)."""
    return [100 * share**3 * (share * (6 * share - 15) + 10) for share in shares(steps)]


@pytest.mark.parametrize("way_s", [0.6, 1.0, 2.0, 3.0])
@pytest.mark.parametrize("hold_s", [1.0, 3.0, 8.0])
def test_with_hindsight_a_hold_lasts_from_coming_to_rest_to_leaving(
    way_s: float, hold_s: float
) -> None:
    way, stop = ease(round(30 * way_s)), [100.0] * round(30 * hold_s)
    assert held([*way, *stop, *way[::-1]], 1 / 30) == pytest.approx(hold_s, abs=0.1)


def test_with_hindsight_a_jerk_beyond_the_hold_changes_nothing() -> None:
    way, steady = ease(10), [80.0] * 30
    jerk = [*way[:7], *steady[:15], 130.0, 130.0, *steady[15:], *way[:7][::-1]]
    calm = [*way[:7], *steady, *way[:7][::-1]]
    assert held(jerk) == pytest.approx(held(calm) + 0.2, abs=0.1)


def test_with_hindsight_swaying_and_sinking_are_part_of_the_hold() -> None:
    sway = [100 - 8 * (i % 3) - 0.2 * i for i in range(40)]
    assert held([*ease(10), *sway, *ease(10)[::-1]]) == pytest.approx(4.0, abs=0.5)


def test_with_hindsight_what_follows_a_long_slip_is_another_hold() -> None:
    slip = [30.0] * (round(HoldSettings().forgiven_slip_s / 0.1) + 2)
    assert held([0.0, *[100.0] * 20, *slip, *[99.0] * 10, 0.0]) == pytest.approx(1.9, abs=0.15)


def test_with_hindsight_a_stop_on_the_way_back_is_no_hold() -> None:
    way, halfway = ease(10), [50.0] * 60
    back = [*way[:4:-1], *halfway, *way[4::-1]]
    assert held([*way, *[100.0] * 30, *back]) == pytest.approx(3.0, abs=1.1)


def test_frames_without_a_value_are_slips() -> None:
    nothing = [float("nan")] * 3
    assert held([0.0, *[100.0] * 10, *nothing, *[100.0] * 10, 0.0]) == pytest.approx(2.2, abs=0.15)


def test_a_movement_that_turns_at_once_is_hardly_held() -> None:
    assert held([*ease(30), *ease(30)[::-1]], 1 / 30) < 0.2


def test_the_furthest_point_is_kept_up_for_half_a_second() -> None:
    times = [i / 10 for i in range(20)]
    assert furthest_kept(times, [0.0] * 8 + [50.0] + [40.0] * 11) == 40.0
    assert furthest_kept(times[:3], [1.0, 3.0, 2.0]) == 3.0


@given(st.lists(st.floats(0, 100) | st.just(float("nan")), min_size=2, max_size=80))
def test_a_hold_lies_within_the_repetition(values: Sequence[float]) -> None:
    times = [i / 10 for i in range(len(values))]
    begin, end = hold_of(times, values, low=0.0)
    assert times[0] <= begin <= end <= times[-1]


def test_who_sinks_while_they_hold_is_timed_by_both_ends() -> None:
    sinking = [100 - 0.3 * i for i in range(90)]
    values = [*ease(30), *sinking, *(0.73 * value for value in ease(30)[::-1])]
    assert held(values, 1 / 30) == pytest.approx(3.0, abs=0.25)


def test_a_limb_that_is_lost_during_the_hold_is_timed_by_where_it_was_seen() -> None:
    lost = [100.0] * 12 + [72.0, 80.0, 75.0] * 18 + [100.0] * 12
    values = [*ease(30), *lost, *ease(30)[::-1]]
    assert held(values, 1 / 30) == pytest.approx(len(lost) / 30, abs=0.2)


@pytest.mark.parametrize("sinks_by", [0.0, 10.0, 20.0])
def test_who_sinks_until_the_recording_ends_has_held_all_the_time(sinks_by: float) -> None:
    """No way back is shown: what little there is of one leads nowhere."""
    frames = 50
    sinking = [100 - sinks_by * i / frames for i in range(frames)]
    assert held([0.0] * 10 + ease(15) + sinking) == pytest.approx(5.0, abs=0.4)


@pytest.mark.parametrize("sinks_by", [0.0, 10.0, 20.0])
def test_who_sinks_from_the_first_picture_on_has_held_all_the_time(sinks_by: float) -> None:
    """As in a plank that is there when the recording begins."""
    assert held([100 - sinks_by * i / 50 for i in range(51)]) == pytest.approx(5.0, abs=0.2)
