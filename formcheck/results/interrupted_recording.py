"""Makes results of what a live session that was killed had recorded of its set."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import checker_for
from formcheck.pose.saved.tracks import unfinished_poses
from formcheck.results.files.background_writer import BackgroundSettings
from formcheck.results.files.folder import POSES, UNDER_WAY, recover_unfinished, result_text
from formcheck.results.files.under_way import UnderWay
from formcheck.results.live_recording import LiveRecording
from formcheck.texts.message import message
from formcheck.texts.texts import Texts

ENDED_FROM_OUTSIDE: Final = message("result.ended_from_outside")

ALL: Final = BackgroundSettings(moments_waiting=10_000_000)
"""Nothing is left out: nobody waits for a picture."""

FindExercise = Callable[[str], Exercise | None]


def recover_recordings(out: Path, find: FindExercise, texts: Texts) -> tuple[Path, ...]:
    """Judge again, from their poses, the sets whose recording in `out` was cut off by a kill.

    Returns their folders. The film can't be kept; the result says that it ended before its time.

    find: an exercise by its id, in the language of the texts; None where there is none any more,
    of which nothing is kept.
    """
    kept: list[Path] = []

    def recover(staging: Path) -> bool:
        try:
            folder = _recovered(out, staging, find, texts)
        except (FormcheckError, OSError):
            # The disk may be full: another time.
            return False
        except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
            # Whoever wrote that, it can't be made anything of.
            return True
        if folder is not None:
            kept.append(folder)
        return True

    recover_unfinished(out, recover)
    return tuple(kept)


def _recovered(out: Path, staging: Path, find: FindExercise, texts: Texts) -> Path | None:
    """The folder; None where there was nothing to keep."""
    of = UnderWay.from_json(result_text(staging / UNDER_WAY))
    exercise = find(of.exercise)
    if exercise is None:
        return None
    recording = LiveRecording(out, exercise, of.source, of.model, of.began, ALL, texts)
    checker = checker_for(exercise, texts)
    for pose in unfinished_poses(staging / POSES):
        recording.write(None, pose, checker.update(pose))
    return recording.finish(checker.finish(), (ENDED_FROM_OUTSIDE,))
