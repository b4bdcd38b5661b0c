"""Live sources that may go away and come back: unplugged cameras, streams that break off."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import Protocol

from formcheck.video.cameras.live_source import LiveSettings, LiveSource
from formcheck.video.frame import Frame, Image
from formcheck.video.recordings.presentation import PresentationClock
from formcheck.video.size import fit
from formcheck.video.source import SourceInfo
from formcheck.video.video_errors import CameraUnavailableError


class Connection(Protocol):
    """An open device or address. Used from one thread at a time."""

    def grab(self) -> bool:
        """Wait for the next picture; False when the connection is gone."""

    def retrieve(self) -> Image | None:
        """The picture just grabbed, RGB and upright; None when it is damaged."""

    def close(self) -> None:
        """Free the device or end the connection."""


Connect = Callable[[], Connection]


@dataclass(frozen=True)
class ReconnectionSettings(LiveSettings):
    """When a lost connection is opened again; engineering values.

    retry_s: until the first attempt; doubles with each.
    slowest_retry_s: between two attempts at most, so that a camera that is plugged in again is soon
        back.
    """

    retry_s: float = 0.5
    slowest_retry_s: float = 5.0


DEFAULTS = ReconnectionSettings()


class ReconnectingSource(LiveSource):
    """Frames of a connection that is opened again, with growing pauses, whenever it breaks off.

    Times are taken when a picture is grabbed, and go on through an interruption, so that its
    length can be seen. Pictures keep the size of the first, also when it comes back with another.

    interval_s: least seconds between two frames; pictures in between are grabbed but not retrieved,
        which is where the work lies.
    """

    def __init__(
        self,
        info: SourceInfo,
        connection: Connection,
        connect: Connect,
        settings: ReconnectionSettings,
        clock: Callable[[], float] = time.perf_counter,
        interval_s: float = 0.0,
    ) -> None:
        super().__init__(info, replace(settings, stall_s=settings.stall_s + interval_s), clock)
        self._interval_s = interval_s
        self._connection: Connection | None = connection
        self._connect = connect
        self._reconnection = settings
        self._start()

    def _frames(self) -> Generator[Frame, None, None]:
        clock = PresentationClock(1 / (self._info.frames_per_second or 30))
        index = 0
        due_s = self._clock()
        try:
            while not self._stop.is_set():
                if self._connection is None or not self._connection.grab():
                    self._reconnect()
                    continue
                grabbed_s = self._clock()
                if grabbed_s < due_s:
                    continue
                due_s = grabbed_s + self._interval_s
                image = self._connection.retrieve()
                if image is None:
                    continue
                self._lost.clear()
                image = fit(image, self._info.width, self._info.height)
                yield Frame(image, clock.time_of(grabbed_s), index)
                index += 1
        finally:
            self._release()

    def _reconnect(self) -> None:
        """Let the broken connection go and try for a new one until there is one, or the end."""
        self._lost.set()
        self._release()
        pause_s = self._reconnection.retry_s
        while self._connection is None and not self._stop.wait(pause_s):
            try:
                self._connection = self._connect()
            except CameraUnavailableError:
                pause_s = min(2 * pause_s, self._reconnection.slowest_retry_s)

    def _release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
