"""Legs that the pose model swaps on all fours: the knee that stays on the floor tells."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.measure.leg_swap import LegSwap
from formcheck.pose.landmarks import INDEX, Side
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FRAME_S, bird_dog
from tests.rolled_camera import rolled

TRUNK = 100.0
NEAR: Side = "right"
FURTHER_UP = 22.0
"""Pixels by which the far knee lies higher in the picture, as it is further from the camera."""


def seen(frame: int, share: float, leg: Side) -> Pose:
    """One leg raised by a share of its way, as it truly is."""
    pose = bird_dog(share, leg=leg).pose(frame * FRAME_S)
    landmarks = pose.landmarks.copy()
    landmarks[INDEX["left_knee"], 1] -= FURTHER_UP
    return replace(pose, landmarks=landmarks)


def swapped(pose: Pose) -> Pose:
    order = np.arange(len(pose.landmarks))
    for joint in ("hip", "knee", "ankle", "heel", "foot_index"):
        left, right = INDEX[f"left_{joint}"], INDEX[f"right_{joint}"]
        order[left], order[right] = right, left
    return replace(pose, landmarks=pose.landmarks[order], world=pose.world[order])


@pytest.fixture
def knees() -> LegSwap:
    """Having seen a second of the table-top."""
    knees = LegSwap()
    for frame in range(15):
        rest = seen(frame, 0.0, NEAR)
        assert knees.update(rest, NEAR, TRUNK) is rest
    return knees


@pytest.mark.parametrize("leg", ["left", "right"])
def test_legs_under_their_right_names_stay_as_they_are(knees: LegSwap, leg: Side) -> None:
    raised = seen(20, 1.0, leg)
    assert knees.update(raised, NEAR, TRUNK) is raised


def test_a_near_leg_that_is_taken_for_the_far_one_gets_its_name_back(knees: LegSwap) -> None:
    raised = seen(20, 1.0, NEAR)
    found = knees.update(swapped(raised), NEAR, TRUNK)
    assert found.landmarks == pytest.approx(raised.landmarks)


@pytest.mark.parametrize("roll", [-20, 20])
def test_a_rolled_camera_changes_nothing_of_it(roll: float) -> None:
    knees = LegSwap()
    for frame in range(15):
        knees.update(rolled(seen(frame, 0.0, NEAR), roll), NEAR, TRUNK)
    raised = rolled(seen(20, 1.0, NEAR), roll)
    assert knees.update(raised, NEAR, TRUNK) is raised
    found = knees.update(swapped(raised), NEAR, TRUNK)
    assert found.landmarks == pytest.approx(raised.landmarks)


def test_without_having_seen_the_table_top_nothing_is_changed() -> None:
    raised = swapped(seen(20, 1.0, NEAR))
    assert LegSwap().update(raised, NEAR, TRUNK) is raised


def test_without_a_near_side_or_a_person_nothing_is_changed(knees: LegSwap) -> None:
    raised, nobody = swapped(seen(20, 1.0, NEAR)), Pose.missing(2.0, 640, 480)
    assert knees.update(raised, None, TRUNK) is raised
    assert knees.update(nobody, NEAR, TRUNK) is nobody
