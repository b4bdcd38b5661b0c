"""The poses of an input as they come, kept on the disk and looked at for what they show."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from formcheck.analysis.pose_source import PosedFrame, PoseSource
from formcheck.pose.tracks import PoseTrackWriter
from formcheck.recognition.recogniser import Recogniser
from formcheck.texts.message import Message
from formcheck.texts.shown import shown
from formcheck.video.timing import Timing


class KeptPoses:
    """A source of poses that writes each one down, and has it recognised, before it is passed on.

    track: where they are written; closed by whoever opened it.
    """

    def __init__(self, source: PoseSource, track: PoseTrackWriter, recogniser: Recogniser) -> None:
        self._source = source
        self._track = track
        self._recogniser = recogniser
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
            self._recogniser.update(posed.pose)
            yield posed


@contextmanager
def keep_poses(
    source: PoseSource, track: Path, path: Path, recogniser: Recogniser
) -> Iterator[KeptPoses]:
    """Keep a source's poses in a pose track while they are read.

    track: the file that they are kept in. path: of the input.

    Raises PoseTrackError where it can't be written.
    """
    facts = source.facts
    with PoseTrackWriter(
        track, model=source.model, source=shown(path.name), rotation=facts.rotation
    ) as writer:
        writer.roll_sure = facts.stance.roll.sure
        try:
            yield KeptPoses(source, writer, recogniser)
        finally:
            writer.warnings = source.warnings
