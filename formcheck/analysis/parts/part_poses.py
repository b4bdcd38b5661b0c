"""The poses of one part of a recording, found in whichever process does it."""

import glob
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import dropwhile, groupby, takewhile
from pathlib import Path
from typing import Final

from formcheck.analysis.parts.parts import Part
from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.returned_memory import return_memory_now
from formcheck.enough_memory import check_memory
from formcheck.pose.enlarged import enlarged
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.pose.poses_between import BetweenSettings, poses_of
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame
from formcheck.video.recordings.reading import Reading

PIECE_FRAMES: Final = 90
"""Of poses that are handed on together: some seconds, which are judged in some tenths of one, so
that little is left to judge when the last are found; each file costs some milliseconds."""


@dataclass(frozen=True, eq=False)
class PartPoses:
    """Finds the poses of one part and writes them down; see `Work`.

    reading: of pictures as large as a pose needs them. size: width and height that poses are told
    in. prepare: finds the pose model. track: begins the names of the files for the poses, from
    `posed_from` on. between: in which pictures no pose is looked for; see `poses_of`.
    """

    reading: Reading
    size: tuple[int, int]
    prepare: Callable[[], Estimation]
    part: Part
    track: Path
    between: BetweenSettings | None = None

    def run(self, progress: Progress, stop: Stop) -> int:
        """Returns how many poses were found, fewer where it was ended before; each piece is there
        as soon as it is whole.
        """
        part, estimation = self.part, self.prepare()
        with (
            self.reading.open() as recording,
            TakeByTakeEstimator(estimation.open) as estimator,
        ):
            anybody, count = False, 0
            frames = self._posed(in_takes(recording.stretch(part.pictures)))
            poses = poses_of(frames, estimator, self.between)
            going_on = takewhile(lambda _: not stop(), poses)
            for number, found in groupby(going_on, lambda one: self._piece_of(one[0])):
                with PoseTrackWriter(self.piece(number), model=estimation.model) as track:
                    for frame, pose in found:
                        anybody = anybody or pose.found
                        track.write(self.told(frame, pose))
                        count += 1
                        progress(count, part.end - part.posed_from)
                # Opening a model leaves 13 MB behind, and each is opened when it is needed.
                return_memory_now()
            if not anybody:
                # A model without memory finds nobody either.
                check_memory()
        return count

    def piece(self, number: int) -> Path:
        """The track of so many poses in a row, so that they are judged while more are found."""
        return self.track.with_name(f"{self.track.name}-{number}.npz")

    def forget(self) -> None:
        """Remove what was found."""
        for piece in self.track.parent.glob(f"{glob.escape(self.track.name)}-*.npz"):
            piece.unlink(missing_ok=True)

    def _piece_of(self, frame: Frame) -> int:
        return (frame.index - self.part.posed_from) // PIECE_FRAMES

    def told(self, frame: Frame, pose: Pose) -> Pose:
        """A pose as the picture shows it of which a frame is a smaller copy."""
        width, height = self.size
        return enlarged(pose, width / frame.width, height / frame.height)

    def settled(self, frames: Iterable[Frame]) -> Iterable[Frame]:
        """Those from which on poses are found."""
        return dropwhile(lambda frame: frame.index < self.part.posed_from, frames)

    def _posed(self, frames: Iterable[Frame]) -> Iterable[Frame]:
        """Those in which poses are found."""
        return takewhile(lambda frame: frame.index < self.part.end, self.settled(frames))
