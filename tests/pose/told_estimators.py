"""Estimators that see what they are told to, and a room in which somebody may be."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.pose import Pose
from formcheck.pose.redetection import RedetectingEstimator
from formcheck.video.frame import Frame, Image
from tests.pose.poses import moved, standing

WIDTH, HEIGHT = 1280, 720

Sees = Callable[[Frame], Pose]


def nobody(frame: Frame) -> Pose:
    return Pose.missing(frame.time_s, frame.width, frame.height)


def body(right: float = 0.0, time_s: float = 0.0) -> Pose:
    """A person of a third of the frame's height."""
    return moved(standing(time_s, WIDTH, HEIGHT), right, 100.0, 0.8)


def empty_frame(time_s: float) -> Frame:
    """A frame in which every pixel says where it is."""
    return Frame(empty_picture(), time_s, 0)


@cache
def empty_picture() -> Image:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    return np.stack([columns // 8, rows // 8, np.zeros_like(rows)], axis=-1).astype(np.uint8)


def seen_in_part(person: Pose, smallest_share: float = 0.0) -> Sees:
    """Finds the person in any part of the frame in which the body is large enough and upright."""

    def sees(frame: Frame) -> Pose:
        if (
            frame.image[0, 0, 1] > frame.image[-1, 0, 1]
            or frame.image[0, 0, 0] > (frame.image[0, -1, 0])
        ):
            return nobody(frame)
        corner = frame.image[0, 0].astype(int) * 8
        landmarks = person.landmarks - np.array([corner[0], corner[1], 0], np.float32)
        inside = (landmarks[:, :2] >= 0) & (landmarks[:, :2] < (frame.width, frame.height))
        length = np.ptp(landmarks[:, :2], axis=0).max()
        if not inside.all() or length < smallest_share * max(frame.width, frame.height):
            return nobody(frame)
        return replace(
            person,
            time_s=frame.time_s,
            width=frame.width,
            height=frame.height,
            landmarks=landmarks,
        )

    return sees


def turned_back(sees: Sees) -> Sees:
    """Finds whom another finds, but in pictures turned clockwise by a quarter alone."""

    def sees_turned(frame: Frame) -> Pose:
        upright = replace(frame, image=np.rot90(frame.image))
        found = sees(upright)
        landmarks = found.landmarks.copy()
        landmarks[:, 0] = frame.width - found.landmarks[:, 1]
        landmarks[:, 1] = found.landmarks[:, 0]
        return replace(found, width=frame.width, height=frame.height, landmarks=landmarks)

    return sees_turned


def part_of(frame: Frame) -> tuple[int, ...]:
    """Which part of an empty frame this is, and how it is turned: by its corners."""
    corners = frame.image[[0, 0, -1], [0, -1, 0]]
    return tuple(int(value) for value in corners.ravel())


@dataclass
class Told(Closeable):
    """An estimator that sees what it is told to."""

    sees: Sees
    asked: list[Frame] = field(default_factory=list)
    closed: bool = False

    def estimate(self, frame: Frame) -> Pose:
        assert not self.closed
        self.asked.append(frame)
        return self.sees(frame)

    def close(self) -> None:
        self.closed = True


@dataclass
class Room:
    """Estimators as they were opened, in order."""

    tracks: Sees
    detects: Sees
    trackers: list[Told] = field(default_factory=list)
    detectors: list[Told] = field(default_factory=list)

    def estimator(self) -> RedetectingEstimator:
        return RedetectingEstimator(self._open_tracker, self._open_detector)

    def _open_tracker(self) -> Told:
        self.trackers.append(Told(self.tracks))
        return self.trackers[-1]

    def _open_detector(self) -> Told:
        self.detectors.append(Told(self.detects))
        return self.detectors[-1]
