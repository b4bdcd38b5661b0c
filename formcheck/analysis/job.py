"""One input that is to be judged, and what is wanted of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from formcheck.analysis.analysis import Progress, Stop
from formcheck.analysis.pose_source import SourceFacts
from formcheck.exercises.exercise import Exercise
from formcheck.pose.estimation import Estimation
from formcheck.results.annotated import AnnotationSettings
from formcheck.results.folder import ResultFolder
from formcheck.results.session_writer import SessionWriter, TrackSource


def _go_on() -> bool:
    return False


@dataclass(frozen=True)
class Job:
    """One input on its way through.

    prepare: finds the pose model, called only where poses must be estimated.
    folder: where the results go, None to write nothing. video: whether an annotated one is wanted.
    """

    path: Path
    prepare: Callable[[], Estimation]
    folder: ResultFolder | None = None
    video: bool = True
    progress: Progress | None = None
    stop: Stop = _go_on

    def open_writer(
        self, exercise: Exercise, facts: SourceFacts, track: TrackSource | None
    ) -> SessionWriter | None:
        """What keeps the results; None where none are wanted.

        track: where the poses come from, None where they are kept already.
        """
        if self.folder is None:
            return None
        video = AnnotationSettings() if self.video and facts.kind == "video" else None
        return SessionWriter(self.folder, exercise, track=track, video=video)
