"""Running ahead of the consumer: bounded, ended promptly, exceptions handed on."""

import threading
from collections.abc import Generator
from itertools import islice
from threading import Event, Thread

import pytest

from formcheck.video.recordings.read_ahead import ReadAhead
from tests.patience import wait_until


class Numbers:
    """Counts up and keeps what happened to it."""

    def __init__(self, end: int = 1_000_000, error: Exception | None = None) -> None:
        self.made = 0
        self.cleaned_up_in: str | None = None
        self._end = end
        self._error = error

    def run(self) -> Generator[int, None, None]:
        try:
            while self.made < self._end:
                self.made += 1
                yield self.made
            if self._error is not None:
                raise self._error
        finally:
            self.cleaned_up_in = threading.current_thread().name


def test_every_item_comes_in_order() -> None:
    with ReadAhead(Numbers(50).run(), 3, "numbers") as ahead:
        assert list(ahead) == list(range(1, 51))


def test_it_works_ahead_while_the_consumer_is_busy_but_no_further_than_its_depth() -> None:
    numbers = Numbers()
    with ReadAhead(numbers.run(), 3, "numbers") as ahead:
        assert next(ahead) == 1
        # One taken, three waiting, one in hand.
        wait_until(lambda: numbers.made == 5)
        assert not Event().wait(0.1)
        assert numbers.made == 5


def test_an_exception_comes_after_the_items_before_it() -> None:
    with ReadAhead(Numbers(3, OSError("disk gone")).run(), 2, "numbers") as ahead:
        assert list(islice(ahead, 3)) == [1, 2, 3]
        with pytest.raises(OSError, match="disk gone"):
            next(ahead)
        assert list(ahead) == []


@pytest.mark.parametrize("taken", [0, 1, 7])
def test_closing_in_the_middle_ends_the_thread_and_cleans_up_there(taken: int) -> None:
    numbers = Numbers()
    ahead = ReadAhead(numbers.run(), 2, "numbers-thread")
    assert list(islice(ahead, taken)) == list(range(1, taken + 1))
    ahead.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "numbers-thread"]
    assert numbers.cleaned_up_in in ("numbers-thread", None)
    assert list(ahead) == []


def test_a_waiting_consumer_is_let_go_when_another_thread_closes() -> None:
    release = Event()

    def slow() -> Generator[int, None, None]:
        yield 1
        release.wait()
        yield 2

    ahead = ReadAhead(slow(), 2, "slow")
    assert next(ahead) == 1
    got: list[int] = []
    consumer = Thread(target=lambda: got.extend(ahead))
    consumer.start()
    closer = Thread(target=ahead.close)
    closer.start()
    release.set()
    for thread in (consumer, closer):
        thread.join(20)
        assert not thread.is_alive()
    assert got in ([], [2])
