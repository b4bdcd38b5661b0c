"""However slow the model is, the person sees what it says of the newest picture, never a queue."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from queue import Queue
from threading import Event

import pytest

from formcheck.live.live_contract import Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import LiveSettings, LiveSource
from formcheck.video.frame import Frame
from formcheck.video.source import SourceInfo, SourceKind
from tests.feedback.builders import frame
from tests.live.doubles import Checker, Model, Window, resting, step

SENT_MEANWHILE = 7
ESTIMATED = 12


class HandFedCamera(LiveSource):
    """A live source with its own thread, which sends what the test gives it."""

    def __init__(self) -> None:
        info = SourceInfo(SourceKind.CAMERA, "made up", 320, 240, None, None, 0, None)
        super().__init__(info, LiveSettings(stall_s=60.0))
        self._given: Queue[Frame | None] = Queue()
        self._taken = Event()
        self._count = 0
        self._start()

    def send(self, count: int) -> int:
        """Send so many frames, until the last has arrived; returns its number."""
        for _ in range(count):
            self._given.put(frame(self._count / 30, self._count))
            self._count += 1
        self._taken.clear()
        self._given.put(None)
        self._taken.wait()
        return self._count - 1

    def _frames(self) -> Generator[Frame, None, None]:
        while not self._stop.is_set():
            given = self._given.get()
            if given is not None:
                yield given
            else:
                self._taken.set()

    def _release(self) -> None:
        """Nothing is open."""

    def close(self) -> None:
        self._stop.set()
        self._given.put(None)
        super().close()


class SlowModel(Model):
    """While it looks at one frame, the camera sends several more."""

    def __init__(self, camera: HandFedCamera) -> None:
        super().__init__()
        self._camera = camera
        self.newest_sent = camera.send(1)
        self.behind: list[int] = []

    def estimate(self, frame: Frame) -> Pose:
        self.behind.append(self.newest_sent - frame.index)
        self.newest_sent = self._camera.send(SENT_MEANWHILE)
        return super().estimate(frame)


@pytest.mark.parametrize("ahead", [False, True])
def test_a_slow_model_is_always_given_the_newest_frame(ahead: bool) -> None:
    with HandFedCamera() as camera, ThreadPoolExecutor(1) if ahead else nullcontext() as beside:
        model, window = SlowModel(camera), Window(closes_after=ESTIMATED)

        steps = [step()]
        run_live(
            steps,
            camera=camera,
            estimator=model,
            new_checker=lambda exercise: Checker(resting, exercise),
            window=window,
            opening=open_session(steps, preferences=Preferences(questions=False, muted=True)),
            beside=beside,
        )

    assert model.behind == [0] * len(model.behind)
    assert ESTIMATED <= len(model.behind) <= ESTIMATED + ahead
    assert len(window.shown) == ESTIMATED
