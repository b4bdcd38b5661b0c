"""Looks taken in a thread of this process."""

from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLateError
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from formcheck.closeable import Closeable
from formcheck.give_way import give_way
from formcheck.pose.beside.look import Everybody, Found, Look, OpenDetector


@dataclass(frozen=True)
class OnlookingThreadSettings:
    """How a thread takes looks.

    niceness: on the scale from -20 to 19 on which Linux weighs threads against each other: the
        picture that is shown comes first, but whoever else is there must be noticed on a busy
        computer too (engineering).
    close_patience_s: for a look that is under way; its thread then ends by itself (engineering:
        many times a look, and what a user waits for a program to end).
    """

    niceness: int = 5
    close_patience_s: float = 2.0


class OnlookingThread(Closeable):
    """Takes looks in a thread of its own, for models that can't be loaded in another process.

    open_detector: called in that thread, when the first look needs it.
    """

    def __init__(
        self,
        open_detector: OpenDetector,
        settings: OnlookingThreadSettings = OnlookingThreadSettings(),
    ) -> None:
        self._settings = settings
        self._everybody = Everybody(open_detector)
        self._thread = ThreadPoolExecutor(1, "onlooker", partial(give_way, settings.niceness))
        self._closed = False

    def begin(self, look: Look[Found]) -> "Future[Found]":
        """Have a look taken; see `Onlooker`."""
        return self._thread.submit(look.take, self._everybody)

    def close(self) -> None:
        """End the thread, which frees the model; may be called twice."""
        if self._closed:
            return
        self._closed = True
        freed = self._thread.submit(self._everybody.close)
        self._thread.shutdown(wait=False)
        with suppress(TooLateError):
            freed.result(self._settings.close_patience_s)
