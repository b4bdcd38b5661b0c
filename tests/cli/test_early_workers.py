"""Processes are begun early only where there is work for several."""

import subprocess
import sys
from pathlib import Path

import pytest

from formcheck.analysis.workers.worker_start import Loaded
from formcheck.cli.process import early_workers
from formcheck.video.recordings.decoding import open_file
from formcheck.video.video_errors import PictureTooLargeError
from tests.cli.running import environment
from tests.patience import PATIENCE_S
from tests.video.clips import picture, write_clip, write_picture


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Loaded]:
    """What was expected at each beginning."""
    beginnings: list[Loaded] = []
    monkeypatch.setattr(early_workers, "expect_workers", beginnings.append)
    return beginnings


def lasting(path: Path, seconds: float) -> Path:
    return write_clip(path, [picture()] * 3, [0, round(500 * seconds), round(1000 * seconds)])


def test_for_a_long_recording_they_load_no_more_than_its_parts_take(
    begun: list[Loaded], tmp_path: Path
) -> None:
    film = lasting(tmp_path / "long.mp4", 30)
    early_workers.begin_workers([film], 2, video=False)
    early_workers.begin_workers([film], 2, video=True)
    assert begun == [Loaded.POSES, Loaded.FILMS]


def test_for_many_inputs_they_load_all(begun: list[Loaded], tmp_path: Path) -> None:
    early_workers.begin_workers([tmp_path / "one.mp4", tmp_path / "two.mp4"], 2, video=False)
    early_workers.begin_workers([tmp_path], 2, video=False)
    assert begun == [Loaded.INPUTS, Loaded.INPUTS]


WHAT_IS_LOADED = """
import sys
from importlib import import_module
from formcheck.analysis.workers.worker_start import Loaded

import_module(Loaded.{which})
print(*sys.modules)
"""


@pytest.mark.parametrize(("which", "exercises"), [("POSES", False), ("INPUTS", True)])
def test_exercises_are_loaded_where_they_are_judged(which: str, exercises: bool) -> None:
    """They take a tenth of a second, for which poses would wait."""
    script = WHAT_IS_LOADED.format(which=which)
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    loaded = ran.stdout.split()
    assert "mediapipe" in loaded
    assert ("formcheck.exercises.exercise" in loaded) is exercises


def test_for_what_one_does_alone_they_are_not(begun: list[Loaded], tmp_path: Path) -> None:
    early_workers.begin_workers([lasting(tmp_path / "short.mp4", 5)], 2, video=True)
    early_workers.begin_workers([lasting(tmp_path / "long.mp4", 30)], 1, video=True)
    early_workers.begin_workers([tmp_path / "poses.npz"], 2, video=True)
    early_workers.begin_workers([tmp_path / "missing.mp4"], 2, video=True)
    assert not begun


def test_a_picture_that_no_memory_holds_is_not_read_for_it(
    begun: list[Loaded], tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "huge.png")
    with path.open("ab") as file:
        file.truncate(1 << 33)
    early_workers.begin_workers([path], 2, video=True)
    with pytest.raises(PictureTooLargeError):
        open_file(path)
    assert not begun
