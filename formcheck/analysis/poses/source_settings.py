"""How an input is read: how large, which of its pictures, and in which a pose is looked for."""

from dataclasses import dataclass
from pathlib import Path

from formcheck.pose.poses_between import DEFAULTS as BETWEEN
from formcheck.pose.poses_between import BetweenSettings
from formcheck.video.recordings.reading import Reading
from formcheck.video.recordings.thinning import DEFAULTS as THINNING
from formcheck.video.recordings.thinning import ThinningSettings, apart_s_at
from formcheck.video.source import SourceInfo


@dataclass(frozen=True)
class SourceSettings:
    """How an input is read.

    longest_side: pixels; larger frames are scaled down while they are decoded: more detail costs
    time and adds nothing to what the pose model finds on 256 × 256 pixels.
    for_poses: pixels; where frames are read for their poses alone, they are halved while they are
    decoded until the longer side is no longer than this: as large as the model is fed where it
    finds outlines too, and a quarter of the memory for 1280 × 960.
    thinning: which pictures are read where many come a second; None for every one.
    between: in which of those no pose is looked for, but put in between; None for none of them.
    turned: degrees clockwise, a multiple of 90, by which its pictures must be turned beyond what
    the file says; None to look for that.
    """

    longest_side: int = 1920
    for_poses: int = 1024
    thinning: ThinningSettings | None = THINNING
    between: BetweenSettings | None = BETWEEN
    turned: int | None = None

    def reading(self, path: Path, info: SourceInfo, turned: int = 0) -> Reading:
        """How a recording is read. info: what is known of the file itself."""
        larger = max(info.width, info.height) > self.longest_side
        rate, thinning = info.frames_per_second, self.thinning
        apart_s = 0.0 if thinning is None else apart_s_at(rate, thinning)
        return Reading(path, self.longest_side if larger else None, turned, apart_s)

    def reading_for_poses(self, reading: Reading, longer_side: int) -> Reading:
        """The same for poses alone. longer_side: pixels of the frames as they are read."""
        side = longer_side
        while side > self.for_poses:
            side //= 2
        return reading if side == longer_side else reading.no_larger(side)


DEFAULTS = SourceSettings()

EVERY_FRAME = SourceSettings(thinning=None, between=None)
