"""A recording that stands in for a camera: played in real time, frames dropped when late."""

from collections.abc import Generator
from dataclasses import replace
from math import inf

from formcheck.video.frame import Frame
from formcheck.video.live_source import LiveSettings, LiveSource
from formcheck.video.source import FrameSource, SourceKind


class SimulatedCamera(LiveSource):
    """Plays a recording once, each frame at its own time after the first was asked for.

    Times and indices are the recording's own. A consumer that is slower than the recording gets
    the frame that is due when it asks, as from a camera. The recording is closed with the replay.

    interval_s: least seconds between two frames; those in between are left out.
    """

    def __init__(self, recording: FrameSource, interval_s: float = 0.0) -> None:
        super().__init__(replace(recording.info, kind=SourceKind.CAMERA), LiveSettings(stall_s=inf))
        self._recording = recording
        self._interval_s = interval_s

    def _frames(self) -> Generator[Frame, None, None]:
        try:
            start_s = self._clock()
            due_s = -inf
            for frame in self._recording:
                if frame.time_s < due_s:
                    continue
                due_s = frame.time_s + self._interval_s
                early_s = start_s + frame.time_s - self._clock()
                if self._stop.wait(max(0.0, early_s)):
                    return
                yield frame
        finally:
            self._release()

    def _release(self) -> None:
        self._recording.close()
