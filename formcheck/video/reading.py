"""How a recorded video is read, wherever it is: here, in another process, a second time."""

from dataclasses import dataclass, replace
from pathlib import Path

from formcheck.video.recorded import RecordedVideo


@dataclass(frozen=True)
class Reading:
    """A video file and how its pictures are had; see `RecordedVideo`."""

    path: Path
    longest_side: int | None = None
    turned: int = 0
    apart_s: float = 0.0

    @property
    def anywhere(self) -> "Reading":
        """The same in a process that works in another folder."""
        return replace(self, path=self.path.absolute())

    def open(self) -> RecordedVideo:
        """The video itself.

        Raises RecordingError, with the remedy.
        """
        return RecordedVideo(self.path, self.longest_side, self.turned, self.apart_s)
