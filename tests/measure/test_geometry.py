"""Geometry in pixels: known angles, and what must hold for any points."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from formcheck.measure.geometry import (
    distance,
    elevation,
    inclination,
    interior_angle,
    middle,
    turn,
)

Point = NDArray[np.float64]

coordinate = st.floats(-2000, 2000, allow_nan=False)
point = st.tuples(coordinate, coordinate).map(np.array)
angle = st.floats(-180, 180)


def rotated(vector: Point, degrees: float) -> Point:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turned: Point = np.array([[c, -s], [s, c]]) @ vector
    return turned


@pytest.mark.parametrize(
    ("a", "vertex", "b", "expected"),
    [
        ((0, 0), (10, 0), (20, 0), 180),
        ((0, 0), (10, 0), (10, 10), 90),
        ((0, 0), (10, 0), (0, 10), 45),
        ((5, 5), (0, 0), (5, 5), 0),
    ],
)
def test_interior_angle_of_known_corners(
    a: tuple[float, float], vertex: tuple[float, float], b: tuple[float, float], expected: float
) -> None:
    assert interior_angle(a, vertex, b) == pytest.approx(expected)


def test_turn_is_positive_clockwise_as_seen_in_the_picture() -> None:
    right, down = (10, 0), (0, 10)
    assert turn(right, (0, 0), down) == pytest.approx(90)
    assert turn(down, (0, 0), right) == pytest.approx(-90)


def test_inclination_is_zero_upright_and_ninety_level() -> None:
    assert inclination((0, 0), (0, -10)) == pytest.approx(0)
    assert inclination((0, 0), (10, 0)) == pytest.approx(90)
    assert inclination((0, 0), (-10, 0)) == pytest.approx(90)
    assert inclination((0, 0), (0, 10)) == pytest.approx(180)


def test_elevation_is_ninety_straight_up_whichever_way_the_person_faces() -> None:
    assert elevation((0, 0), (0, -10)) == pytest.approx(90)
    assert elevation((0, 0), (10, 0)) == elevation((0, 0), (-10, 0)) == pytest.approx(0)
    assert elevation((0, 0), (0, 10)) == pytest.approx(-90)


def test_where_two_points_coincide_there_is_no_angle() -> None:
    assert np.isnan(interior_angle((1, 1), (1, 1), (5, 5)))
    assert np.isnan(inclination((1, 1), (1, 1)))
    assert np.isnan(elevation((1, 1), (1, 1)))


def test_a_hidden_point_gives_nan() -> None:
    hidden = (np.nan, np.nan)
    assert np.isnan(interior_angle(hidden, (0, 0), (1, 1)))
    assert np.isnan(inclination((0, 0), hidden))
    assert np.isnan(distance(hidden, (0, 0)))


def test_both_sides_are_computed_at_once() -> None:
    a, vertex, b = np.zeros((2, 2)), np.array([[1.0, 0], [1, 0]]), np.array([[2.0, 0], [1, 1]])
    assert interior_angle(a, vertex, b) == pytest.approx([180, 90])


@given(point, point, point, angle, st.floats(0.1, 10), point)
def test_an_angle_survives_turning_scaling_and_moving_the_picture(
    a: Point, v: Point, b: Point, turned: float, scale: float, moved: Point
) -> None:
    assume(distance(a, v) > 1 and distance(b, v) > 1)
    before = interior_angle(a, v, b)
    a2, v2, b2 = (scale * rotated(p, turned) + moved for p in (a, v, b))
    assert interior_angle(a2, v2, b2) == pytest.approx(before, abs=1e-3)


@given(point, point, point)
def test_an_angle_is_the_same_from_either_end_and_within_its_range(
    a: Point, v: Point, b: Point
) -> None:
    assume(distance(a, v) > 1 and distance(b, v) > 1)
    assert interior_angle(a, v, b) == pytest.approx(interior_angle(b, v, a), abs=1e-6)
    assert 0 <= interior_angle(a, v, b) <= 180


@given(point, point)
def test_inclination_and_elevation_of_one_line_complete_each_other(low: Point, high: Point) -> None:
    assume(distance(low, high) > 1)
    assert inclination(low, high) + elevation(low, high) == pytest.approx(90, abs=1e-6)


@given(point, point)
def test_the_middle_is_equally_far_from_both(a: Point, b: Point) -> None:
    half = middle(a, b)
    assert distance(a, half) == pytest.approx(float(distance(b, half)), abs=1e-6)
