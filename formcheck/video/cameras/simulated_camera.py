"""A recording that stands in for a camera: played in real time, frames dropped when late."""

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from math import inf

from formcheck.video.cameras.live_source import LiveSettings, LiveSource
from formcheck.video.frame import Frame
from formcheck.video.source import FrameSource, SourceKind


@dataclass(frozen=True)
class ReplaySettings:
    """How a recording is played; seconds."""

    looks_every_s: float = 0.05
    """How soon it is noticed that a film that stands still may go on: within two pictures."""

    between_rounds_s: float = 1 / 30
    """From the last frame of one round to the first of the next: a usual camera's."""


DEFAULTS = ReplaySettings()


class SimulatedCamera(LiveSource):
    """Plays a recording, each frame at its own time after the first was asked for.

    Times and indices are the recording's own. A consumer that is slower than the recording gets
    the frame that is due when it asks, as from a camera. The recording is closed with the replay.

    interval_s: least seconds between two frames; those in between are left out.
    repeated: whether it begins again each time that it is over. Times, indices and takes go on
        rising then, each round being a take of its own.
    """

    def __init__(
        self,
        recording: FrameSource,
        interval_s: float = 0.0,
        *,
        repeated: bool = False,
        settings: ReplaySettings = DEFAULTS,
    ) -> None:
        super().__init__(replace(recording.info, kind=SourceKind.CAMERA), LiveSettings(stall_s=inf))
        self._recording = recording
        self._interval_s = interval_s
        self._repeated = repeated
        self._replay = settings
        self._played = _Played(self._clock)

    def stand_still(self) -> None:
        """No time passes in the film until `go_on`."""
        self._played.stand_still()

    def go_on(self) -> None:
        """The film goes on where it stood still."""
        self._played.go_on()

    def _frames(self) -> Generator[Frame, None, None]:
        try:
            self._played.begin()
            due_s = -inf
            for frame in self._rounds():
                if frame.time_s < due_s:
                    continue
                due_s = frame.time_s + self._interval_s
                if not self._waited_for(frame.time_s):
                    return
                yield frame
        finally:
            self._release()

    def _rounds(self) -> Iterator[Frame]:
        """The frames of one round, or of one after the other."""
        since_s, first, take = 0.0, 0, 0
        last: Frame | None = None
        while True:
            before = last
            for frame in self._recording:
                last = replace(
                    frame,
                    time_s=since_s + frame.time_s,
                    index=first + frame.index,
                    take=take + frame.take,
                )
                yield last
            if not self._repeated or last is None or last is before:
                return
            since_s = last.time_s + self._replay.between_rounds_s
            first, take = last.index + 1, last.take + 1

    def _waited_for(self, time_s: float) -> bool:
        """Wait until the film has come to a time; False where it is closed before."""
        while self._played.still or self._played.position_s < time_s:
            wait_s = self._replay.looks_every_s
            if not self._played.still:
                wait_s = max(0.0, time_s - self._played.position_s)
            if self._stop.wait(wait_s):
                return False
        return not self._stop.is_set()

    def _release(self) -> None:
        self._recording.close()


class _Played:
    """How far a film has been played; it may be told to stand still from another thread."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._start_s: float | None = None
        self._still_since_s: float | None = None

    @property
    def still(self) -> bool:
        """Whether it stands still."""
        return self._still_since_s is not None

    @property
    def position_s(self) -> float:
        """Seconds of the film that are over."""
        if self._start_s is None:
            return 0.0
        now_s = self._still_since_s
        return (self._clock() if now_s is None else now_s) - self._start_s

    def begin(self) -> None:
        """It begins now, or as soon as it may go on."""
        self._start_s = self._clock()
        if self.still:
            self._still_since_s = self._start_s

    def stand_still(self) -> None:
        """No time passes from now on."""
        if self._still_since_s is None:
            self._still_since_s = self._clock()

    def go_on(self) -> None:
        """Time passes again."""
        since_s = self._still_since_s
        if since_s is not None:
            if self._start_s is not None:
                self._start_s += self._clock() - since_s
            self._still_since_s = None
