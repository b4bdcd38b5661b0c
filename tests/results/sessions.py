"""Sessions of a stick figure doing push-ups: clips, poses and an estimator that knows them."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.results.moment import Moment
from formcheck.video.frame import Frame
from formcheck.video.video_errors import RecordingError
from tests.stick_figure import StickFigure
from tests.video.clips import living, write_clip

RATE = 10
WIDTH, HEIGHT = 640, 480


def exercise() -> Exercise:
    return library()["push-up"]


def push_up(share: float, bottom: float = 80.0) -> StickFigure:
    """share: 0 with straight arms, 1 with the elbows at `bottom` degrees."""
    half = (180 - (175 + (bottom - 175) * share)) / 2
    return StickFigure(
        trunk=8, thigh=188, shin=188, upper_arm=270 - half, forearm=270 + half, near="right"
    )


def push_ups(number: int = 3, bottom: float = 80.0) -> list[Pose]:
    """Poses at RATE frames a second: two seconds at rest, then so many push-ups of 3 seconds."""
    shares = [0.0] * (2 * RATE)
    for _ in range(number):
        shares += [(1 - math.cos(2 * math.pi * i / (3 * RATE))) / 2 for i in range(3 * RATE)]
        shares += [0.0] * RATE
    return [push_up(share, bottom).pose(i / RATE) for i, share in enumerate(shares)]


def nobody(seconds: float = 2.0) -> list[Pose]:
    return [Pose.missing(i / RATE, WIDTH, HEIGHT) for i in range(round(seconds * RATE))]


def frames(poses: Sequence[Pose]) -> Iterator[Frame]:
    image = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    for index, pose in enumerate(poses):
        yield Frame(image, pose.time_s, index)


def moments(poses: Sequence[Pose], judged_as: Exercise | None = None) -> list[Moment]:
    """The poses as a checker sees them; judged as push-ups unless as something else."""
    judged_as = judged_as or exercise()
    checker = FormChecker(judged_as)
    return [
        Moment(frame.index, frame, pose, checker.update(pose), judged_as)
        for frame, pose in zip(frames(poses), poses, strict=True)
    ]


def clip(path: Path, poses: Sequence[Pose]) -> Path:
    """A grey video with a frame for each pose, at its time; no two are the same, as of a camera."""
    images = living(next(frames(poses)).image, len(poses))
    return write_clip(path, images, [round(1000 * pose.time_s) for pose in poses])


class KnownPoses(Closeable):
    """An estimator that answers with given poses, whatever the picture; `breaks_at` fails."""

    def __init__(self, poses: Sequence[Pose], breaks_at: int | None = None) -> None:
        self._poses = poses
        self._breaks_at = breaks_at
        self.closed = False

    def estimate(self, frame: Frame) -> Pose:
        if frame.index == self._breaks_at:
            raise RecordingError("the cable came loose")
        return self._poses[frame.index]

    def close(self) -> None:
        self.closed = True


def known(poses: Sequence[Pose], breaks_at: int | None = None) -> Estimation:
    return Estimation("known", lambda: KnownPoses(poses, breaks_at))
