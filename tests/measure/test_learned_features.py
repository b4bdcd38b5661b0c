"""What the networks of the learnt measures are shown, and what geometry makes of each."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.measure.learned.features import (
    ANGLES,
    BENDS,
    OUTPUTS,
    PER_TRUNK,
    angles,
    hands_off_trunk,
    inclinations,
    shown,
    thighs_over_trunk,
    twists,
)
from formcheck.measure.learned.foot import foot_crossed
from formcheck.measure.learned.frames import frame_of
from formcheck.pose.landmarks import INDEX, SIDES, SWAPPED
from tests.measure.somebody_standing import frames, standing, twisted


def test_every_landmark_has_its_other_side() -> None:
    assert [SWAPPED[SWAPPED[row]] for row in range(33)] == list(range(33))
    assert SWAPPED[INDEX["nose"]] == INDEX["nose"]
    assert SWAPPED[INDEX["mouth_left"]] == INDEX["mouth_right"]


def test_geometry_of_somebody_who_leans_forward() -> None:
    world = frames(standing(), standing(30)).world
    knee, hip = (list(OUTPUTS).index(name) for name in ("knee", "hip"))
    assert inclinations(world)[:, -1] == pytest.approx([0, 30], abs=0.1)
    assert angles(world)[:, knee] == pytest.approx(180, abs=0.1)
    assert angles(world)[:, hip] == pytest.approx([180, 150], abs=0.1)


@pytest.mark.parametrize("degrees", [-40.0, 0.0, 25.0, 120.0])
def test_a_twist_is_counted_to_the_side_that_is_asked_for(degrees: float) -> None:
    both = frames(twisted(degrees)).both_sides()
    most = min(degrees, 90.0)
    assert twists(both.world) == pytest.approx([most, -most], abs=0.1)


def test_a_body_along_the_floor_is_below_180_where_the_hips_sag() -> None:
    points = np.zeros((2, 33, 3))
    for frame, down in enumerate((0.1, -0.1)):
        for name, place in {"shoulder": (-0.5, 0), "hip": (0, down), "ankle": (0.8, 0)}.items():
            points[frame, INDEX[f"left_{name}"], :2] = place
    line = list(OUTPUTS).index("body_line")
    sagging, piked = angles(points)[:, line]
    assert sagging == pytest.approx(180 - 18.4, abs=0.2)
    assert piked == pytest.approx(180 + 18.4, abs=0.2)


def test_a_thigh_is_over_the_trunks_line_where_it_is_raised_beyond_it() -> None:
    points = np.zeros((2, 33, 3))
    for frame, up in enumerate((-0.4, 0.4)):
        for name, place in {"shoulder": (-0.5, 0), "hip": (0, 0), "knee": (0.4, up)}.items():
            for side in SIDES:
                points[frame, INDEX[f"{side}_{name}"], :2] = place
    assert thighs_over_trunk(points) == pytest.approx([45, -45], abs=0.1)


def test_a_hand_is_as_far_off_the_trunk_as_it_is_from_the_nearest_point_of_its_line() -> None:
    points = np.zeros((3, 33, 3))
    for side in SIDES:
        points[:, INDEX[f"{side}_shoulder"], 1] = -0.5
    places = [(0.25, -0.25, 0), (0.3, 0.4, 0), (0, 0, 9)]
    points[:, INDEX["left_wrist"]] = places
    assert hands_off_trunk(points) / PER_TRUNK == pytest.approx([0.5, 1.0, 3.0], abs=0.01)


@pytest.mark.parametrize("turned", [0.0, 60.0])
def test_a_foot_is_crossed_across_the_hips_however_they_are_turned(turned: float) -> None:
    turn = np.radians(turned)
    places = {"hip": (-0.1, 0, 0), "knee": (-0.1, 0, -0.4), "shoulder": (-0.2, -0.5, 0)}
    points = np.zeros((2, 33, 3))
    for name, (x, y, z) in places.items():
        points[:, INDEX[f"right_{name}"]] = (x, y, z)
        points[:, INDEX[f"left_{name}"]] = (-x, y, z)
    points[:, INDEX["left_ankle"]] = [(-0.25, 0.1, -0.3), (0.0, 0.1, -0.3)]
    about = [[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]]
    assert foot_crossed(points @ about) == pytest.approx([0.3, -0.2], abs=0.01)


def test_where_both_hips_are_one_point_of_the_picture_it_shows_no_foot_crossed() -> None:
    assert foot_crossed(np.zeros((1, 33, 3))) == 0


def test_in_the_mirror_the_right_side_is_asked_for() -> None:
    pose = standing(20)
    bent = pose.world.copy()
    bent[INDEX["right_ankle"]] += (0.3, -0.2, 0)
    seen = frame_of(replace(pose, world=bent))
    both = seen.both_sides()
    half = len(ANGLES) + len(BENDS)
    assert angles(both.world)[1, :half] == pytest.approx(angles(seen.world)[0, half:])
    again = seen.mirrored().mirrored()
    assert again.landmarks == pytest.approx(seen.landmarks)
    assert shown(again)[0] == pytest.approx(shown(seen)[0])


def test_what_is_shown_does_not_depend_on_where_and_how_large_somebody_is() -> None:
    pose = standing(20)
    moved = (pose.landmarks / 2 + np.array([40, 10, 0])).astype(np.float32)
    (first, second), _ = shown(frames(pose, replace(pose, landmarks=moved)))
    assert first == pytest.approx(second, abs=1e-5)
