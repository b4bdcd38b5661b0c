"""Processes are begun early only where there is work for several."""

from pathlib import Path

import pytest

from formcheck.cli.process import early_workers
from formcheck.video.recordings.decoding import open_file
from formcheck.video.video_errors import PictureTooLargeError
from tests.video.clips import picture, write_clip, write_picture


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """As many as there were beginnings."""
    beginnings: list[bool] = []
    monkeypatch.setattr(early_workers, "expect_workers", lambda: beginnings.append(True))
    return beginnings


def lasting(path: Path, seconds: float) -> Path:
    return write_clip(path, [picture()] * 3, [0, round(500 * seconds), round(1000 * seconds)])


def test_for_a_long_recording_they_are(begun: list[bool], tmp_path: Path) -> None:
    early_workers.begin_workers([lasting(tmp_path / "long.mp4", 30)], 2)
    assert begun


def test_for_many_inputs_they_are(begun: list[bool], tmp_path: Path) -> None:
    early_workers.begin_workers([tmp_path / "one.mp4", tmp_path / "two.mp4"], 2)
    assert begun


def test_for_what_one_does_alone_they_are_not(begun: list[bool], tmp_path: Path) -> None:
    early_workers.begin_workers([lasting(tmp_path / "short.mp4", 5)], 2)
    early_workers.begin_workers([lasting(tmp_path / "long.mp4", 30)], 1)
    early_workers.begin_workers([tmp_path / "poses.npz"], 2)
    early_workers.begin_workers([tmp_path / "missing.mp4"], 2)
    assert not begun


def test_a_picture_that_no_memory_holds_is_not_read_for_it(
    begun: list[bool], tmp_path: Path
) -> None:
    path = write_picture(tmp_path / "huge.png")
    with path.open("ab") as file:
        file.truncate(1 << 33)
    early_workers.begin_workers([path], 2)
    with pytest.raises(PictureTooLargeError):
        open_file(path)
    assert not begun
