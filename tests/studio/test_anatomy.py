"""What a pose asks for is what a goniometer would read on the posed body."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.studio.anatomy import joint_angles
from samples.studio.geometry import Array, X
from samples.studio.kinematics import pose_body
from samples.studio.performer import Performer
from samples.studio.pose_state import Places, PoseState
from samples.studio.vocabulary import default_values


def read(man: Performer, **terms: float) -> dict[str, Array]:
    state = PoseState({**default_values(), **terms})
    pose = pose_body(man.skeleton, state, Places(), "feet")
    return joint_angles(pose.joints(man.skeleton), pose.rotations["Hips"] @ X)


@settings(max_examples=30, deadline=None)
@given(knee=st.floats(40, 179), hip=st.floats(45, 210), trunk=st.floats(-100, 100))
def test_knee_and_hip_come_out_as_asked(
    man: Performer, knee: float, hip: float, trunk: float
) -> None:
    found = read(man, knee_left=knee, hip_left=hip, trunk=trunk)
    assert found["knee_left"] == pytest.approx(knee, abs=0.5)
    # The shoulder joint moves with the collar bone, and with it the line from hip to shoulder.
    assert found["hip_left"] == pytest.approx(hip, abs=5)


@settings(max_examples=30, deadline=None)
@given(elbow=st.floats(40, 179), shoulder=st.floats(5, 175))
def test_elbow_and_shoulder_come_out_as_asked(
    man: Performer, elbow: float, shoulder: float
) -> None:
    found = read(man, elbow_right=elbow, shoulder_right=shoulder, arm_out_right=0.0)
    assert found["elbow_right"] == pytest.approx(elbow, abs=0.5)
    assert found["shoulder_right"] == pytest.approx(shoulder, abs=6)


@settings(max_examples=20, deadline=None)
@given(trunk=st.floats(0, 120), lumbar=st.floats(-40, 60), thoracic=st.floats(-20, 40))
def test_the_trunk_keeps_its_inclination_however_the_spine_bends(
    man: Performer, trunk: float, lumbar: float, thoracic: float
) -> None:
    found = read(man, trunk=trunk, lumbar=lumbar, thoracic=thoracic)
    assert found["trunk_inclination"] == pytest.approx(trunk, abs=4)


def test_a_leg_behind_the_body_reads_more_than_180(man: Performer) -> None:
    assert read(man, hip_left=205)["hip_left"] > 195


def test_turning_the_chest_reads_as_twist_with_its_sign(man: Performer) -> None:
    left, right = read(man, twist=40)["pelvis_twist"], read(man, twist=-40)["pelvis_twist"]
    assert left == pytest.approx(40, abs=6)
    assert right == pytest.approx(-40, abs=6)


def test_the_back_reads_rounded_when_rounded_and_arched_when_arched(man: Performer) -> None:
    def rounding(lumbar: float, thoracic: float) -> float:
        state = PoseState(default_values() | {"lumbar": lumbar, "thoracic": thoracic})
        return man.back(man.take(state, Places(), "feet")).rounding

    arched, level, rounded = rounding(-40, -10), rounding(0, 0), rounding(40, 20)
    assert arched < -0.08
    assert level == pytest.approx(0.0, abs=0.02)
    assert rounded > 0.08


def test_feet_stand_on_the_floor(man: Performer) -> None:
    values = default_values() | {"knee_left": 100.0, "knee_right": 100.0, "hip_left": 90.0}
    values |= {"hip_right": 90.0, "trunk": 30.0}
    figure = man.take(PoseState(values), Places(), "feet", rounds=3)
    assert float(figure.vertices[:, 1].min()) == pytest.approx(0.0, abs=0.015)
    assert np.isfinite(figure.vertices).all()
