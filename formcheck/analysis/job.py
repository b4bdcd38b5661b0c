"""One input that is to be judged, and what is wanted of it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Self

from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.parts.video_in_parts import VideoInParts
from formcheck.analysis.poses.open_poses import InParts, open_pose_source
from formcheck.analysis.poses.pose_source import PoseSource, SourceFacts
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import SourceSettings
from formcheck.analysis.progress import Progress, Stop, go_on, tell_nobody
from formcheck.analysis.workers.crew import Crew
from formcheck.exercises.exercise import Exercise
from formcheck.pose.estimation import Estimation
from formcheck.pose.saved.tracks import is_pose_track
from formcheck.results.annotated import AnnotatedVideo
from formcheck.results.files.folder import ResultFolder
from formcheck.results.session_writer import OpenVideo, SessionWriter
from formcheck.results.tables.csv_format import PLAIN, CsvFormat
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True)
class Job:
    """One input on its way through.

    prepare: finds the pose model, called only where poses must be estimated.
    folder: where the results go, None to write nothing. video: whether an annotated one is wanted.
    frames: keeps what is measured on every frame, None where nobody wants it. csv: how tables are
    written. crew: who works on the parts of a long recording; None to have it looked at in one go.
    texts: of the language that people read it in. source: how the input is read.
    """

    path: Path
    prepare: Callable[[], Estimation]
    folder: ResultFolder | None = None
    video: bool = True
    progress: Progress = tell_nobody
    stop: Stop = go_on
    frames: FrameRecorder | None = None
    csv: CsvFormat = PLAIN
    crew: Crew | None = None
    texts: Texts = field(default_factory=load_texts)
    source: SourceSettings = SOURCE

    def open_source(
        self, track: Path, *, judged_at_once: bool = False
    ) -> AbstractContextManager[PoseSource]:
        """The input's poses; see `open_pose_source`.

        track: beside which there is room for more. judged_at_once: whether what is found in parts
        is judged as it comes, not when all of it is there.
        """
        in_parts = None
        if self.crew is not None:
            twice = self.is_drawn and (self.video or not judged_at_once)
            told = partial(self._told_in_parts, 2 if twice else 1)
            in_parts = InParts(self.crew, track.parent, told, self.stop)
        return open_pose_source(self.path, self.prepare, self.source, in_parts)

    def turned(self, degrees: int) -> Self:
        """The same, its pictures turned clockwise by a multiple of 90 degrees first."""
        return replace(self, source=replace(self.source, turned=degrees))

    def _told_in_parts(self, times: int, done: int, total: int | None) -> None:
        """Poses that are being found count before they are read. times: that they are gone
        through.
        """
        self.progress(done, None if total is None else times * total)

    @property
    def is_drawn(self) -> bool:
        """Whether the pictures are wanted besides, to be drawn on."""
        return self.folder is not None and not is_pose_track(self.path)

    def open_writer(
        self,
        exercises: Sequence[Exercise],
        facts: SourceFacts,
        told_of_drawing: Progress = tell_nobody,
    ) -> SessionWriter | None:
        """What keeps the results, beside the poses; None where none are wanted.

        exercises: those that may be judged. told_of_drawing: progress of what is drawn in parts.
        """
        if self.folder is None:
            return None
        is_wanted = self.video and facts.kind == "video"
        open_video = self._open_video(facts, told_of_drawing) if is_wanted else None
        return SessionWriter(
            self.folder,
            exercises,
            track=None,
            open_video=open_video,
            csv=self.csv,
            texts=self.texts,
        )

    def _open_video(self, facts: SourceFacts, progress: Progress) -> OpenVideo:
        if facts.cut is None or self.crew is None:
            return partial(AnnotatedVideo, texts=self.texts)
        return partial(
            VideoInParts,
            recording=facts.cut,
            crew=self.crew,
            texts=self.texts,
            progress=progress,
            stop=self.stop,
        )
