"""Coming to rest is told from the whole way: trembling and jumps at its end don't matter."""

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.form.holds.hold_timing import at_rest_s, time_share

FRAME_S = 1 / 15

Series = tuple[list[float], list[float]]
"""Times and values."""


def least_jerk(share: float) -> float:
    """From 0 to 1, as people reach (Flash and Hogan 1985)."""
    return share**3 * (share * (6 * share - 15) + 10)


def like_a_cosine(share: float) -> float:
    return (1 - cos(pi * share)) / 2


def leaving(
    way_s: float,
    hold_s: float = 1.0,
    height: float = 100.0,
    profile: Callable[[float], float] = least_jerk,
) -> Series:
    """Frames from within a hold, which is left after `hold_s`, down to two seconds of rest."""
    times = [i * FRAME_S for i in range(round((hold_s + way_s + 2.0) / FRAME_S))]
    shares = [min(max((time_s - hold_s) / way_s, 0.0), 1.0) for time_s in times]
    return times, [height * (1 - profile(share)) for share in shares]


def coming(way_s: float) -> Series:
    """The same movement the other way: frames from within the hold backwards in time."""
    times, values = leaving(way_s)
    return [-time_s for time_s in times], values


@pytest.mark.parametrize("way_s", [0.8, 1.5, 3.0, 5.0])
def test_leaving_and_coming_to_rest_are_found(way_s: float) -> None:
    assert at_rest_s(*leaving(way_s), 100.0, 0.0) == pytest.approx(1.0, abs=0.03 * way_s)
    assert at_rest_s(*coming(way_s), 100.0, 0.0) == pytest.approx(-1.0, abs=0.03 * way_s)


@pytest.mark.parametrize("way_s", [0.8, 1.5, 3.0])
def test_another_profile_costs_little(way_s: float) -> None:
    times, values = leaving(way_s, profile=like_a_cosine)
    assert at_rest_s(times, values, 100.0, 0.0) == pytest.approx(1.0, abs=0.05 + 0.1 * way_s)


@given(st.floats(5, 500), st.floats(0.8, 4.0))
def test_how_far_the_movement_goes_does_not_matter(height: float, way_s: float) -> None:
    times, values = leaving(way_s, height=height)
    assert at_rest_s(times, values, height, 0.0) == pytest.approx(1.0, abs=0.1)


@given(st.lists(st.floats(-3, 3), min_size=75, max_size=75))
def test_trembling_moves_it_little(tremble: list[float]) -> None:
    times, values = leaving(2.0)
    shaken = [value + by for value, by in zip(values, tremble, strict=True)]
    assert at_rest_s(times, shaken, 100.0, 0.0) == pytest.approx(1.0, abs=0.35)


def test_a_jump_of_the_tracker_is_no_movement() -> None:
    times, values = leaving(2.0)
    jumped = [0.0 if value < 55 else value for value in values]
    assert at_rest_s(times, jumped, 100.0, 0.0) == pytest.approx(1.0, abs=0.1)


def test_frames_that_are_missing_on_the_way_are_bridged() -> None:
    times, values = leaving(2.0)
    seen = [i for i in range(len(times)) if not 1.4 < times[i] < 1.7]
    found = at_rest_s([times[i] for i in seen], [values[i] for i in seen], 100.0, 0.0)
    assert found == pytest.approx(1.0, abs=0.1)


def test_a_way_that_leads_further_than_expected_is_taken_whole() -> None:
    times, values = leaving(2.0)
    assert at_rest_s(times, values, 100.0, 70.0) == pytest.approx(1.0, abs=0.05)


def test_what_lies_beyond_a_pause_is_another_movement() -> None:
    times, values = leaving(2.0)
    later = [times[-1] + FRAME_S + time_s for time_s in times]
    onwards = [value - 100.0 for value in values]
    found = at_rest_s([*times, *later], [*values, *onwards], 100.0, -100.0)
    assert found == pytest.approx(1.0, abs=0.05)


def test_no_way_tells_nothing() -> None:
    assert at_rest_s([0.0, 0.1, 0.2], [5.0, 5.0, 5.0], 5.0, 5.0) is None
    assert at_rest_s([0.0], [100.0], 100.0, 0.0) is None


@given(
    st.lists(st.floats(-100, 100), min_size=1, max_size=60),
    st.floats(-100, 100),
    st.floats(-100, 100),
)
def test_the_moment_is_never_far_from_what_was_seen(
    values: list[float], level: float, low: float
) -> None:
    times = [i * FRAME_S for i in range(len(values))]
    found = at_rest_s(times, values, level, low)
    assert found is None or times[0] - 2.0 <= found <= times[-1] + 2.0


def test_the_share_of_time_rises_with_the_share_of_the_way() -> None:
    shares = [time_share(i / 20) for i in range(21)]
    assert all(earlier < later for earlier, later in pairwise(shares))
    assert shares[0] == pytest.approx(0, abs=1e-3)
    assert shares[10] == pytest.approx(0.5)
    assert all(least_jerk(share) == pytest.approx(i / 20) for i, share in enumerate(shares))
