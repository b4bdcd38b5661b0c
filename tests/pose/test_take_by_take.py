"""Nothing is remembered over a cut of where somebody was: each take has its own estimator."""

from dataclasses import replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.pose import Pose
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.video.frame import Frame
from tests.pose.poses import standing


class Remembering(Closeable):
    """Tells with the roll how many frames it has seen."""

    def __init__(self) -> None:
        self.seen = 0
        self.closed = False

    def estimate(self, frame: Frame) -> Pose:
        assert not self.closed
        self.seen += 1
        return replace(standing(frame.time_s), roll=float(self.seen))

    def close(self) -> None:
        self.closed = True


def poses(takes: list[int]) -> tuple[list[Pose], list[Remembering]]:
    opened: list[Remembering] = []

    def open_one() -> Remembering:
        opened.append(Remembering())
        return opened[-1]

    image = np.full((48, 64, 3), 128, np.uint8)
    with TakeByTakeEstimator(open_one) as estimator:
        found = [
            estimator.estimate(Frame(image, number / 10, number, take))
            for number, take in enumerate(takes)
        ]
        assert [one.closed for one in opened] == [True] * (len(opened) - 1) + [False]
    return found, opened


def test_one_take_is_estimated_as_before() -> None:
    found, opened = poses([0, 0, 0])
    assert [pose.roll for pose in found] == [1, 2, 3]
    assert {pose.take for pose in found} == {0}
    assert len(opened) == 1


def test_every_take_begins_anew() -> None:
    found, opened = poses([0, 0, 1, 1, 1, 2])
    assert [pose.roll for pose in found] == [1, 2, 1, 2, 3, 1]
    assert [pose.take for pose in found] == [0, 0, 1, 1, 1, 2]
    assert all(one.closed for one in opened)


def test_who_is_found_in_the_dark_is_guessed_and_counts_for_nothing() -> None:
    lit, dark = (np.full((48, 64, 3), level, np.uint8) for level in (128, 12))
    images = [lit, dark, lit]
    with TakeByTakeEstimator(Remembering) as estimator:
        found = [
            estimator.estimate(Frame(image, number / 10, number))
            for number, image in enumerate(images)
        ]
    assert [pose.found for pose in found] == [True, False, True]
    assert [pose.dark for pose in found] == [False, True, False]
    assert found[1].time_s == 0.1
