"""The pose model is shown a scene that stands still, and what it finds is told of the real one."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.pose.pose import Pose, Silhouette
from formcheck.pose.steadying import SteadyingEstimator
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.frame import Frame
from tests.pose.poses import assert_same, standing

MARK = (200, 150)
"""Where something bright stands in the first picture."""


class SeesTheMark(Closeable):
    """Finds somebody whose every joint is at the bright place, and keeps what it was shown."""

    def __init__(self, *, found: bool = True) -> None:
        self.shown: list[Frame] = []
        self.places: list[tuple[int, int]] = []
        self.found = found

    def estimate(self, frame: Frame) -> Pose:
        row, column = np.argwhere(frame.image[..., 0] > 200)[0]
        self.shown.append(frame)
        self.places.append((int(column), int(row)))
        if not self.found:
            return Pose.missing(frame.time_s, frame.width, frame.height)
        pose = standing(frame.time_s, frame.width, frame.height)
        landmarks = pose.landmarks.copy()
        landmarks[:, :2] = column, row
        mask = frame.image[..., 0] > 200
        return replace(pose, landmarks=landmarks, silhouette=Silhouette(mask, 1.0))

    def close(self) -> None:
        pass


def frame_of(camera: CameraMotion, time_s: float = 0.0) -> Frame:
    image = np.zeros((240, 320, 3), np.uint8)
    x, y = MARK[0] + round(camera.right), MARK[1] + round(camera.down)
    image[y : y + 2, x : x + 2] = 255
    return Frame(image, time_s, 0, camera=camera)


def test_a_still_cameras_pictures_are_shown_as_they_are() -> None:
    inner = SeesTheMark()
    frame = frame_of(STILL)
    pose = SteadyingEstimator(inner).estimate(frame)
    assert inner.shown == [frame]
    assert_same(pose, inner.estimate(frame))


def test_a_swaying_scene_is_shown_standing_still() -> None:
    inner = SeesTheMark()
    estimator = SteadyingEstimator(inner)
    for number, right in enumerate((5.0, 12.0, -20.0, 3.0)):
        camera = CameraMotion(right=right, down=-right / 2)
        pose = estimator.estimate(frame_of(camera, float(number)))
        expected = (MARK[0] + round(right), MARK[1] + round(-right / 2))
        assert pose.landmark("left_knee")[:2] == pytest.approx(expected)
        assert (pose.width, pose.height) == (320, 240)
        assert pose.silhouette is not None
        assert pose.silhouette.mask.shape == (240, 320)
        row, column = np.argwhere(pose.silhouette.mask)[0]
        assert (column, row) == expected
    assert len(set(inner.places)) == 1


def test_a_pan_takes_what_is_shown_along() -> None:
    inner = SeesTheMark()
    estimator = SteadyingEstimator(inner)
    for number in range(12):
        camera = CameraMotion(right=-10.0 * number)
        pose = estimator.estimate(frame_of(camera, float(number)))
        assert pose.landmark("nose")[0] == pytest.approx(MARK[0] - 10 * number)
    swaying = len(inner.places)
    for number, sway in enumerate((-4.0, 4.0, -4.0)):
        estimator.estimate(frame_of(CameraMotion(right=-100.0 + sway), 20.0 + number))
    assert len(set(inner.places[swaying:])) == 1


def test_where_nobody_is_found_the_pose_is_of_the_frame() -> None:
    estimator = SteadyingEstimator(SeesTheMark(found=False))
    pose = estimator.estimate(frame_of(CameraMotion(right=9.0)))
    assert not pose.found
    assert (pose.width, pose.height) == (320, 240)
