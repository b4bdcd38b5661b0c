"""The poses of one part of a recording, found in whichever process does it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path

from formcheck.analysis.parts.parts import Part
from formcheck.analysis.progress import Progress, Stop
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


@dataclass(frozen=True, eq=False)
class PartPoses:
    """Finds the poses of one part and writes them down; see `Work`.

    reading: of pictures as large as a pose needs them. size: width and height that poses are told
    in. prepare: finds the pose model. track: the file for the poses, from `posed_from` on. between:
    in which pictures no pose is looked for; see `poses_of`.
    """

    reading: Reading
    size: tuple[int, int]
    prepare: Callable[[], Estimation]
    part: Part
    track: Path
    between: BetweenSettings | None = None

    def run(self, progress: Progress, stop: Stop) -> Path:
        """Returns the track; it holds fewer poses where it was ended before."""
        part, estimation = self.part, self.prepare()
        with (
            self.reading.open() as recording,
            PoseTrackWriter(self.track, model=estimation.model) as track,
            TakeByTakeEstimator(estimation.open) as estimator,
        ):
            anybody = False
            frames = self._posed(in_takes(recording.stretch(part.pictures)))
            for frame, pose in poses_of(frames, estimator, self.between):
                anybody = anybody or pose.found
                track.write(self.told(frame, pose))
                progress(frame.index + 1 - part.posed_from, part.end - part.posed_from)
                if stop():
                    break
            if not anybody:
                # A model without memory finds nobody either.
                check_memory()
        return self.track

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
