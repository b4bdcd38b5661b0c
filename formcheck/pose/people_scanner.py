"""Looks now and then at everybody in the picture, in turn with following or beside it."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread, get_native_id
from typing import Protocol

from formcheck.errors import FormcheckError
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

LESS_URGENT = 5
"""On the scale from -20 to 19 on which Linux weighs threads against each other: the picture that
is shown comes first, but whoever else is there must be noticed on a busy computer too."""

CLOSE_PATIENCE_S = 2.0


@dataclass(frozen=True, eq=False)
class Company:
    """Who was in the picture at one moment."""

    time_s: float
    poses: tuple[Pose, ...]


class Onlooker(Protocol):
    """Is shown frames and tells in its own time who was in them."""

    def show(self, frame: Frame) -> None:
        """Take a frame, unless it is still at one."""

    def seen(self) -> Company | None:
        """What was found since the last call; None for nothing new."""

    def close(self) -> None:
        """Free the model; may be called twice."""


class BlockingScanner:
    """Looks at once, for recordings, whose results must not depend on the computer's speed.

    open_looker: called when the first frame is shown.
    """

    def __init__(self, open_looker: Callable[[], PeopleDetector]) -> None:
        self._open = open_looker
        self._looker: PeopleDetector | None = None
        self._found: Company | None = None

    def show(self, frame: Frame) -> None:
        """Look at a frame; returns when it is done."""
        if self._looker is None:
            self._looker = self._open()
        self._found = Company(frame.time_s, self._looker.detect(frame))

    def seen(self) -> Company | None:
        """What was found since the last call; None for nothing new."""
        found, self._found = self._found, None
        return found

    def close(self) -> None:
        """Free the model."""
        if self._looker is not None:
            self._looker.close()


class BackgroundScanner:
    """Looks in a thread of its own, so that no frame of a camera waits for it.

    A model that fails there is left alone: the person is followed as before.

    open_looker: called in that thread, when the first frame is shown.
    """

    def __init__(self, open_looker: Callable[[], PeopleDetector]) -> None:
        self._open = open_looker
        self._changed = Condition()
        self._shown: Frame | None = None
        self._found: Company | None = None
        self._busy = self._closed = False
        self._thread: Thread | None = None

    def show(self, frame: Frame) -> None:
        """Take a frame, unless it is still at one; never waits."""
        with self._changed:
            if self._closed or self._busy:
                return
            self._busy, self._shown = True, frame
            self._changed.notify()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="onlooker", daemon=True)
            self._thread.start()

    def seen(self) -> Company | None:
        """What was found since the last call; None for nothing new."""
        with self._changed:
            found, self._found = self._found, None
            return found

    def close(self) -> None:
        """End the thread, which frees the model."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(CLOSE_PATIENCE_S)

    def _run(self) -> None:
        _give_way()
        with suppress(FormcheckError):
            looker = self._open()
            try:
                while (frame := self._next()) is not None:
                    company = Company(frame.time_s, looker.detect(frame))
                    with self._changed:
                        self._found, self._busy = company, False
            finally:
                looker.close()

    def _next(self) -> Frame | None:
        with self._changed:
            self._changed.wait_for(lambda: self._shown is not None or self._closed)
            frame, self._shown = self._shown, None
            return None if self._closed else frame


def _give_way() -> None:
    """Weigh this thread, and those that it starts, less; only Linux does so with single threads."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), LESS_URGENT)
