"""The learnt measures: what is shown to the network, and what it says of a pose."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.landmarks import INDEX, LANDMARKS
from formcheck.pose.pose import Pose
from samples.learned_measures.angles import learned_angles
from samples.learned_measures.features import ANGLES, angles, inclination, shown
from samples.learned_measures.frames import SWAPPED, Frames, frame_of


def standing(lean: float = 0.0) -> Pose:
    """Somebody seen from their left who stands with straight limbs, leaning forward from the hips
    by so many degrees."""
    turn = np.radians(lean)
    places = {
        "ear": (0.0, -0.75),
        "shoulder": (0.0, -0.5),
        "elbow": (0.0, -0.2),
        "wrist": (0.0, 0.05),
        "hip": (0.0, 0.0),
        "knee": (0.0, 0.42),
        "ankle": (0.0, 0.82),
        "heel": (-0.05, 0.88),
        "index": (0.12, 0.88),
    }
    world = np.zeros((33, 3), np.float32)
    for row, name in enumerate(LANDMARKS):
        part = next((key for key in places if key in name), "ear")
        x, y = places[part]
        if y < 0 or part == "wrist":
            x, y = x * np.cos(turn) - y * np.sin(turn), y * np.cos(turn) + x * np.sin(turn)
        world[row] = (x, y, -0.15 if "left" in name else 0.15)
    landmarks = world * 150 + np.array([240, 180, 0], np.float32)
    sure = np.full(33, 0.95, np.float32)
    return Pose(0.0, 480, 360, landmarks.astype(np.float32), world, sure, sure)


def frames(*poses: Pose) -> Frames:
    parts = [frame_of(pose) for pose in poses]
    return Frames(*(np.concatenate([getattr(p, n) for p in parts]) for n in vars(parts[0])))


def test_every_landmark_has_its_other_side() -> None:
    assert [SWAPPED[SWAPPED[row]] for row in range(33)] == list(range(33))
    assert SWAPPED[INDEX["nose"]] == INDEX["nose"]
    assert SWAPPED[INDEX["mouth_left"]] == INDEX["mouth_right"]


def test_geometry_of_somebody_who_leans_forward() -> None:
    world = frames(standing(), standing(30)).world
    knee, hip = (list(ANGLES).index(name) for name in ("knee", "hip"))
    assert inclination(world) == pytest.approx([0, 30], abs=0.1)
    assert angles(world)[:, knee] == pytest.approx(180, abs=0.1)
    assert angles(world)[:, hip] == pytest.approx([180, 150], abs=0.1)


def test_in_the_mirror_the_right_side_is_asked_for() -> None:
    pose = standing(20)
    bent = pose.world.copy()
    bent[INDEX["right_ankle"]] += (0.3, -0.2, 0)
    seen = frame_of(replace(pose, world=bent))
    both = seen.both_sides()
    assert angles(both.world)[1, :4] == pytest.approx(angles(seen.world)[0, 4:])
    again = seen.mirrored().mirrored()
    assert again.landmarks == pytest.approx(seen.landmarks)
    assert shown(again)[0] == pytest.approx(shown(seen)[0])


def test_what_is_shown_hardly_depends_on_where_in_the_picture_somebody_is() -> None:
    pose = standing(20)
    moved = replace(pose, landmarks=pose.landmarks + np.array([40, 10, 0], np.float32))
    (first, second), _ = shown(frames(pose, moved))
    assert np.count_nonzero(np.abs(first - second) > 1e-5) == 2


def test_of_somebody_who_stands_straight_every_angle_is_known_with_its_error() -> None:
    found = learned_angles(standing())
    assert set(found) == {"trunk_inclination"} | {
        f"{name}.{side}" for name in ANGLES for side in ("left", "right")
    }
    assert found["trunk_inclination"].value == pytest.approx(0, abs=15)
    for estimate in found.values():
        assert 0.3 < estimate.error < 90
        assert np.isfinite(estimate.value)


def test_who_is_not_found_or_seen_by_another_model_has_no_angles() -> None:
    assert not learned_angles(Pose.missing(0.0, 480, 360))
    other = replace(BLAZEPOSE, visibility=BLAZEPOSE.visibility / 2)
    assert not learned_angles(replace(standing(), calibration=other))
