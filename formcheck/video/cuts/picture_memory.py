"""What a film showed a moment ago, on small pictures."""

from collections import deque
from dataclasses import dataclass

from formcheck.video.cuts.overlays import small_picture
from formcheck.video.frame import Frame, Image


@dataclass(frozen=True)
class MemorySettings:
    """Which pictures are kept.

    apart_s: from one to the next; making one smaller takes a millisecond (engineering).
    """

    apart_s: float = 0.4


DEFAULTS = MemorySettings()


class PictureMemory:
    """Keeps some pictures for a while. State over time.

    over_s: for how long.
    """

    def __init__(self, over_s: float, settings: MemorySettings = DEFAULTS) -> None:
        self._over_s = over_s
        self._settings = settings
        self._kept: deque[tuple[float, Image]] = deque()

    def update(self, frame: Frame) -> None:
        """Take the next frame."""
        kept, apart_s = self._kept, self._settings.apart_s
        if kept and frame.time_s - kept[-1][0] < apart_s:
            return
        while kept and frame.time_s - kept[0][0] > self._over_s + apart_s:
            kept.popleft()
        kept.append((frame.time_s, small_picture(frame.image)))

    def at(self, time_s: float) -> Image | None:
        """The picture that was seen nearest to a time; None where none was."""
        nearest = min(self._kept, key=lambda one: abs(one[0] - time_s), default=None)
        return None if nearest is None else nearest[1]
