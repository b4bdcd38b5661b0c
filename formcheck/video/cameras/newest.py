"""Hands the newest item from one thread to another, and never an old one."""

from threading import Condition
from typing import Generic, TypeVar

Item = TypeVar("Item")

_SLICE_S = 0.5
"""Windows sees Ctrl-C only between waits, and nobody waits longer for it to be seen."""


class Newest(Generic[Item]):
    """One place between a producer and a consumer; a new item replaces one not yet taken.

    A queue would make the consumer see the past, later and later, whenever it is the slower.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._item: Item | None = None
        self._closed = False
        self._error: BaseException | None = None

    @property
    def closed(self) -> bool:
        """Whether the producer has ended; its last item may still be there to take."""
        return self._closed

    @property
    def waiting(self) -> bool:
        """Whether there is an item that hasn't been taken yet."""
        return self._item is not None

    def put(self, item: Item) -> None:
        """Replace what is there; never waits."""
        with self._changed:
            self._item = item
            self._changed.notify()

    def close(self, error: BaseException | None = None) -> None:
        """No more items come; a waiting consumer is let go, with the error if there is one."""
        with self._changed:
            self._closed = True
            self._error = self._error or error
            self._changed.notify_all()

    def take(self, timeout_s: float | None = None) -> Item | None:
        """The newest item not taken yet, waiting for one; None after the timeout or the end.

        timeout_s: None waits until an item or the end comes; 0 doesn't wait.
        Raises what the producer failed with, once the last item has been taken.
        """
        with self._changed:
            wait_s = _SLICE_S if timeout_s is None else timeout_s
            while not self._changed.wait_for(self._ready, wait_s) and timeout_s is None:
                pass
            item, self._item = self._item, None
            if item is None and self._error is not None:
                raise self._error
            return item

    def _ready(self) -> bool:
        return self._item is not None or self._closed
