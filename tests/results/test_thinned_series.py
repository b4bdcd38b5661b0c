"""Thinning out a signal without losing what matters in it."""

import math

from hypothesis import given
from hypothesis import strategies as st

from formcheck.results.report.thinned_series import MOST_POINTS, ThinnedSeries

values = st.lists(st.one_of(st.floats(-1e3, 1e3), st.just(math.nan)), min_size=1, max_size=400)


def filled(signal: list[float], most_points: int) -> ThinnedSeries:
    series = ThinnedSeries(most_points)
    for number, value in enumerate(signal):
        series.update(number / 30, value)
    return series


def points(series: ThinnedSeries) -> list[tuple[float, float]]:
    return [point for span in series.spans for point in span.points()]


@given(values, st.integers(4, 50))
def test_never_more_points_than_asked_for(signal: list[float], most_points: int) -> None:
    assert len(points(filled(signal, most_points))) <= most_points


@given(values, st.integers(4, 50))
def test_times_rise_and_every_point_was_there(signal: list[float], most_points: int) -> None:
    kept = points(filled(signal, most_points))
    times = [time_s for time_s, _ in kept]
    assert times == sorted(times)
    assert set(kept) <= {(number / 30, value) for number, value in enumerate(signal)}


@given(values, st.integers(4, 50))
def test_the_extremes_are_never_lost(signal: list[float], most_points: int) -> None:
    known = [value for value in signal if not math.isnan(value)]
    kept = [value for _, value in points(filled(signal, most_points))]
    if known:
        assert (min(kept), max(kept)) == (min(known), max(known))
    else:
        assert kept == []


@given(st.integers(0, 399), st.integers(4, 50))
def test_a_fault_of_a_single_frame_is_never_lost(place: int, most_points: int) -> None:
    series = ThinnedSeries(most_points)
    for number in range(400):
        series.update(number / 30, 1.0, active=number == place, fault=number == place)
    assert sum(span.fault for span in series.spans) == 1
    assert sum(span.active for span in series.spans) == 1


def test_memory_is_bounded_for_an_hour_of_video() -> None:
    series = filled([math.sin(number / 40) for number in range(60 * 60 * 30)], MOST_POINTS)
    assert MOST_POINTS / 4 <= len(points(series)) <= MOST_POINTS


def test_a_gap_stays_a_gap() -> None:
    series = filled([1.0] * 50 + [math.nan] * 50 + [1.0] * 50, 40)
    empty = [span for span in series.spans if not list(span.points())]
    assert empty


def test_a_range_that_is_known_late_holds_for_what_came_before() -> None:
    series = ThinnedSeries()
    for number in range(10):
        series.update(number / 10, 1.0, active=True, limits=None)
    series.learn_limits((2.0, None))
    series.update(1.0, 1.0, active=True, limits=(2.0, None))
    assert {span.limits for span in series.spans} == {(2.0, None)}


def test_a_fault_that_is_known_late_is_one_where_it_was_judged_and_outside() -> None:
    series = ThinnedSeries()
    for number, (value, active) in enumerate([(1.0, False), (1.0, True), (3.0, True)]):
        series.update(float(number), value, active=active, limits=None)

    series.learn_limits((2.0, None), fault=True)

    assert [span.fault for span in series.spans] == [False, True, False]
