"""One input that is to be judged, and what is wanted of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from formcheck.analysis.analysis import Progress, Stop
from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.pose_source import SourceFacts
from formcheck.exercises.exercise import Exercise
from formcheck.pose.estimation import Estimation
from formcheck.results.annotated import AnnotationSettings
from formcheck.results.csv_format import PLAIN, CsvFormat
from formcheck.results.folder import ResultFolder
from formcheck.results.session_writer import SessionWriter


def go_on() -> bool:
    """Where nobody can end it."""
    return False


def tell_nobody(*_: object) -> None:
    """Where nobody wants to be told of progress, or of states."""


@dataclass(frozen=True)
class Job:
    """One input on its way through.

    prepare: finds the pose model, called only where poses must be estimated.
    folder: where the results go, None to write nothing. video: whether an annotated one is wanted.
    frames: keeps what is measured on every frame, None where nobody wants it. csv: how tables are
    written.
    """

    path: Path
    prepare: Callable[[], Estimation]
    folder: ResultFolder | None = None
    video: bool = True
    progress: Progress = tell_nobody
    stop: Stop = go_on
    frames: FrameRecorder | None = None
    csv: CsvFormat = PLAIN

    def open_writer(
        self, exercises: Sequence[Exercise], facts: SourceFacts
    ) -> SessionWriter | None:
        """What keeps the results, beside the poses; None where none are wanted.

        exercises: those that may be judged.
        """
        if self.folder is None:
            return None
        video = AnnotationSettings() if self.video and facts.kind == "video" else None
        return SessionWriter(self.folder, exercises, track=None, video=video, csv=self.csv)
