"""The place between a producer and a consumer where only the newest item waits."""

from threading import Thread

import pytest

from formcheck.video.cameras.newest import Newest


def test_a_new_item_replaces_one_not_taken() -> None:
    newest: Newest[int] = Newest()
    for item in (1, 2, 3):
        newest.put(item)
    assert newest.take() == 3
    assert newest.take(0) is None


def test_taking_waits_for_an_item() -> None:
    newest: Newest[int] = Newest()
    producer = Thread(target=newest.put, args=(7,))
    producer.start()
    assert newest.take(20) == 7
    producer.join()


def test_the_last_item_can_be_taken_after_the_end() -> None:
    newest: Newest[int] = Newest()
    newest.put(1)
    newest.close()
    assert newest.closed
    assert newest.take() == 1
    assert newest.take() is None


def test_the_end_lets_a_waiting_consumer_go() -> None:
    newest: Newest[int] = Newest()
    got: list[int | None] = []
    consumer = Thread(target=lambda: got.append(newest.take()))
    consumer.start()
    newest.close()
    consumer.join(20)
    assert got == [None]


def test_what_the_producer_failed_with_is_raised_after_the_last_item() -> None:
    newest: Newest[int] = Newest()
    newest.put(1)
    newest.close(OSError("gone"))
    assert newest.take() == 1
    with pytest.raises(OSError, match="gone"):
        newest.take()
