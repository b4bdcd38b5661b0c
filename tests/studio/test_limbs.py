"""Arms and legs reach their targets and bend by the angle asked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samples.studio.geometry import Array, direction_between, interior_angle, unit
from samples.studio.limbs import bend, reach

UPPER, LOWER = 0.45, 0.40
ROOT = np.zeros(3)

coordinates = st.floats(-0.9, 0.9)
points = st.tuples(coordinates, coordinates, coordinates).map(np.array)
angles = st.floats(25, 179)


def directions() -> st.SearchStrategy[Array]:
    return points.filter(lambda v: float(np.linalg.norm(v)) > 0.1).map(unit)


@given(points, directions())
def test_a_limb_meets_every_target_within_reach(target: Array, pole: Array) -> None:
    distance = float(np.linalg.norm(target))
    assume(abs(UPPER - LOWER) + 0.03 < distance < (UPPER + LOWER) * 0.999)
    assume(float(np.linalg.norm(np.cross(unit(target), pole))) > 0.05)
    upper, lower = reach(ROOT, UPPER, LOWER, target, pole)
    assert UPPER * upper + LOWER * lower == pytest.approx(target, abs=1e-6)


@given(points, directions())
def test_the_middle_joint_points_to_the_pole(target: Array, pole: Array) -> None:
    distance = float(np.linalg.norm(target))
    assume(0.2 < distance < (UPPER + LOWER) * 0.99)
    assume(float(np.linalg.norm(np.cross(unit(target), pole))) > 0.05)
    upper, _ = reach(ROOT, UPPER, LOWER, target, pole)
    line = unit(target)
    assert (upper - line * (upper @ line)) @ pole > 0


@given(directions())
def test_out_of_reach_a_limb_is_stretched_towards_the_target(way: Array) -> None:
    pole = unit(np.cross(way, [0.3, 0.5, 0.8]))
    assume(float(np.linalg.norm(pole)) > 0.5)
    upper, lower = reach(ROOT, UPPER, LOWER, 5.0 * way, pole)
    assert interior_angle(ROOT, UPPER * upper, UPPER * upper + LOWER * lower) > 175
    assert upper @ way > 0.99


@given(directions(), directions(), angles)
def test_a_joint_bends_by_the_angle_asked(upper: Array, towards: Array, angle: float) -> None:
    assume(float(np.linalg.norm(np.cross(upper, towards))) > 0.05)
    lower = bend(upper, towards, angle)
    assert interior_angle(-upper, ROOT, lower) == pytest.approx(angle, abs=1e-4)


@given(directions(), directions(), st.floats(0, 1))
def test_directions_turn_evenly_from_one_to_the_other(a: Array, b: Array, share: float) -> None:
    whole = float(np.degrees(np.arccos(np.clip(a @ b, -1, 1))))
    assume(1 < whole < 179)
    between = direction_between(a, b, share)
    assert np.linalg.norm(between) == pytest.approx(1.0)
    turned = float(np.degrees(np.arccos(np.clip(a @ between, -1, 1))))
    assert turned == pytest.approx(share * whole, abs=1e-3)
