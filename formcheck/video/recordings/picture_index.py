"""When each picture of a file is shown and where decoding can begin, without decoding any."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray

from formcheck.texts.shown import shown
from formcheck.video.recordings.decoding import has_times, may_be_joined, open_file, video_stream
from formcheck.video.recordings.presentation import DEFAULTS as CLOCK
from formcheck.video.recordings.presentation import PresentationSettings
from formcheck.video.recordings.thinning import kept_of


@dataclass(frozen=True, eq=False)
class PictureIndex:
    """The pictures of a file in the order in which they are shown.

    stamps: of each, in the stream's unit of time. times_s: seconds since the first one is shown.
    key_stamps: of the pictures at which decoding can begin, rising. pictures: how many the file
    has, of which these may be some.
    """

    stamps: NDArray[np.int64]
    times_s: NDArray[np.float64]
    key_stamps: NDArray[np.int64]
    pictures: int

    def __len__(self) -> int:
        return len(self.stamps)

    def at(self, time_s: float) -> int:
        """The first picture that isn't before a time; their number, where all are."""
        return int(np.searchsorted(self.times_s, time_s))

    @property
    def key_times_s(self) -> NDArray[np.float64]:
        """When the pictures are shown at which decoding can begin."""
        return np.interp(self.key_stamps, self.stamps, self.times_s)

    def stretch(self, begin: int, end: int) -> "Stretch":
        """The pictures from one number to before another."""
        first = self.stamps[min(begin, len(self) - 1)]
        key = max(int(np.searchsorted(self.key_stamps, first, side="right")) - 1, 0)
        return Stretch(
            begin,
            self.stamps[begin:end],
            self.times_s[begin:end],
            int(self.key_stamps[key]),
        )

    def thinned(self, apart_s: float) -> "PictureIndex":
        """Of those pictures alone that come no sooner after each other; see `Thinning`."""
        kept = np.fromiter(kept_of(self.times_s.tolist(), apart_s), np.bool_, len(self))
        return replace(self, stamps=self.stamps[kept], times_s=self.times_s[kept])


@dataclass(frozen=True, eq=False)
class Stretch:
    """Some pictures of a file in a row.

    begin: number of the first one. stamps, times_s: as in the index. key_stamp: of the picture from
    which decoding leads to them.
    """

    begin: int
    stamps: NDArray[np.int64]
    times_s: NDArray[np.float64]
    key_stamp: int

    def leaves_out(self, stamp: int | None, done: int) -> bool:
        """Whether a picture lies between two of them. done: how many came before."""
        if stamp is None or not done:
            return False
        return bool(self.stamps[done - 1] < stamp < self.stamps[done])


def picture_index(path: Path, settings: PresentationSettings = CLOCK) -> PictureIndex | None:
    """The index of a video; None where its time stamps or its order aren't to be relied on.

    Such a file can only be read from its beginning: stamps that repeat, are missing or begin anew
    are mended by what came before them, and past damage nothing is certain.

    Raises RecordingError where it can't be opened.
    """
    stamps: list[int] = []
    keys: list[int] = []
    with open_file(path) as container:
        stream = video_stream(container, shown(path))
        if not has_times(container) or stream.time_base is None:
            return None
        unit_s = stream.time_base
        try:
            for packet in container.demux(stream):
                if not packet.size:
                    continue
                if packet.pts is None or packet.is_corrupt or packet.is_discard:
                    return None
                stamps.append(packet.pts)
                keys += [packet.pts] if packet.is_keyframe else []
        except (FFmpegError, OSError):
            return None
        joinable = may_be_joined(container)
    shown_order = np.sort(np.array(stamps, np.int64))
    if not keys or shown_order[0] != keys[0]:
        return None
    steps_s = np.diff(shown_order) * float(unit_s)
    if (steps_s < settings.least_step_s).any() or (joinable and (steps_s > settings.leap_s).any()):
        return None
    first_s = float(int(shown_order[0]) * unit_s)
    times_s = np.array([float(int(stamp) * unit_s) - first_s for stamp in shown_order])
    key_stamps = np.unique(np.array(keys, np.int64))
    return PictureIndex(shown_order, times_s, key_stamps, len(shown_order))
