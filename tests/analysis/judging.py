"""Known poses judged as those of an input, with all that is written of one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.exercise import Exercise
from formcheck.pose.pose import Pose
from formcheck.recognition.auto import Auto
from tests.results import sessions

EVERYTHING = {
    "annotated.mp4",
    "data_dictionary.csv",
    "measures.csv",
    "poses.npz",
    "report.html",
    "reps.csv",
    "result.json",
}


def judge_as(
    exercise: Callable[[], Exercise | Auto],
    path: Path,
    poses: Sequence[Pose],
    out: Path | None = None,
    *,
    breaks_at: int | None = None,
    video: bool = True,
    stop: Callable[[], bool] = lambda: False,
) -> Analysis:
    """breaks_at: the picture at which the estimator fails."""
    return judge_input(
        path,
        exercise(),
        prepare=lambda: sessions.known(poses, breaks_at),
        place=None if out is None else (out, path.stem),
        video=video,
        stop=stop,
    )
