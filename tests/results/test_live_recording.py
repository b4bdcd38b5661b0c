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
from formcheck.form.checker import FormChecker
from formcheck.pose.pose import Pose
from formcheck.results.background_writer import BackgroundSettings
from formcheck.results.live_recording import LiveRecording
from formcheck.results.result_document import ResultDocument
from formcheck.texts.message import Message, message
from formcheck.video.recorded import RecordedVideo
from formcheck.video.source import SourceInfo, SourceKind
from tests.cli.running import environment
from tests.results import sessions

CAMERA = SourceInfo(SourceKind.CAMERA, "camera 0", 640, 480, None, None, 0, 30.0)
MORNING = datetime(2026, 3, 1, 8, 30, 5)


PATIENT = BackgroundSettings(pictures_waiting=1000)
"""The test's frames come all at once, faster than any camera's."""


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
from formcheck.results.live_recording import LiveRecording
from tests.results import sessions
from tests.results.test_live_recording import CAMERA, MORNING, recorded

out = Path(sys.argv[1])
recorded(out, sessions.push_ups(1))
second = LiveRecording(out, sessions.exercise(), CAMERA, "full", datetime(2026, 3, 1, 8, 40))
checker = FormChecker(sessions.exercise())
poses = sessions.push_ups(1)
for frame, pose in zip(sessions.frames(poses), poses, strict=True):
    second.write(frame, pose, checker.update(pose))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise on Windows")
def test_a_kill_costs_the_set_under_way_and_leaves_those_before_whole(tmp_path: Path) -> None:
    out = tmp_path / "kept"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(out)], env=environment(), check=False
    )
    assert killed.returncode == -signal.SIGKILL
    before = {one.name for one in out.iterdir()}
    assert "push-up-2026-03-01-083005" in before
    assert len(before) == 2

    later = MORNING.replace(hour=9)
    LiveRecording(out, sessions.exercise(), CAMERA, "full", later).discard()

    assert [one.name for one in out.iterdir()] == ["push-up-2026-03-01-083005"]
    (whole,) = out.iterdir()
    document = ResultDocument.model_validate_json((whole / "result.json").read_text("utf-8"))
    assert document.summary.reps == 1
    with RecordedVideo(whole / "annotated.mp4") as video:
        assert sum(1 for _ in video) == document.input.frames
