"""People who are light spots in made-up pictures, and estimators that see those."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.people.people import trunk_middle
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from tests.pose.several_people import HEIGHT, WIDTH

LIGHT = 200
"""A person in these made-up pictures is a light spot in the middle of the trunk."""


def picture(time_s: float, *people: Pose) -> Frame:
    image = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    for pose in people:
        x, y = trunk_middle(pose).astype(int)
        image[y - 8 : y + 8, x - 8 : x + 8] = LIGHT
    return Frame(image, time_s, round(time_s * 30))


def is_in(frame: Frame, pose: Pose) -> bool:
    x, y = trunk_middle(pose).astype(int)
    return bool(frame.image[y, x, 0] == LIGHT)


class Tracker(Closeable):
    """Stays with the first it has found until that one is gone; then needs a frame to look anew."""

    def __init__(self, order: Sequence[Pose]) -> None:
        self.order = order
        self.tracked: Pose | None = None
        self.closed = False

    def estimate(self, frame: Frame) -> Pose:
        if self.tracked is not None and not is_in(frame, self.tracked):
            self.tracked = None
            return Pose.missing(frame.time_s, frame.width, frame.height)
        if self.tracked is None:
            self.tracked = next((pose for pose in self.order if is_in(frame, pose)), None)
        if self.tracked is None:
            return Pose.missing(frame.time_s, frame.width, frame.height)
        return replace(self.tracked, time_s=frame.time_s)

    def close(self) -> None:
        self.closed = True


class Detector:
    """Sees everybody, and counts how often it was asked."""

    def __init__(self, order: Sequence[Pose]) -> None:
        self.order = order
        self.scans = 0
        self.closed = False

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        self.scans += 1
        return tuple(
            replace(pose, time_s=frame.time_s) for pose in self.order if is_in(frame, pose)
        )

    def close(self) -> None:
        self.closed = True
