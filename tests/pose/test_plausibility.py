"""Which landmarks count as seen, and what can be a person."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.landmarks import INDEX
from formcheck.pose.plausibility import is_person, is_upper_body, visible_landmarks
from formcheck.pose.pose import Pose
from tests.pose.poses import COUNT, moved, standing


def test_all_landmarks_of_a_person_in_full_view_are_seen() -> None:
    assert visible_landmarks(standing()).all()


@pytest.mark.parametrize("score", ["visibility", "presence"])
def test_a_landmark_that_the_model_doubts_is_not_seen(score: str) -> None:
    pose = standing()
    doubted = getattr(pose, score).copy()
    doubted[INDEX["left_knee"]] = 0.3
    seen = visible_landmarks(replace(pose, **{score: doubted}))
    assert not seen[INDEX["left_knee"]]
    assert np.count_nonzero(seen) == COUNT - 1


def test_a_landmark_outside_the_frame_is_not_seen_however_sure_the_model_is() -> None:
    pose = moved(standing(), right=0, down=180)
    seen = visible_landmarks(pose)
    assert not seen[INDEX["left_ankle"]]
    assert seen[INDEX["left_shoulder"]]


def test_a_landmark_on_the_very_border_is_not_seen() -> None:
    pose = standing()
    landmarks = pose.landmarks.copy()
    landmarks[INDEX["left_heel"], 1] = pose.height - 1
    assert not visible_landmarks(replace(pose, landmarks=landmarks))[INDEX["left_heel"]]


def test_where_nobody_is_nothing_is_seen() -> None:
    missing = Pose.missing(0.0, 640, 480)
    assert not visible_landmarks(missing).any()
    assert not is_person(missing)


@settings(deadline=None)
@given(st.floats(-150, 150), st.floats(-40, 40), st.floats(0.3, 1.1))
def test_a_person_is_one_wherever_and_however_large(
    right: float, down: float, times: float
) -> None:
    assert is_person(moved(standing(), right, down, times))


def test_head_and_shoulders_are_enough() -> None:
    at_a_desk = moved(standing(), right=0, down=240, times=1.6)
    legs = [INDEX[name] for name in INDEX if "hip" in name or "knee" in name]
    assert (at_a_desk.landmarks[legs, 1] > at_a_desk.height).all()
    assert is_person(at_a_desk)


def test_a_body_outside_the_frame_is_nobody() -> None:
    assert not is_person(moved(standing(), right=2000, down=0))


def test_a_body_of_a_few_pixels_is_nobody() -> None:
    assert not is_person(moved(standing(), right=0, down=0, times=0.08))


def test_a_body_that_the_model_hardly_sees_is_nobody() -> None:
    pose = standing()
    assert not is_person(replace(pose, visibility=np.full(COUNT, 0.4, np.float32)))
    assert not is_person(replace(pose, presence=np.full(COUNT, 0.2, np.float32)))


def test_without_a_shoulder_in_sight_it_is_nobody() -> None:
    pose = standing()
    visibility = pose.visibility.copy()
    visibility[[INDEX["left_shoulder"], INDEX["right_shoulder"]]] = 0.7
    assert not is_person(replace(pose, visibility=visibility))


@pytest.mark.parametrize("times", [0.1, 4.0])
def test_a_limb_of_an_impossible_length_is_nobodys(times: float) -> None:
    pose = standing()
    world = pose.world.copy()
    hip, knee = world[INDEX["left_hip"]], world[INDEX["left_knee"]]
    world[INDEX["left_knee"]] = hip + (knee - hip) * times
    assert not is_person(replace(pose, world=world))


def test_an_arm_that_somebody_lies_on_is_drawn_short_and_they_are_one_all_the_same() -> None:
    pose = standing()
    world, visibility = pose.world.copy(), pose.visibility.copy()
    world[INDEX["left_elbow"]] = world[INDEX["left_shoulder"]]
    assert not is_person(replace(pose, world=world))
    visibility[INDEX["left_elbow"]] = 0.3
    assert is_person(replace(pose, world=world, visibility=visibility))


@pytest.mark.parametrize("times", [0.1, 5.0])
def test_a_doll_and_a_giant_are_nobody(times: float) -> None:
    pose = standing()
    assert not is_person(replace(pose, world=pose.world * np.float32(times)))


def placed(pose: Pose, **places: tuple[float, float]) -> Pose:
    """The same body with some landmarks elsewhere in the picture."""
    landmarks = pose.landmarks.copy()
    for name, place in places.items():
        landmarks[INDEX[name], :2] = place
    return replace(pose, landmarks=landmarks)


def test_a_foot_that_is_drawn_inside_hangs_on_a_knee_outside() -> None:
    seen = visible_landmarks(placed(standing(), left_knee=(320, 482), left_ankle=(330, 460)))
    assert not seen[[INDEX["left_ankle"], INDEX["left_foot_index"]]].any()
    assert seen[INDEX["right_ankle"]]


def test_an_ankle_at_the_edge_whose_toes_are_outside_is_not_seen() -> None:
    near, further = (320.0, 466.0), (320.0, 440.0)
    toes = (345.0, 484.0)
    at_edge = visible_landmarks(placed(standing(), left_ankle=near, left_foot_index=toes))
    inside = visible_landmarks(placed(standing(), left_ankle=further, left_foot_index=toes))
    assert not at_edge[INDEX["left_ankle"]]
    assert inside[INDEX["left_ankle"]]


LEGS = [row for name, row in INDEX.items() if any(p in name for p in ("knee", "ankle", "heel"))]


def test_of_whom_the_desk_hides_the_legs_the_upper_body_is_enough() -> None:
    """The model draws them all the same, and is not sure of them."""
    pose = standing()
    visibility = pose.visibility.copy()
    visibility[INDEX["left_pinky"] :] = 0.05
    hidden = replace(pose, visibility=visibility)
    assert not is_person(hidden)
    assert is_upper_body(hidden)
    assert is_upper_body(pose)


def test_how_long_hidden_legs_are_drawn_says_nothing_and_seen_ones_do() -> None:
    world = standing().world.copy()
    world[LEGS] = world[[INDEX["left_hip"]]]
    short = replace(standing(), world=world)
    visibility = short.visibility.copy()
    visibility[LEGS] = 0.05
    assert not is_upper_body(short)
    assert is_upper_body(replace(short, visibility=visibility))


def test_who_shows_neither_head_nor_shoulders_is_no_upper_body() -> None:
    pose = standing()
    visibility = pose.visibility.copy()
    visibility[: INDEX["left_elbow"]] = 0.2
    assert not is_upper_body(replace(pose, visibility=visibility))
    assert not is_upper_body(Pose.missing(0.0, 640, 480))
