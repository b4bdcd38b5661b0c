"""The poses of an input as they come, kept on the disk and looked at for what they show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from formcheck.analysis.poses.pose_source import PosedFrame, PoseSource
from formcheck.analysis.workers.returned_memory import return_memory_now
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_copy import copy_track
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.texts.message import Message
from formcheck.texts.shown import shown
from formcheck.video.timing import Timing


class Onlooker(Protocol):
    """Whoever looks at the poses as they come."""

    def update(self, pose: Pose, /) -> object:
        """Take in the next one."""


@dataclass(frozen=True)
class KeepingSettings:
    """How much is kept in memory too."""

    most_remembered: int = 900
    """Poses of 25 KB each with their outlines: 22 MB, at 30 a second, with those put in between,
    30 s. To read them again, and to work out again what was known of each, takes a tenth of
    judging; with 2000 two workers took 718 MB for a recording of three minutes.
    """


DEFAULTS = KeepingSettings()


class KeptPoses:
    """A source of poses that writes each one down, and has it looked at, before it is passed on.

    writer: of the track that they are kept in, closed by whoever opened it; None where a file has
    them. frames: how many there were.
    """

    def __init__(
        self,
        source: PoseSource,
        writer: PoseTrackWriter | None,
        onlookers: Sequence[Onlooker],
        settings: KeepingSettings = DEFAULTS,
    ) -> None:
        self._source = source
        self._writer = writer
        self._onlookers = onlookers
        self._settings = settings
        self._remembered: list[Pose] | None = []
        self.facts = source.facts
        self.model = source.model
        self.track = source.track
        self.frames = 0

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
            pose = _packed(posed.pose)
            if self._writer is not None:
                self._writer.write(pose)
                self._writer.timing = self._source.timing
            self.frames += 1
            self._remember(pose)
            for onlooker in self._onlookers:
                onlooker.update(posed.pose)
            yield posed

    @property
    def remembered(self) -> Sequence[Pose] | None:
        """All that were kept so far; None where they are too many."""
        return self._remembered

    def _remember(self, pose: Pose) -> None:
        if self._remembered is None:
            return
        self._remembered.append(pose)
        if len(self._remembered) > self._settings.most_remembered:
            self._remembered = None
            return_memory_now()


def _packed(pose: Pose) -> Pose:
    packed = None if pose.silhouette is None else pose.silhouette.packed
    return pose if packed is pose.silhouette else replace(pose, silhouette=packed)


@contextmanager
def keep_poses(
    source: PoseSource, track: Path, path: Path, *onlookers: Onlooker
) -> Iterator[KeptPoses]:
    """Keep a source's poses in a pose track while they are read.

    track: the file that they are kept in. path: of the input. onlookers: of each pose.

    Raises PoseTrackError where it can't be written.
    """
    if source.track is not None:
        kept = KeptPoses(source, None, onlookers)
        yield kept
        copy_track(source.track, track, kept.frames)
        return
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
