"""The poses of an input as they come, kept on the disk and looked at for what they show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from formcheck.analysis.poses.pose_source import PosedFrame, PoseSource
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.texts.message import Message
from formcheck.texts.shown import shown
from formcheck.video.timing import Timing


class Onlooker(Protocol):
    """Whoever looks at the poses as they come."""

    def update(self, pose: Pose, /) -> object:
        """Take in the next one."""


class KeptPoses:
    """A source of poses that writes each one down, and has it looked at, before it is passed on.

    track: where they are written; closed by whoever opened it.
    """

    def __init__(
        self, source: PoseSource, track: PoseTrackWriter, onlookers: Sequence[Onlooker]
    ) -> None:
        self._source = source
        self._track = track
        self._onlookers = onlookers
        self.facts = source.facts
        self.model = source.model

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What was missing or damaged, as the source has it."""
        return self._source.warnings

    @property
    def timing(self) -> Timing:
        """What the times are worth, as the source has it."""
        return self._source.timing

    def __iter__(self) -> Iterator[PosedFrame]:
        for posed in self._source:
            self._track.write(posed.pose)
            self._track.timing = self._source.timing
            for onlooker in self._onlookers:
                onlooker.update(posed.pose)
            yield posed


@contextmanager
def keep_poses(
    source: PoseSource, track: Path, path: Path, *onlookers: Onlooker
) -> Iterator[KeptPoses]:
    """Keep a source's poses in a pose track while they are read.

    track: the file that they are kept in. path: of the input. onlookers: of each pose.

    Raises PoseTrackError where it can't be written.
    """
    facts = source.facts
    with PoseTrackWriter(
        track, model=source.model, source=shown(path.name), rotation=facts.rotation
    ) as writer:
        writer.roll_sure = facts.stance.roll.sure
        writer.possible_turn = facts.stance.possible
        try:
            yield KeptPoses(source, writer, onlookers)
        finally:
            writer.warnings = source.warnings
