"""A raised hand, told from what arms do in exercises."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.live.hands_free.hand_sign import HandSign, HandSignSettings
from formcheck.live.hands_free.raised_hand import hand_raised
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import pictured

# Left shoulder and hip of someone on their back, head at the left, in pixels.
SHOULDER, HIP = np.array([300.0, 300.0]), np.array([420.0, 300.0])
ARM = 130.0


def lying(*arms: float, bend: float = 0.0, reach: float = 1.0) -> Pose:
    """Someone on their back with the left arm, and maybe the right one, so many degrees up.

    bend: of the elbow. reach: how much of its length an arm shows, e.g. as it points to the camera.
    """
    missing = Pose.missing(0.0, 800, 600)
    landmarks = missing.landmarks.copy()
    landmarks[:, :2] = HIP
    for number, side in enumerate(("left", "right")):
        place = np.array([0.0, 8.0]) * number
        landmarks[INDEX[f"{side}_shoulder"], :2] = SHOULDER + place
        landmarks[INDEX[f"{side}_hip"], :2] = HIP + place
        up = arms[number] if number < len(arms) else 0.0
        upper, fore = np.radians([up + bend / 2, up - bend / 2])
        elbow = SHOULDER + place + reach * ARM / 2 * np.array([np.cos(upper), -np.sin(upper)])
        wrist = elbow + reach * ARM / 2 * np.array([np.cos(fore), -np.sin(fore)])
        landmarks[INDEX[f"{side}_elbow"], :2] = elbow
        landmarks[INDEX[f"{side}_wrist"], :2] = wrist
    landmarks[:, 2] = 0.0
    sure = np.ones(len(landmarks), np.float32)
    return Pose(0.0, 800, 600, landmarks, missing.world, sure, sure)


def test_one_arm_straight_up_is_a_raised_hand() -> None:
    assert hand_raised(lying(90.0))
    assert hand_raised(lying(75.0, 0.0, bend=20.0))


@pytest.mark.parametrize("roll", [-60.0, 60.0])
def test_up_is_up_in_the_picture_of_a_rolled_camera_too(roll: float) -> None:
    level = lying(90.0)
    rolled = replace(level, roll=roll)
    landmarks = level.landmarks.copy()
    landmarks[:, :2] = pictured(rolled, level.landmarks[:, :2].astype(float))

    assert hand_raised(replace(rolled, landmarks=landmarks))


@pytest.mark.parametrize(
    "pose",
    [
        lying(0.0),
        lying(40.0),
        lying(180.0),
        lying(90.0, 90.0),
        lying(90.0, bend=80.0),
        lying(90.0, reach=0.4),
        Pose.missing(0.0, 800, 600),
    ],
    ids=["down", "half", "overhead", "both", "bent", "to-the-camera", "nobody"],
)
def test_other_arms_are_not(pose: Pose) -> None:
    assert not hand_raised(pose)


def told(*shown: tuple[bool, float]) -> int:
    """How often a hand is taken for a sign that is up, or not, for so many seconds each."""
    sign, time_s, count = HandSign(), 0.0, 0
    for raised, seconds in shown:
        for _ in range(round(seconds * 10)):
            count += sign.update(time_s, raised)
            time_s += 0.1
    return count


def test_a_hand_must_be_meant() -> None:
    assert told((True, HandSignSettings().raised_s - 0.3)) == 0
    assert told((True, HandSignSettings().raised_s + 0.3)) == 1


def test_a_hand_that_stays_up_is_one_sign_and_must_come_down_before_the_next() -> None:
    assert told((True, 10.0)) == 1
    assert told((True, 2.0), (False, 1.0), (True, 2.0)) == 2


def test_a_slip_of_the_pose_model_changes_nothing() -> None:
    assert told((True, 1.0), (False, 0.2), (True, 1.0)) == 1
    assert told((True, 1.0), (False, 1.0), (True, 1.0)) == 0
