"""Repetitions over one another, whatever pace they were done at."""

import re

import numpy as np
import pytest

from formcheck.analysis.comparing.comparison import MeasureCurves
from formcheck.analysis.comparing.curve_plot import SIZE, curve_plot
from formcheck.analysis.comparing.curves import curve_of, normalised
from formcheck.measure.unit import DEGREES
from tests.texts.english import ENGLISH


def wave(seconds: float, frames: int, height: float = 50.0) -> np.ndarray:
    """Out and back, as a repetition at a steady pace."""
    times_s = np.linspace(3.0, 3.0 + seconds, frames)
    values = height * np.sin(np.pi * (times_s - 3.0) / seconds)
    return normalised(times_s, values)


def test_a_slow_and_a_quick_repetition_lie_on_one_another() -> None:
    assert wave(4.0, 120) == pytest.approx(wave(1.5, 45), abs=0.1)
    assert wave(4.0, 120)[50] == pytest.approx(50, abs=0.1)


def test_the_mean_and_the_spread_of_several() -> None:
    curve = curve_of([wave(2.0, 60, height) for height in (40.0, 50.0, 60.0)])
    assert curve.repetitions == 3
    assert (curve.mean[50], curve.spread[50]) == pytest.approx((50, 10), abs=0.1)


def test_a_single_repetition_has_no_spread() -> None:
    assert np.isnan(curve_of([wave(2.0, 60)]).spread).all()


def test_what_was_not_seen_is_left_open() -> None:
    times_s = np.linspace(0.0, 2.0, 41)
    values = np.where((times_s > 0.5) & (times_s < 1.0), np.nan, 10.0)
    row = normalised(times_s, values)
    assert np.isnan(row[30:45]).all()
    assert row[[10, 60, 100]] == pytest.approx(10)


def test_a_short_gap_is_bridged() -> None:
    times_s = np.linspace(0.0, 2.0, 41)
    row = normalised(times_s, np.where(times_s == times_s[20], np.nan, times_s))
    assert row[50] == pytest.approx(1.0)


def test_where_most_were_not_seen_there_is_no_mean() -> None:
    unseen = np.full(101, np.nan)
    seen = np.full(101, 10.0)
    assert np.isnan(curve_of([seen, unseen, unseen]).mean).all()
    assert curve_of([seen, seen, unseen]).mean == pytest.approx(10)


def test_nothing_is_no_curve() -> None:
    assert np.isnan(curve_of([]).mean).all()
    assert np.isnan(normalised(np.array([1.0]), np.array([5.0]))).all()


@pytest.mark.parametrize(("height", "least", "most"), [(2.0, 0.0, 0.1), (60.0, 0.6, 1.0)])
def test_what_hardly_moves_is_drawn_nearly_flat(height: float, least: float, most: float) -> None:
    curve = curve_of([wave(2.0, 60, height)])
    drawn = curve_plot(MeasureCurves("trunk_inclination", DEGREES, (curve,)), "Trunk", "", ENGLISH)
    [line] = re.findall(r'<path class="line recording-0" d="([^"]+)"', drawn)
    places = [float(y) for y in re.findall(r"[ML]\S+ ([\d.]+)", line)]
    assert least <= (max(places) - min(places)) / SIZE[1] <= most
