"""What nobody waits for lets pass what somebody waits for."""

from threading import Event, Thread
from time import perf_counter

from formcheck.right_of_way import LONGEST_S, RightOfWay


def test_nobody_waits_who_need_not() -> None:
    began = perf_counter()
    for _ in range(1000):
        RightOfWay().wait()
    assert perf_counter() - began < 1000 * LONGEST_S / 2


def test_work_begins_when_the_way_is_free() -> None:
    way, order, waits = RightOfWay(longest_s=20), list[str](), Event()
    way.take()

    def work() -> None:
        waits.set()
        way.wait()
        order.append("work")

    worker = Thread(target=work)
    worker.start()
    waits.wait(20)
    order.append("picture")
    way.give()
    worker.join(20)
    assert order == ["picture", "work"]


def test_nothing_stands_still_behind_who_never_gives_way() -> None:
    way = RightOfWay()
    way.take()
    way.wait()
    way.wait()
