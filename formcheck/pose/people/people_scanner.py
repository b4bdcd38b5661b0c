"""Looks now and then at everybody in the picture, in turn with tracking or beside it."""

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from formcheck.errors import FormcheckError
from formcheck.pose.beside.look import LookLostError, Onlooker, OpenDetector
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True, eq=False)
class PeopleScan:
    """Everybody who was in the picture at one moment."""

    time_s: float
    poses: tuple[Pose, ...]


class PeopleScanner(Protocol):
    """Takes frames, and tells in its own time who was in them."""

    def submit(self, frame: Frame) -> None:
        """Scan a frame, unless one is being scanned."""

    def collect(self) -> PeopleScan | None:
        """What was found since the last call; None for nothing new."""

    def close(self) -> None:
        """Free the model; may be called twice."""


class BlockingScanner:
    """Scans at once, for recordings, whose results must not depend on the computer's speed.

    open_detector: called when the first frame is submitted.
    """

    def __init__(self, open_detector: OpenDetector) -> None:
        self._open = open_detector
        self._detector: PeopleDetector | None = None
        self._scan: PeopleScan | None = None

    def submit(self, frame: Frame) -> None:
        """Scan a frame; returns when it is done."""
        if self._detector is None:
            self._detector = self._open()
        self._scan = PeopleScan(frame.time_s, self._detector.detect(frame))

    def collect(self) -> PeopleScan | None:
        """What was found since the last call; None for nothing new."""
        scan, self._scan = self._scan, None
        return scan

    def close(self) -> None:
        """Free the model."""
        if self._detector is not None:
            self._detector.close()


@dataclass(frozen=True, eq=False)
class LookAtEverybody:
    """Who is in a frame."""

    frame: Frame

    def take(self, everybody: PeopleDetector) -> tuple[Pose, ...]:
        """See `Look`."""
        return everybody.detect(self.frame)


class BackgroundScanner:
    """Has scans taken beside tracking, so that no frame of a camera waits for one.

    A model that fails there is left alone, and a scan that is lost came to nothing: the person is
    tracked as before.

    onlooker: closed with it.
    """

    def __init__(self, onlooker: Onlooker) -> None:
        self._onlooker = onlooker
        self._scanned_s = -np.inf
        self._scanning: Future[tuple[Pose, ...]] | None = None
        self._over = False

    def submit(self, frame: Frame) -> None:
        """Take a frame, unless one is being scanned; never waits."""
        if self._scanning is None and not self._over:
            self._scanned_s = frame.time_s
            self._scanning = self._onlooker.begin(LookAtEverybody(frame))

    def collect(self) -> PeopleScan | None:
        """What was found since the last call; None for nothing new."""
        if self._scanning is None or not self._scanning.done():
            return None
        scan, self._scanning = self._scanning, None
        try:
            return PeopleScan(self._scanned_s, scan.result())
        except LookLostError:
            return None
        except FormcheckError:
            self._over = True
            return None

    def close(self) -> None:
        """Let go of the onlooker; may be called twice."""
        self._over = True
        self._onlooker.close()
