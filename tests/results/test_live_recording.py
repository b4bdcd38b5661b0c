"""A live session keeps the same files as a recording that is analysed."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.pose.pose import Pose
from formcheck.results.files.background_writer import BackgroundSettings
from formcheck.results.files.folder import remove_unfinished
from formcheck.results.files.held_folder import HeldFolder
from formcheck.results.interrupted_recording import recover_recordings
from formcheck.results.live_recording import LiveRecording
from formcheck.results.result_document import ResultDocument
from formcheck.texts.message import Message, message
from formcheck.texts.texts import load_texts
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.source import SourceInfo, SourceKind
from tests.cli.running import environment
from tests.results import sessions

CAMERA = SourceInfo(SourceKind.CAMERA, "camera 0", 640, 480, None, None, 0, 30.0)
MORNING = datetime(2026, 3, 1, 8, 30, 5)


PATIENT = BackgroundSettings(pictures_waiting=1000)
"""The test's frames come all at once, faster than any camera's."""


def by_id(name: str) -> Exercise | None:
    """The one exercise that there is."""
    return sessions.exercise() if name == sessions.exercise().id else None


def let_go(folder: HeldFolder) -> None:
    """As the end of its process does."""
    assert folder._file is not None
    folder._file.close()


def recorded(
    out: Path,
    poses: Sequence[Pose],
    *warnings: Message,
    waiting: BackgroundSettings = PATIENT,
) -> tuple[Path, ResultDocument]:
    """The folder of a session, and its result."""
    recording = LiveRecording(out, sessions.exercise(), CAMERA, "full", MORNING, waiting)
    checker = FormChecker(sessions.exercise())
    for frame, pose in zip(sessions.frames(poses), poses, strict=True):
        recording.write(frame, pose, checker.update(pose))
    folder = recording.finish(checker.finish(), warnings)
    assert folder is not None
    document = ResultDocument.model_validate_json((folder / "result.json").read_text("utf-8"))
    return folder, document


def test_the_session_is_there_when_it_is_over(tmp_path: Path) -> None:
    lost = message("live.begun_before")
    folder, document = recorded(tmp_path, sessions.push_ups(1), lost)
    assert folder == tmp_path / "push-up-2026-03-01-083005"
    written = {path.name for path in folder.iterdir()}
    assert {"annotated.mp4", "poses.npz", "result.json", "report.html"} <= written
    assert document.input.path == "camera 0"
    assert document.summary.reps == 1
    assert document.warning_ids == (lost.id,)


def test_a_clock_that_is_put_back_costs_no_earlier_recording(tmp_path: Path) -> None:
    first, _ = recorded(tmp_path, sessions.push_ups(1))
    second, _ = recorded(tmp_path, sessions.push_ups(2))
    assert first != second
    assert (first / "result.json").exists()


@pytest.mark.parametrize("ending", ["discarded", "empty"])
def test_a_session_without_a_frame_leaves_nothing(tmp_path: Path, ending: str) -> None:
    out = tmp_path / "out"
    recording = LiveRecording(out, sessions.exercise(), CAMERA, "full", MORNING)
    if ending == "discarded":
        recording.discard()
    else:
        checker = FormChecker(sessions.exercise())
        assert recording.finish(checker.finish(), ()) is None
    assert not out.exists()


def test_a_tilted_camera_is_told_of_in_the_result(tmp_path: Path) -> None:
    poses = [replace(pose, roll=8.3) for pose in sessions.push_ups(1)]
    _, document = recorded(tmp_path, poses)
    assert document.warnings[0].startswith("The camera is tilted by about 8 degrees.")


def test_how_many_people_were_seen_is_told_in_the_result(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    poses[20] = replace(poses[20], others=2)
    _, document = recorded(tmp_path, poses)
    assert document.input.people == 3


def test_a_busy_computer_is_told_of_in_the_result(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    busy = BackgroundSettings(pictures_waiting=0)
    folder, document = recorded(tmp_path, poses, waiting=busy)
    assert document.summary.reps == 1
    assert f"of {len(poses)} pictures are missing" in document.warnings[0]
    assert not (folder / "annotated.mp4").exists()


def test_a_full_disk_is_told_and_its_space_is_given_back(small_disk: Path) -> None:
    recording = LiveRecording(small_disk, sessions.exercise(), CAMERA, "full", MORNING)
    checker = FormChecker(sessions.exercise())
    poses = sessions.push_ups(4)
    noise = np.random.default_rng(0)

    def fill() -> None:
        for frame, pose in zip(sessions.frames(poses), poses, strict=True):
            image = noise.integers(0, 256, frame.image.shape, np.uint8)
            recording.write(replace(frame, image=image), pose, checker.update(pose))
        recording.finish(checker.finish(), ())

    with pytest.raises((FormcheckError, OSError), match=r"(?i)no space left"):
        fill()
    recording.discard()

    assert [path.name for path in small_disk.rglob("*")] == []


KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from formcheck.form.checker import FormChecker
from formcheck.results.files.folder import remove_unfinished
from formcheck.results.files.held_folder import HeldFolder
from formcheck.results.interrupted_recording import recover_recordings
from formcheck.results.live_recording import LiveRecording
from tests.results import sessions
from tests.results.test_live_recording import CAMERA, PATIENT, recorded

out = Path(sys.argv[1])
recorded(out, sessions.push_ups(1))
later = datetime(2026, 3, 1, 8, 40)
second = LiveRecording(out, sessions.exercise(), CAMERA, "full", later, PATIENT)
checker = FormChecker(sessions.exercise())
poses = sessions.push_ups(3)
for frame, pose in zip(sessions.frames(poses), poses, strict=True):
    second.write(frame, pose, checker.update(pose))
second._background.close()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise on Windows")
def test_of_a_set_that_is_killed_what_was_recorded_is_judged_by_the_next_session(
    tmp_path: Path,
) -> None:
    out = tmp_path / "kept"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(out)], env=environment(), check=False
    )
    assert killed.returncode == -signal.SIGKILL
    remove_unfinished(out)
    assert len(list(out.iterdir())) == 2

    (folder,) = recover_recordings(out, by_id, load_texts())

    assert folder == out / "push-up-2026-03-01-084000"
    document = ResultDocument.model_validate_json((folder / "result.json").read_text("utf-8"))
    # At most the last second is lost.
    assert document.summary.reps in (2, 3)
    assert "result.ended_from_outside" in document.warning_ids
    written = {path.name for path in folder.iterdir()}
    assert {"poses.npz", "reps.csv", "measures.csv", "report.html"} <= written
    assert "annotated.mp4" not in written
    (before,) = (one for one in out.iterdir() if one != folder)
    assert before.name == "push-up-2026-03-01-083005"
    with RecordedVideo(before / "annotated.mp4") as video:
        assert sum(1 for _ in video) > 0
    assert recover_recordings(out, by_id, load_texts()) == ()


@pytest.mark.parametrize(
    "left",
    [
        *("{}", "[]", "no json", '{"exercise": "gone"}', '{"exercise": 7, "width": "x"}'),
        *('{"width": 1e999}', "[" * 5000),
    ],
)
def test_what_can_t_be_made_anything_of_is_taken_away(tmp_path: Path, left: str) -> None:
    staging = HeldFolder(tmp_path, ".push-up.", ".part")
    (staging.path / "under-way.json").write_text(left, "utf-8")
    let_go(staging)
    assert recover_recordings(tmp_path, by_id, load_texts()) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_recording_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    recording = LiveRecording(tmp_path, sessions.exercise(), CAMERA, "full", MORNING)
    assert recover_recordings(tmp_path, by_id, load_texts()) == ()
    assert len(list(tmp_path.iterdir())) == 1
    recording.discard()
