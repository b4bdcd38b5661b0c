"""What camera, stream and replayed file have in common: frames come whether asked for or not."""

import time
from abc import abstractmethod
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from threading import Event, Lock, Thread

from formcheck.closeable import Closeable
from formcheck.video.cameras.newest import Newest
from formcheck.video.cameras.picture_pace import DEFAULTS as PACE
from formcheck.video.cameras.picture_pace import PaceSettings, PicturePace
from formcheck.video.frame import Frame
from formcheck.video.source import SourceInfo


@dataclass(frozen=True)
class LiveSettings:
    """How long a live source is waited for.

    stall_s: without a frame until its status is `stalled` (engineering: a busy computer drops
        frames for about a second).
    close_s: for the source's thread when it is closed. A driver or a network that hangs can't be
        interrupted; its thread is then left to end by itself.
    pace: when the next frame is waited for instead of taking one that has waited.
    """

    stall_s: float = 2.0
    close_s: float = 2.0
    pace: PaceSettings = PACE


class CameraStatus(StrEnum):
    """How a live source is doing, for the session to show."""

    RUNNING = "running"
    STALLED = "stalled"  # connected, but no frame has come for a while
    LOST = "lost"  # unplugged or cut off; it is being opened again
    ENDED = "ended"  # closed, or the replayed file is over


class LiveSource(Closeable):
    """A source whose own thread takes frames as they come and hands over only the newest.

    For one consumer. Indices count all frames that came, so a gap tells how many were dropped.

    clock: seconds, rising; for tests.
    """

    def __init__(
        self,
        info: SourceInfo,
        settings: LiveSettings = LiveSettings(),
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._info = info
        self._settings = settings
        self._clock = clock
        self._newest: Newest[Frame] = Newest()
        self._pace = PicturePace(settings.pace)
        self._stop = Event()
        self._lost = Event()
        self._starting = Lock()
        self._thread: Thread | None = None
        self._last_arrival_s = clock()

    @property
    def info(self) -> SourceInfo:
        """Size and name; neither length nor count."""
        return self._info

    @property
    def status(self) -> CameraStatus:
        """How it is doing now; may be asked from any thread."""
        if self._newest.closed:
            return CameraStatus.ENDED
        if self._lost.is_set():
            return CameraStatus.LOST
        if self._thread is not None and self.silent_s > self._settings.stall_s:
            return CameraStatus.STALLED
        return CameraStatus.RUNNING

    @property
    def silent_s(self) -> float:
        """Seconds since the last frame came."""
        return self._clock() - self._last_arrival_s

    @property
    def waiting(self) -> bool:
        """Whether there is a frame that hasn't been handed out yet."""
        return self._newest.waiting

    def newest(self, timeout_s: float | None = None) -> Frame | None:
        """The newest frame that hasn't been handed out, waiting for one.

        One that has waited for long is left for the next, where that comes in a moment.

        None when none came in time, so that a window's event loop can run in between; and when
        the source has ended, which `status` tells apart. A timeout of None waits for either. Who
        goes on after the end waits as long as for a frame, and doesn't spin.
        """
        self._start()
        frame = self._newest.take(timeout_s)
        if frame is not None:
            wait_s = self._pace.worth_waiting_s(self._clock())
            return self._newest.take(wait_s) or frame if wait_s > 0 else frame
        if timeout_s is not None and self._newest.closed:
            self._stop.wait(timeout_s)
        return None

    def __iter__(self) -> Iterator[Frame]:
        while (frame := self.newest()) is not None:
            yield frame

    def stand_still(self) -> None:
        """Nobody looks for a while: a replayed file waits, and what a camera sees goes by."""

    def go_on(self) -> None:
        """Somebody looks again."""

    def close(self) -> None:
        """End the thread and free the device; a consumer that waits is let go."""
        self._stop.set()
        with self._starting:
            thread = self._thread
        if thread is None:
            self._release()
        else:
            thread.join(self._settings.close_s)
        self._newest.close()

    @abstractmethod
    def _frames(self) -> Generator[Frame, None, None]:
        """Yield frames as they come until `_stop` is set; runs in the source's thread."""

    @abstractmethod
    def _release(self) -> None:
        """Free what was opened, where the thread that would have done so never ran."""

    def _start(self) -> None:
        """Start the thread, once; sources start when they are opened or first asked."""
        with self._starting:
            if self._thread is None and not self._stop.is_set():
                self._last_arrival_s = self._clock()
                self._thread = Thread(
                    target=self._run, name=f"frames of {self._info.name}", daemon=True
                )
                self._thread.start()

    def _run(self) -> None:
        try:
            with closing(self._frames()) as frames:
                for frame in frames:
                    self._last_arrival_s = self._clock()
                    self._pace.update(self._last_arrival_s)
                    self._newest.put(frame)
                    if self._stop.is_set():
                        break
            self._newest.close()
        except BaseException as error:
            self._newest.close(error)
