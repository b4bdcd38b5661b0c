"""How a recorded video is read, wherever it is: here, in another process, a second time."""

from dataclasses import dataclass, replace
from pathlib import Path

from formcheck.video.recordings.recorded import RecordedVideo


@dataclass(frozen=True)
class Reading:
    """A video file and how its pictures are had; see `RecordedVideo`.

    threads: that decode it; 0 for as many as there are cores.
    """

    path: Path
    longest_side: int | None = None
    turned: int = 0
    apart_s: float = 0.0
    threads: int = 0

    @property
    def for_worker(self) -> "Reading":
        """The same in a process that works in another folder, beside others on the other cores."""
        return replace(self, path=self.path.absolute(), threads=1)

    def no_larger(self, longest_side: int | None) -> "Reading":
        """The same with pictures whose longer side is no longer than this; None for no limit."""
        sides = [one for one in (self.longest_side, longest_side) if one is not None]
        return replace(self, longest_side=min(sides, default=None))

    def open(self) -> RecordedVideo:
        """The video itself.

        Raises RecordingError, with the remedy.
        """
        return RecordedVideo(self.path, self.longest_side, self.turned, self.apart_s, self.threads)
