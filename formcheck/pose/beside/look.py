"""A look at a picture that no other picture waits for, and who takes it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from formcheck.closeable import Closeable, Closes
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

Found = TypeVar("Found")
Found_co = TypeVar("Found_co", covariant=True)

OpenDetector = Callable[[], PeopleDetector]


class Look(Protocol[Found_co]):
    """What is looked for in one picture; it can be sent to another process, and so can the answer.

    Where nothing can be said, that is an answer too; a FormcheckError says that the model failed.
    """

    def take(self, everybody: PeopleDetector) -> Found_co:
        """Do it. everybody: for looks that need the model."""


class LookLostError(Exception):
    """A look that nobody takes any more; the next one may be."""


class Onlooker(Closes, Protocol):
    """Takes looks, one after the other, while other work goes on."""

    def begin(self, look: Look[Found]) -> "Future[Found]":
        """Have a look taken; returns at once.

        The future raises what the look raised, LookLostError where it came to nothing.
        """


class Everybody(Closeable):
    """The model that finds everybody, opened when it is first needed."""

    def __init__(self, open_detector: OpenDetector) -> None:
        self._open = open_detector
        self._detector: PeopleDetector | None = None

    def open(self) -> PeopleDetector:
        """Load it, unless it is; raises ModelError where it can't be."""
        if self._detector is None:
            self._detector = self._open()
        return self._detector

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        """Everybody in a frame; see `PeopleDetector`."""
        return self.open().detect(frame)

    def close(self) -> None:
        """Free the model."""
        if self._detector is not None:
            self._detector.close()
