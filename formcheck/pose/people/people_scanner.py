"""Looks now and then at everybody in the picture, in turn with tracking or beside it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Protocol

from formcheck.errors import FormcheckError
from formcheck.give_way import give_way
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

OpenDetector = Callable[[], PeopleDetector]


@dataclass(frozen=True)
class BackgroundScanSettings:
    """How a scan beside tracking behaves.

    niceness: on the scale from -20 to 19 on which Linux weighs threads against each other: the
        picture that is shown comes first, but whoever else is there must be noticed on a busy
        computer too (engineering).
    close_patience_s: for a scan that is under way; its thread then ends by itself (engineering:
        many times a scan, and what a user waits for a program to end).
    """

    niceness: int = 5
    close_patience_s: float = 2.0


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


class BackgroundScanner:
    """Scans in a thread of its own, so that no frame of a camera waits for it.

    A model that fails there is left alone: the person is tracked as before.

    open_detector: called in that thread, when the first frame is submitted.
    """

    def __init__(
        self,
        open_detector: OpenDetector,
        settings: BackgroundScanSettings = BackgroundScanSettings(),
    ) -> None:
        self._open = open_detector
        self._settings = settings
        self._changed = Condition()
        self._frame: Frame | None = None
        self._scan: PeopleScan | None = None
        self._busy = self._closed = False
        self._thread: Thread | None = None

    def submit(self, frame: Frame) -> None:
        """Take a frame, unless one is being scanned; never waits."""
        with self._changed:
            if self._closed or self._busy:
                return
            self._busy, self._frame = True, frame
            self._changed.notify()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="people scanner", daemon=True)
            self._thread.start()

    def collect(self) -> PeopleScan | None:
        """What was found since the last call; None for nothing new."""
        with self._changed:
            scan, self._scan = self._scan, None
            return scan

    def close(self) -> None:
        """End the thread, which frees the model."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(self._settings.close_patience_s)

    def _run(self) -> None:
        give_way(self._settings.niceness)
        with suppress(FormcheckError):
            detector = self._open()
            try:
                while (frame := self._next()) is not None:
                    scan = PeopleScan(frame.time_s, detector.detect(frame))
                    with self._changed:
                        self._scan, self._busy = scan, False
            finally:
                detector.close()

    def _next(self) -> Frame | None:
        with self._changed:
            self._changed.wait_for(lambda: self._frame is not None or self._closed)
            frame, self._frame = self._frame, None
            return None if self._closed else frame
