"""A joint that moves as no body's does isn't believed for a moment."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.measure.observer import Observer
from formcheck.pose.impossible import JumpWatch, believed
from formcheck.pose.landmarks import INDEX
from formcheck.pose.plausibility import visible_landmarks
from formcheck.pose.pose import Pose
from tests.pose.poses import moved, standing

FRAME_S = 1 / 15
FIRST = ["left_ankle", "left_heel", "left_foot_index"]


def shifted(pose: Pose, joints: list[str], right: float) -> Pose:
    """The same body with some joints elsewhere."""
    landmarks = pose.landmarks.copy()
    landmarks[[INDEX[joint] for joint in joints], 0] += right
    return replace(pose, landmarks=landmarks)


def seen(poses: list[Pose], joint: str) -> list[bool]:
    """Frame by frame, whether the joint is believed."""
    watch = JumpWatch()
    return [bool(visible_landmarks(believed(watch.update(pose)))[INDEX[joint]]) for pose in poses]


def film(*bodies: Pose, frame_s: float = FRAME_S) -> list[Pose]:
    return [replace(body, time_s=number * frame_s) for number, body in enumerate(bodies)]


STILL = [standing()] * 10


def test_a_foot_that_jumps_is_not_seen_until_it_has_been_quiet() -> None:
    poses = film(*STILL, *[shifted(standing(), FIRST, 90)] * 20)
    assert seen(poses, "left_ankle") == [True] * 10 + [False] * 11 + [True] * 9
    assert all(seen(poses, "right_ankle"))
    assert all(seen(poses, "left_knee"))


def test_what_hangs_on_a_joint_that_jumps_is_not_seen_either() -> None:
    poses = film(*STILL, *[shifted(standing(), ["left_knee"], 90)] * 3)
    assert not seen(poses, "left_foot_index")[-1]
    assert seen(poses, "left_hip")[-1]


def test_one_that_flits_is_not_seen_between_its_jumps() -> None:
    there = shifted(standing(), FIRST, 90)
    poses = film(*STILL, *([*[there] * 6, *[standing()] * 6] * 3))
    assert not any(seen(poses, "left_ankle")[10:])


def test_a_body_whose_trunk_jumps_is_not_seen_at_all() -> None:
    poses = film(*STILL, *[moved(standing(), right=100, down=0)] * 3)
    assert not seen(poses, "right_wrist")[-1]


@pytest.mark.parametrize("step", [3, 15, 30])
def test_a_quick_kick_is_a_movement(step: float) -> None:
    kicks = [shifted(standing(), FIRST, step * i) for i in range(8)]
    assert all(seen(film(*kicks), "left_ankle"))


def test_left_and_right_may_change_their_names() -> None:
    legs = shifted(standing(), FIRST, 90)
    order = np.arange(len(legs.landmarks))
    for joint in ("knee", "ankle", "heel", "foot_index"):
        left, right = INDEX[f"left_{joint}"], INDEX[f"right_{joint}"]
        order[left], order[right] = right, left
    swapped = replace(legs, landmarks=legs.landmarks[order])
    assert all(seen(film(legs, legs, swapped, legs, swapped), "left_ankle"))


def test_a_camera_that_pans_or_zooms_moves_the_whole_body_slowly() -> None:
    pan = [moved(standing(), right=8 * i, down=0) for i in range(10)]
    zoom = [moved(standing(), right=0, down=0, times=1 + 0.02 * i) for i in range(10)]
    for poses in (film(*pan), film(*zoom)):
        assert all(all(seen(poses, joint)) for joint in ("left_ankle", "left_shoulder"))


def test_pictures_far_apart_show_no_jump() -> None:
    poses = film(*STILL, *[shifted(standing(), FIRST, 90)] * 3, frame_s=0.5)
    assert all(seen(poses, "left_ankle"))


def test_somebody_who_is_found_again_elsewhere_has_not_jumped() -> None:
    lost = Pose.missing(0.0, 640, 480)
    poses = film(*STILL, lost, *[moved(standing(), right=150, down=0)] * 3)
    assert all(seen(poses, "left_ankle")[11:])


def body_jumps_s(poses: list[Pose]) -> list[float]:
    watch = JumpWatch()
    marked = [watch.update(pose) for pose in poses]
    return [pose.time_s for pose in marked if pose.jumps is not None and pose.jumps.of_body]


def test_it_is_known_when_the_whole_body_jumped() -> None:
    there = moved(standing(), right=100, down=0)
    jumps_s = body_jumps_s(film(*STILL, *[there] * 20, *[standing()] * 3))
    assert jumps_s == pytest.approx([10 * FRAME_S, 30 * FRAME_S])
    assert body_jumps_s(film(*STILL, *[shifted(standing(), FIRST, 90)] * 3)) == []


def test_nothing_jumps_across_a_cut() -> None:
    after = [replace(moved(standing(), right=150, down=0), take=1)] * 3
    poses = film(*STILL, *after)
    assert all(seen(poses, "left_ankle"))
    assert body_jumps_s(poses) == []


def test_who_measures_takes_what_was_found_before() -> None:
    watch = JumpWatch()
    poses = [watch.update(pose) for pose in film(*STILL, *[shifted(standing(), FIRST, 90)] * 3)]
    # By itself, the last pose shows no jump.
    measured = Observer(["knee"]).update(poses[-1])
    assert np.isnan(measured.values["knee.left"])
    assert np.isfinite(measured.values["knee.right"])


def test_who_was_lost_behind_somebody_is_believed_a_moment_after_being_found_again() -> None:
    behind = [replace(Pose.missing(0.0, 640, 480), covered=True)] * 5
    found = seen(film(*STILL, *behind, *[standing()] * 10), "left_knee")
    assert found == [True] * 10 + [False] * 5 + [False] * 5 + [True] * 5


def test_who_was_lost_for_another_reason_is_believed_at_once() -> None:
    gone = [Pose.missing(0.0, 640, 480)] * 5
    assert seen(film(*STILL, *gone, *STILL), "left_knee")[-10:] == [True] * 10


@pytest.mark.parametrize(
    ("end", "joint"), [("left_wrist", "left_elbow"), ("right_ankle", "right_knee")]
)
def test_a_limb_that_shrinks_in_space_is_not_seen(end: str, joint: str) -> None:
    """Furniture hides its end, and the model draws it where it still sees the body."""
    world = standing().world.copy()
    world[INDEX[end]] += 0.6 * (world[INDEX[joint]] - world[INDEX[end]])
    hidden = replace(standing(), world=world)
    poses = film(*STILL, *[hidden] * 5, *STILL)
    for one in (end, joint):
        assert seen(poses, one) == [True] * 10 + [False] * 5 + [True] * 10


def test_one_that_points_at_the_camera_is_seen() -> None:
    """In the picture it is short, in space as long as ever."""
    elbow, wrist = INDEX["left_elbow"], INDEX["left_wrist"]
    landmarks, world = standing().landmarks.copy(), standing().world.copy()
    landmarks[wrist, :2] = landmarks[elbow, :2] + 4
    length = np.linalg.norm(world[wrist] - world[elbow])
    world[wrist] = world[elbow] - (0.0, 0.0, length)
    pointing = replace(standing(), landmarks=landmarks, world=world)
    assert all(seen(film(*[pointing] * 10), "left_wrist"))
