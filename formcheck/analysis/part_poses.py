"""The poses of one part of a recording, found in whichever process does it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from formcheck.analysis.parts import Part
from formcheck.analysis.progress import Progress, Stop
from formcheck.pose.estimation import Estimation
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.pose.tracks import PoseTrackWriter
from formcheck.video.reading import Reading
from formcheck.video.takes import in_takes


@dataclass(frozen=True, eq=False)
class PartPoses:
    """Finds the poses of one part and writes them down; see `Work`.

    prepare: finds the pose model. track: the file for the poses, from `posed_from` on.
    """

    reading: Reading
    prepare: Callable[[], Estimation]
    part: Part
    track: Path

    def run(self, progress: Progress, stop: Stop) -> Path:
        """Returns the track; it holds fewer poses where it was ended before."""
        part, estimation = self.part, self.prepare()
        with (
            self.reading.open() as recording,
            PoseTrackWriter(self.track, model=estimation.model) as track,
            TakeByTakeEstimator(estimation.open) as estimator,
        ):
            for frame in in_takes(recording.stretch(part.pictures)):
                if frame.index < part.posed_from:
                    continue
                if frame.index >= part.end:
                    break
                track.write(estimator.estimate(frame))
                progress(frame.index + 1 - part.posed_from, part.end - part.posed_from)
                if stop():
                    break
        return self.track
