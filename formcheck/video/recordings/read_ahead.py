"""Lets a slow producer run ahead of its consumer in a thread of its own."""

from collections.abc import Generator, Iterator
from contextlib import closing
from queue import Empty, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

from formcheck.closeable import Closeable

Item = TypeVar("Item")


class _End:
    """Closes the queue; carries the producer's exception where there was one."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


class ReadAhead(Closeable, Generic[Item]):
    """An iterator over a generator that runs in its own thread, at most `depth` items ahead.

    Whatever the generator raises is raised to the consumer, after the items before it. `close`
    ends the thread within one item and runs the generator's own clean-up in that thread, so
    what it opened is never used from two threads at once.
    """

    def __init__(self, items: Generator[Item, None, None], depth: int, name: str) -> None:
        self._items = items
        self._queue: Queue[Item | _End] = Queue(maxsize=depth)
        self._stop = Event()
        self._thread = Thread(target=self._produce, name=name, daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        if self._stop.is_set():
            raise StopIteration
        item = self._queue.get()
        if isinstance(item, _End):
            self._stop.set()
            if item.error is not None:
                raise item.error
            raise StopIteration
        return item

    def close(self) -> None:
        """End the thread and wait for it; a consumer that waits in another thread is let go."""
        self._stop.set()
        self._drain()
        self._thread.join()
        self._drain()
        self._queue.put(_End())

    def _produce(self) -> None:
        end = _End()
        try:
            with closing(self._items) as items:
                for item in items:
                    self._queue.put(item)
                    if self._stop.is_set():
                        return
        except BaseException as error:
            end = _End(error)
        self._queue.put(end)

    def _drain(self) -> None:
        try:
            while True:
                self._queue.get_nowait()
        except Empty:
            return
