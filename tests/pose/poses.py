"""Poses for the tests of this package."""

from dataclasses import replace

import numpy as np

from formcheck.pose.landmarks import LANDMARKS
from formcheck.pose.pose import Pose, Silhouette
from tests.stick_figure import StickFigure

COUNT = len(LANDMARKS)


def standing(time_s: float = 0.0, width: int = 640, height: int = 480) -> Pose:
    """A person who stands in the middle of the picture, seen from the side."""
    figure = StickFigure(
        trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270, hip=(width / 2, height / 2)
    )
    return figure.pose(time_s, width, height)


def moved(pose: Pose, right: float, down: float, times: float = 1.0) -> Pose:
    """The same body elsewhere in the picture and of another size."""
    landmarks = pose.landmarks.copy()
    middle = landmarks[:, :2].mean(axis=0)
    landmarks[:, :2] = (landmarks[:, :2] - middle) * times + middle + (right, down)
    return replace(pose, landmarks=landmarks)


def random_pose(
    generator: np.random.Generator, time_s: float, mask: tuple[int, int] | None
) -> Pose:
    """Numbers without meaning, for what must not change them; some of them not a number."""
    landmarks = generator.normal(300, 200, (COUNT, 3)).astype(np.float32)
    landmarks[generator.random(COUNT) < 0.1] = np.nan
    silhouette = None
    if mask is not None:
        silhouette = Silhouette(generator.random(mask) < 0.5, float(generator.uniform(0.1, 1)))
    return Pose(
        time_s=time_s,
        width=int(generator.integers(1, 4000)),
        height=int(generator.integers(1, 4000)),
        landmarks=landmarks,
        world=generator.normal(0, 1, (COUNT, 3)).astype(np.float32),
        visibility=generator.random(COUNT).astype(np.float32),
        presence=generator.random(COUNT).astype(np.float32),
        silhouette=silhouette,
        roll=float(generator.uniform(-30, 30)),
        covered=bool(generator.random() < 0.5),
        others=int(generator.integers(0, 4)),
    )


def assert_same(first: Pose, second: Pose) -> None:
    """Equal bit for bit."""
    assert (first.time_s, first.width, first.height) == (
        second.time_s,
        second.width,
        second.height,
    )
    assert first.roll == second.roll
    assert (first.covered, first.others) == (second.covered, second.others)
    assert first.calibration == second.calibration
    for name in ("landmarks", "world", "visibility", "presence"):
        assert getattr(first, name).dtype == getattr(second, name).dtype
        assert getattr(first, name).tobytes() == getattr(second, name).tobytes()
    assert (first.silhouette is None) == (second.silhouette is None)
    if first.silhouette is not None and second.silhouette is not None:
        assert first.silhouette.scale == second.silhouette.scale
        assert first.silhouette.mask.dtype == second.silhouette.mask.dtype
        assert np.array_equal(first.silhouette.mask, second.silhouette.mask)
