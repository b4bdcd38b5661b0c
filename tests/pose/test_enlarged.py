"""A pose of a smaller copy of a picture is the pose of the picture, in its pixels."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.measure.observer import Observer
from formcheck.pose.enlarged import enlarged
from formcheck.pose.pose import Pose, Silhouette
from formcheck.video.camera_motion import CameraMotion
from tests.stick_figure import StickFigure

HALF = replace(
    StickFigure(trunk=70, thigh=280, shin=260, upper_arm=300, forearm=20).pose(),
    silhouette=Silhouette(np.eye(6, 8, dtype=np.bool_), 0.5),
    camera=CameraMotion(right=3.0, down=-2.0, roll=1.0, zoom=1.1),
)
"""As it was found."""

WHOLE = enlarged(HALF, 2, 2)


def test_what_is_in_pixels_is_in_those_of_the_picture() -> None:
    assert (WHOLE.width, WHOLE.height) == (2 * HALF.width, 2 * HALF.height)
    assert WHOLE.landmarks == pytest.approx(2 * HALF.landmarks)
    assert WHOLE.camera == CameraMotion(right=6.0, down=-4.0, roll=1.0, zoom=1.1)
    assert WHOLE.silhouette is not None
    assert WHOLE.silhouette.scale == 0.25


def test_no_measure_changes() -> None:
    names = ("knee", "hip", "trunk_inclination", "arm_reach", "hip_height", "back_rounding")
    found, told = (Observer(names).update(pose) for pose in (HALF, WHOLE))
    assert told.values == pytest.approx(found.values, nan_ok=True, abs=1e-3)
    assert any(value == value for value in told.values.values())


def test_one_of_that_size_stays_as_it_is_and_nobody_stays_nobody() -> None:
    assert enlarged(HALF, 1, 1) is HALF
    nobody = enlarged(Pose.missing(1.0, 4, 3), 2, 2)
    assert (nobody.found, nobody.width, nobody.height) == (False, 8, 6)
