"""The poses of an input for the second time, from where they were kept, with its pictures."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from formcheck.analysis.poses.open_poses import open_frames
from formcheck.analysis.poses.pose_source import PosedFrame, SourceFacts
from formcheck.errors import FormcheckError
from formcheck.pose.impossible import JumpWatch
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import PoseTrack
from formcheck.pose.together import in_company
from formcheck.texts.message import Message
from formcheck.video.frame import Frame

SAME_S = 1e-6
"""Difference up to which two times are the same frame's."""


class ReplayedPoses:
    """Poses that were found a moment ago; the input is read again for its pictures only."""

    def __init__(
        self,
        facts: SourceFacts,
        model: str,
        warnings: tuple[Message, ...],
        track: PoseTrack,
        remembered: Sequence[Pose] | None,
        path: Path | None,
    ) -> None:
        """Track: that holds the poses. remembered: the same poses, where they are in memory.
        path: of the input; None where its pictures are not wanted.
        """
        self.facts = facts
        self.model = model
        self.warnings = warnings
        self.timing = track.timing
        self.track: PoseTrack | None = track
        self._poses: Iterable[Pose] = track if remembered is None else remembered
        self._path = path

    def __iter__(self) -> Iterator[PosedFrame]:
        jumps = JumpWatch()
        beside = in_company(self._poses)
        poses = (pose if pose.jumps is not None else jumps.update(pose) for pose in beside)
        if self._path is None:
            for index, pose in enumerate(poses):
                yield PosedFrame(index, None, pose)
            return
        if self.facts.cut is not None:
            for index, pose in enumerate(poses):
                yield PosedFrame(index, self.facts.cut.frame(index, pose), pose)
            return
        facts = self.facts
        with open_frames(self._path, facts.stance.turned, facts.settings) as recording:
            frames = iter(recording)
            for index, pose in enumerate(poses):
                frame = _next(frames)
                # Another picture than the one in which the pose was found is none.
                same = frame is not None and abs(frame.time_s - pose.time_s) <= SAME_S
                yield PosedFrame(index, frame if same else None, pose)


def _next(frames: Iterator[Frame]) -> Frame | None:
    """The next picture; None where the recording breaks off, as it was told the first time."""
    try:
        return next(frames, None)
    except FormcheckError:
        return None
