"""Poses that were found in parts stand as if they had been found in one go."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.pose.handover import Handover, agree
from formcheck.pose.pose import Pose
from formcheck.video.camera_motion import CameraMotion
from tests.results import sessions

POSE = sessions.push_ups(1)[0]
MISSING = Pose.missing(0.0, sessions.WIDTH, sessions.HEIGHT)
BY_THE_FIRST = CameraMotion(right=10, down=5, roll=7, zoom=1.2)
BY_THE_SECOND = CameraMotion(right=-4, down=8, roll=-3, zoom=0.9)


def moved(pose: Pose, pixels: float) -> Pose:
    return replace(pose, landmarks=pose.landmarks + np.float32(pixels))


def test_the_same_body_agrees_and_another_does_not() -> None:
    assert agree(POSE, moved(POSE, 2))
    assert not agree(POSE, moved(POSE, 60))


def test_nobody_agrees_with_nobody_alone() -> None:
    assert agree(MISSING, MISSING)
    assert not agree(MISSING, POSE)
    assert not agree(POSE, MISSING)
    assert not agree(MISSING, replace(MISSING, covered=True))


def test_a_camera_that_was_lost_is_no_handover() -> None:
    lost = replace(POSE, camera=CameraMotion(known=False))
    assert not agree(POSE, lost)


def test_takes_go_on_counting() -> None:
    handover = Handover.between(replace(POSE, take=3), replace(POSE, take=1))
    assert [handover.carry(replace(POSE, take=take)).take for take in (1, 2)] == [3, 4]


def test_the_camera_goes_on_from_where_it_was() -> None:
    """A point of the first picture lies where both parts together say that it does."""
    before = replace(POSE, camera=BY_THE_FIRST, roll=2.0)
    after = replace(POSE, camera=BY_THE_SECOND, roll=before.lean - BY_THE_SECOND.roll)
    later = replace(after, camera=CameraMotion(right=20, down=-6, roll=11, zoom=1.1))
    carried = Handover.between(before, after).carry(later)
    size = (POSE.width, POSE.height)
    point = np.array([[100.0, 50.0]])
    in_second = BY_THE_SECOND.in_first(BY_THE_FIRST.in_this(point, *size), *size)
    expected = later.camera.in_this(in_second, *size)
    assert carried.camera.in_this(point, *size) == pytest.approx(expected)
    assert carried.lean == pytest.approx(later.lean)
    assert carried.roll == pytest.approx(2.0)


def test_a_new_take_is_left_as_the_part_has_it() -> None:
    after = replace(POSE, camera=BY_THE_SECOND)
    handover = Handover.between(replace(POSE, camera=BY_THE_FIRST), after)
    next_take = replace(POSE, take=1)
    assert handover.carry(next_take).camera == next_take.camera
