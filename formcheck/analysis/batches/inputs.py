"""The files that a user's list of files and folders stands for."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from formcheck.analysis.batches.batch import Failure
from formcheck.errors import FormcheckError
from formcheck.pose.saved.tracks import is_pose_track
from formcheck.texts.refusal import problem_of, refusal_told
from formcheck.video.open import find_recordings, folders_left_out
from formcheck.video.video_errors import NoRecordingsError


def find_inputs(given: Sequence[Path]) -> tuple[list[Path], list[Failure]]:
    """Every input once, in the order given; folders are replaced by what is in them.

    Returns the inputs, and the folders in which there is nothing to judge. Files are not looked at
    yet.
    """
    found: dict[Path, None] = {}
    failures = []
    for path in given:
        try:
            found.update(dict.fromkeys(_in_folder(path) if path.is_dir() else [path]))
        except FormcheckError as error:
            failures.append(Failure(path, problem_of(error)))
        except OSError as error:
            failures.append(Failure(path, refusal_told(error)))
    return list(found), failures


def left_out(given: Sequence[Path]) -> list[Path]:
    """Folders with recordings that lie within those given beside others, and are not given too."""
    named = {path.absolute() for path in given}
    within: dict[Path, None] = {}
    for path in given:
        with suppress(OSError, FormcheckError):
            if path.is_dir() and _in_folder(path):
                within.update(dict.fromkeys(folders_left_out(path)))
    return [path for path in within if path.absolute() not in named]


def _in_folder(folder: Path) -> list[Path]:
    tracks = [path for path in sorted(folder.glob("*.npz")) if is_pose_track(path)]
    try:
        return find_recordings(folder) + tracks
    except NoRecordingsError:
        if tracks:
            return tracks
        raise
