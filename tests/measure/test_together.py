"""Poses that are there at once are measured as they are one by one."""

import pickle
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.observer import Observer
from formcheck.pose.impossible import JumpWatch
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.pose.together import in_company
from formcheck.video.camera_motion import CameraMotion
from tests.stick_figure import StickFigure


def standing(time_s: float = 0.0, thigh: float = 270.0) -> Pose:
    figure = StickFigure(trunk=80, thigh=thigh, shin=270, upper_arm=250, forearm=300)
    return replace(figure.pose(), time_s=time_s)


def a_session() -> Iterator[Pose]:
    """A squat, with whatever may be the matter with a pose here and there."""
    jumps = JumpWatch()
    for number in range(150):
        pose = standing(number / 15, thigh=270 + 60 * np.sin(number / 10))
        if number % 7 == 3:
            pose.visibility[INDEX["left_knee"]] = 0.0
        if number % 11 == 5:
            pose.landmarks[INDEX["right_ankle"], 1] = pose.height - 1
        if number % 13 == 6:
            pose = replace(pose, camera=CameraMotion(5.0, -3.0, 2.0, 1.1, known=number % 2 == 0))
        if number % 17 == 8:
            pose = Pose.missing(pose.time_s, pose.width, pose.height)
        yield jumps.update(replace(pose, roll=4.0 if number > 100 else 0.0))


@pytest.mark.parametrize("knee_planted", [False, True])
def test_many_at_once_are_measured_as_one_by_one(knee_planted: bool) -> None:
    one_by_one = Observer(CATALOGUE, knee_planted=knee_planted)
    at_once = Observer(CATALOGUE, knee_planted=knee_planted)
    for alone, beside in zip(a_session(), in_company(a_session()), strict=True):
        one, other = one_by_one.update(alone), at_once.update(beside)
        for observer, measures in ((one_by_one, one), (at_once, other)):
            observer.learn_scale(measures)
        assert (one.view, one.near_side, one.doubted) == (
            other.view,
            other.near_side,
            other.doubted,
        )
        # The networks' last places depend on how many are asked at once.
        assert other.values == pytest.approx(one.values, abs=1e-3, nan_ok=True)
        assert other.errors == pytest.approx(one.errors, abs=1e-3, nan_ok=True)
        assert other.drawn == pytest.approx(one.drawn, abs=1e-9, nan_ok=True)
        assert other.beyond == pytest.approx(one.beyond, abs=1e-9, nan_ok=True)


def test_what_is_known_of_a_pose_is_not_told_of_one_that_was_changed() -> None:
    pose = next(in_company([standing()]))
    before = Observer(["knee"]).update(pose).drawn
    bent = replace(pose, landmarks=standing(thigh=300.0).landmarks)
    assert Observer(["knee"]).update(bent).drawn != before


def test_what_came_before_a_failure_is_given_first() -> None:
    def damaged() -> Iterator[Pose]:
        yield from (standing(number / 15) for number in range(5))
        raise ValueError("damaged")

    seen: list[float] = []
    with pytest.raises(ValueError, match="damaged"):
        seen.extend(pose.time_s for pose in in_company(damaged()))
    assert len(seen) == 5


def test_another_process_gets_a_pose_without_those_that_it_came_with() -> None:
    pose = next(in_company(standing(number / 15) for number in range(20)))
    sent = pickle.loads(pickle.dumps(pose))
    assert sent.place is None
    assert len(pickle.dumps(pose)) < 2 * len(pickle.dumps(standing()))
