"""What a live source hands over."""

from collections.abc import Generator
from queue import Queue
from threading import Timer

from formcheck.video.cameras.live_source import LiveSettings, LiveSource
from formcheck.video.cameras.picture_pace import PaceSettings
from formcheck.video.frame import Frame
from formcheck.video.source import SourceInfo, SourceKind
from tests.feedback.builders import frame

INFO = SourceInfo(SourceKind.CAMERA, "made up", 64, 48, None, None, 0, None)
INTERVAL_S = 10.0
REMEMBERED = 4
STEADY = PaceSettings(remembered=REMEMBERED, most_s=INTERVAL_S)


class MadeUp(LiveSource):
    """Frames come when they are sent, by a clock that is put on by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.sent: Queue[Frame | None] = Queue()
        super().__init__(INFO, LiveSettings(pace=STEADY), clock=lambda: self.now_s)

    def send(self, index: int) -> None:
        self.now_s = INTERVAL_S * index
        self.sent.put(frame(self.now_s, index, 64, 48))

    def close(self) -> None:
        self.sent.put(None)
        super().close()

    def _frames(self) -> Generator[Frame, None, None]:
        while (sent := self.sent.get()) is not None:
            yield sent
            self.sent.task_done()

    def _release(self) -> None: ...


def taken_after(age_s: float) -> int:
    """Index of what is taken when one frame has waited so long, and the next is about to come."""
    with MadeUp() as source:
        for index in range(REMEMBERED + 1):
            source.send(index)
            assert source.newest(20) is not None
        source.send(REMEMBERED + 1)
        source.sent.join()
        source.now_s += age_s
        Timer(0.1, source.sent.put, [frame(source.now_s, REMEMBERED + 2, 64, 48)]).start()
        found = source.newest(20)
    assert found is not None
    return found.index - REMEMBERED


def test_a_frame_that_has_just_come_is_taken() -> None:
    assert taken_after(0.0) == 1


def test_one_that_has_waited_is_left_for_the_next_that_comes_in_a_moment() -> None:
    assert taken_after(0.7 * INTERVAL_S) == 2
