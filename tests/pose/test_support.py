"""What bears the weight stays where it is; in pictures that lie, it seems to glide."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.pose.upright.quarter_turn import quarter_turned
from formcheck.pose.upright.support import DEFAULTS, support_scores
from formcheck.pose.upright.upright_body import QUARTERS
from tests.recognition.movements import walking
from tests.stick_figure import StickFigure


def wall_squat(share: float) -> StickFigure:
    """The back straight up against a wall; the knees bend to a right angle."""
    return StickFigure(
        trunk=90, thigh=270 + 90 * share, shin=270, upper_arm=270, forearm=270, near="right"
    )


def on_its_feet(pose: Pose) -> Pose:
    """Moved so that the feet stand in one place."""
    ankle = pose.landmarks[INDEX["right_ankle"], :2]
    landmarks = pose.landmarks.copy()
    landmarks[:, :2] += np.array([400, 400]) - ankle
    return replace(pose, landmarks=landmarks)


SQUATS = [on_its_feet(wall_squat(share).pose(5 * share)) for share in (0, 0.3, 0.7, 1, 0.5, 0)]


def test_feet_stay_while_the_hips_sink() -> None:
    assert support_scores(SQUATS)[0] == 0


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_nothing_speaks_against_turning_them_back(degrees: int) -> None:
    lying = [quarter_turned(pose, degrees) for pose in SQUATS]
    assert support_scores(lying)[QUARTERS.index(360 - degrees)] == 0


def test_a_back_that_glides_bears_no_weight() -> None:
    lying = [quarter_turned(pose, 270) for pose in SQUATS]
    assert support_scores(lying)[0] < -1


def test_whoever_holds_still_tells_nothing() -> None:
    still = [replace(SQUATS[0], time_s=float(second)) for second in range(6)]
    assert list(support_scores(still)) == [0, 0, 0, 0]


def test_gliding_counts_no_more_than_so_much() -> None:
    assert support_scores(list(walking())[::10]).min() >= -DEFAULTS.against


def test_one_moment_and_nobody_tell_nothing() -> None:
    for poses in (SQUATS[:1], [Pose.missing(0.0, 640, 480)] * 4, []):
        assert not support_scores(poses).any()
