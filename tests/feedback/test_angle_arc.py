"""The arc and its band say the same as the number: the limb lies in the band when it is right."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from formcheck.feedback.drawing.angle_arc import WIDEST_BAND, AngleArc, angle_arc, near_limb
from formcheck.form.state import CriterionState
from formcheck.measure.geometry import elevation, inclination, interior_angle
from tests.feedback.builders import criterion

places = st.tuples(st.floats(0, 640), st.floats(0, 480))
limits = st.floats(20, 160)


def far_apart(*points: tuple[float, float]) -> None:
    for a, b in pairwise(points):
        assume(math.dist(a, b) > 20)


def within(direction: float, allowed: tuple[float, float] | None) -> bool:
    """Whether a direction in degrees lies in a span of directions, to within rounding."""
    assert allowed is not None
    low, high = min(allowed) - 0.01, max(allowed) + 0.01
    return any(low <= direction + turn <= high for turn in (-720, -360, 0, 360, 720))


def arc_of(state: CriterionState, *joints: tuple[float, float]) -> AngleArc:
    arc = angle_arc(state, np.array(joints))
    assert arc is not None
    return arc


@given(places, places, places, limits)
def test_a_limb_lies_in_the_band_exactly_when_its_angle_is_allowed(
    a: tuple[float, float], joint: tuple[float, float], b: tuple[float, float], limit: float
) -> None:
    far_apart(a, joint, b)
    value = float(interior_angle(a, joint, b))
    assume(abs(value - limit) > 0.1)

    at_least = arc_of(criterion(value=value, low=limit), a, joint, b)
    at_most = arc_of(criterion(value=value, low=None, high=limit), a, joint, b)

    limb = math.degrees(math.atan2(b[1] - joint[1], b[0] - joint[0]))
    assert within(limb, at_least.allowed) == (value >= limit)
    assert within(limb, at_most.allowed) == (value <= limit)


@given(places, places, places)
def test_the_arc_spans_the_angle_from_one_limb_to_the_other(
    a: tuple[float, float], joint: tuple[float, float], b: tuple[float, float]
) -> None:
    far_apart(a, joint, b)
    value = float(interior_angle(a, joint, b))

    arc = arc_of(criterion(value=value), a, joint, b)

    assert abs(arc.end - arc.start) == pytest.approx(value, abs=0.01)
    assert arc.vertex == pytest.approx(joint)


@pytest.mark.parametrize(("measure", "value"), [("arm_inclination", 30), ("arm_elevation", 60)])
@given(roll=st.floats(-30, 30), mirrored=st.booleans())
def test_a_rolled_camera_leans_the_line_that_is_counted_from(
    measure: str, value: float, roll: float, *, mirrored: bool
) -> None:
    """An arm 30 degrees from the vertical, as the picture shows it."""
    side = -1 if mirrored else 1
    lean = math.radians(roll + side * 30)
    shoulder = (320 + 100 * math.sin(lean), 240 - 100 * math.cos(lean))
    state = criterion(measure=f"{measure}.left", value=value)

    arc = angle_arc(state, np.array([(320.0, 240.0), shoulder]), roll)

    assert arc is not None
    assert abs(arc.end - arc.start) == pytest.approx(value, abs=0.01)


@given(places, places, places, st.floats(10, 90))
def test_a_flexion_counts_from_the_straight_limb(
    a: tuple[float, float], joint: tuple[float, float], b: tuple[float, float], limit: float
) -> None:
    far_apart(a, joint, b)
    value = 180 - float(interior_angle(a, joint, b))
    assume(abs(value - limit) > 0.1)

    arc = arc_of(
        criterion(measure="knee_flexion.left", value=value, low=None, high=limit), a, joint, b
    )

    limb = math.degrees(math.atan2(b[1] - joint[1], b[0] - joint[0]))
    assert within(limb, arc.allowed) == (value <= limit)


@given(places, places, st.floats(5, 80))
def test_an_inclination_counts_from_the_vertical_to_either_side(
    low: tuple[float, float], high: tuple[float, float], limit: float
) -> None:
    far_apart(low, high)
    value = float(inclination(low, high))
    assume(abs(value - limit) > 0.1)

    arc = arc_of(
        criterion(measure="trunk_inclination", value=value, low=None, high=limit), low, high
    )

    line = math.degrees(math.atan2(high[1] - low[1], high[0] - low[0]))
    assert within(line, arc.allowed) == (value <= limit)
    assert within(-90 + limit, arc.allowed)
    assert within(-90 - limit, arc.allowed)


@given(places, places, st.floats(-60, 30), st.floats(5, 50))
def test_an_elevation_counts_from_the_horizontal_and_has_a_sign(
    near: tuple[float, float], far: tuple[float, float], low: float, width: float
) -> None:
    far_apart(near, far)
    value = float(elevation(near, far))
    assume(min(abs(value - low), abs(value - low - width), 90 - abs(value)) > 0.1)

    arc = arc_of(
        criterion(measure="thigh_elevation.left", value=value, low=low, high=low + width),
        near,
        far,
    )

    line = math.degrees(math.atan2(far[1] - near[1], far[0] - near[0]))
    assert within(line, arc.allowed) == (low <= value <= low + width)


def test_a_body_line_beyond_straight_is_drawn_the_long_way_round() -> None:
    piked = criterion(measure="body_line.left", value=200.0, low=160, high=190)

    arc = arc_of(piked, (100.0, 100.0), (200.0, 100.0 - 17.6), (300.0, 100.0))

    assert abs(arc.end - arc.start) == pytest.approx(200, abs=1)


def test_the_band_is_left_out_where_it_would_contradict_the_number() -> None:
    """An elbow that points at the camera is measured otherwise than it looks."""
    arc = arc_of(criterion(value=90.0, low=None, high=100), (0.0, 0.0), (100.0, 0.0), (200.0, 9.0))

    assert arc.allowed is None


@pytest.mark.parametrize(
    "broken",
    [
        criterion(value=math.nan),
        criterion(measure="back_rounding"),
        CriterionState(
            id="a",
            title="a",
            active=True,
            verdict=criterion().verdict,
            measure="hip_height.left",
            value=0.1,
            low=None,
            high=0.2,
            unit="trunk lengths",
            cue="",
        ),
    ],
)
def test_without_an_angle_in_degrees_there_is_no_arc(broken: CriterionState) -> None:
    joints = np.array([(0.0, 0.0), (50.0, 0.0), (90.0, 40.0)])
    count = 0 if broken.measure == "back_rounding" else 3

    assert angle_arc(broken, joints[:count]) is None


def test_a_hidden_joint_has_no_arc() -> None:
    hidden = np.array([(0.0, 0.0), (np.nan, np.nan), (90.0, 40.0)])

    assert angle_arc(criterion(), hidden) is None


@given(st.floats(-400, 400), st.floats(1, 350), st.floats(-400, 400))
def test_the_part_of_the_range_that_is_drawn_says_the_same_of_the_limb(
    low: float, width: float, limb: float
) -> None:
    allowed = (low, low + width)
    first, last = near_limb(allowed, limb)

    assert low <= first <= last <= low + width
    assert last - first <= 2 * WIDEST_BAND + 0.01
    assume(all(_turned_apart(limb, edge) > 0.1 for edge in allowed))
    assert within(limb, (first, last)) == within(limb, allowed)


def _turned_apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)
