"""The One Euro filter: what it must do to any signal."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.smoothing import OneEuroFilter

STEPS = st.lists(st.floats(0.001, 0.3), min_size=2, max_size=40)
VALUES = st.floats(-1000, 1000)


def filtered(values: list[float], times: np.ndarray, **settings: float) -> np.ndarray:
    smooth = OneEuroFilter(**{"min_cutoff_hz": 1.0, **settings})
    return np.array([smooth(value, time) for value, time in zip(values, times, strict=True)])


@settings(deadline=None)
@given(VALUES, STEPS)
def test_a_constant_stays_what_it_is(value: float, steps: list[float]) -> None:
    out = filtered([value] * len(steps), np.cumsum(steps))
    assert out == pytest.approx(value)


@settings(deadline=None)
@given(st.lists(VALUES, min_size=2, max_size=40), st.floats(0, 5))
def test_it_never_overshoots_what_it_has_seen(values: list[float], coefficient: float) -> None:
    out = filtered(values, np.arange(len(values)) / 30, speed_coefficient=coefficient)
    assert out.min() >= min(values) - 1e-6
    assert out.max() <= max(values) + 1e-6


def test_the_first_step_is_the_low_pass_filter_of_the_paper() -> None:
    cutoff, step = 2.0, 1 / 25
    weight = 1 / (1 + 1 / (2 * np.pi * cutoff * step))
    out = filtered([0.0, 1.0], np.array([0.0, step]), min_cutoff_hz=cutoff)
    assert out == pytest.approx([0.0, weight])


def test_it_takes_the_jitter_out_of_a_body_at_rest() -> None:
    noise = np.random.default_rng(3).normal(0, 1, 300)
    out = filtered(list(noise), np.arange(300) / 30, min_cutoff_hz=0.5)
    assert np.std(out[60:]) < 0.4 * np.std(noise)


def test_a_speed_coefficient_makes_it_follow_a_fast_movement_closer() -> None:
    times = np.arange(60) / 30
    ramp = list(100 * times)
    lag = 200 - 100 / 30 - filtered(ramp, times)[-1]
    quick = 200 - 100 / 30 - filtered(ramp, times, speed_coefficient=0.1)[-1]
    assert 0 <= quick < lag / 3


def test_a_halved_frame_rate_gives_nearly_the_same_curve() -> None:
    def wave(times: np.ndarray) -> np.ndarray:
        return filtered(list(np.sin(times)), times, min_cutoff_hz=2.0)

    fine, coarse = np.arange(0, 6, 1 / 60), np.arange(0, 6, 1 / 30)
    assert wave(fine)[::2] == pytest.approx(wave(coarse), abs=0.03)


def test_what_cannot_be_seen_stays_unknown_and_does_not_spoil_what_follows() -> None:
    smooth = OneEuroFilter(min_cutoff_hz=1.0)
    smooth(1.0, 0.0)
    assert np.isnan(smooth(np.nan, 0.1))
    assert smooth(1.0, 0.2) == pytest.approx(1.0)


def test_after_a_long_gap_it_begins_anew() -> None:
    smooth = OneEuroFilter(min_cutoff_hz=0.1, forget_after_s=0.5)
    smooth(0.0, 0.0)
    assert 0 < smooth(100.0, 0.4) < 50
    smooth(np.nan, 0.9)
    assert smooth(100.0, 1.0) == 100.0


def test_one_that_was_never_seen_stays_unknown() -> None:
    smooth = OneEuroFilter(min_cutoff_hz=1.0)
    assert np.isnan(smooth(np.nan, 0.0))
    assert smooth(3.0, 0.1) == 3.0


def test_time_must_rise() -> None:
    smooth = OneEuroFilter(min_cutoff_hz=1.0)
    smooth(1.0, 1.0)
    with pytest.raises(ValueError, match="Time must rise"):
        smooth(1.0, 1.0)
    smooth(np.nan, 1.5)
    with pytest.raises(ValueError, match="Time must rise"):
        smooth(1.0, 1.4)
    with pytest.raises(ValueError, match="above 0"):
        OneEuroFilter(min_cutoff_hz=0.0)
