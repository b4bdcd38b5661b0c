"""What lacks memory says so, and isn't taken for a damaged recording or an empty room."""

import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

import formcheck
from formcheck import enough_memory
from formcheck.closeable import Closeable
from formcheck.enough_memory import check_memory
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.landmark_set import BODY
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording
from formcheck.video.video_errors import NoPicturesError
from tests.results import sessions
from tests.video.clips import picture, write_clip


@pytest.fixture
def no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: int) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(enough_memory, "mmap", SimpleNamespace(mmap=refuse))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A recording in which no picture can be decoded."""
    path = write_clip(
        tmp_path / "cut.mp4", [picture()] * 30, container_options={"movflags": "+faststart"}
    )
    data = path.read_bytes()
    path.write_bytes(data[: data.find(b"mdat") + 40])
    return path


class FindsNobody(Closeable):
    """A pose model in front of an empty room."""

    model = "empty room"
    landmark_set = BODY
    calibration = FULL

    def open_tracker(self, *, silhouette: bool = False) -> "FindsNobody":
        del silhouette
        return self

    open_detector = open_tracker

    def open_people_detector(self) -> "FindsNobody":
        return self

    def estimate(self, frame: Frame) -> Pose:
        return Pose.missing(frame.time_s, frame.width, frame.height)

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        del frame
        return ()

    def close(self) -> None:
        """There is nothing to free."""


def nobody(tmp_path: Path) -> formcheck.Analysis:
    """The analysis of a recording in which the model finds nobody."""
    clip = sessions.clip(tmp_path / "clip.mp4", sessions.push_ups(1))
    return formcheck.analyse(clip, "push-up", model=FindsNobody())


def test_there_is_enough_here_and_never_as_much_as_all() -> None:
    check_memory()
    with pytest.raises(MemoryError):
        check_memory(2**62)


def test_without_pictures_a_recording_is_damaged(broken: Path) -> None:
    with pytest.raises(NoPicturesError):
        open_recording(broken)


@pytest.mark.usefixtures("no_memory")
def test_without_memory_nobody_knows_whether_it_is(broken: Path) -> None:
    with pytest.raises(MemoryError):
        open_recording(broken)


def test_where_nobody_is_found_that_is_what_is_told(tmp_path: Path) -> None:
    assert nobody(tmp_path).document.pose.frames_with_pose == 0


@pytest.mark.usefixtures("no_memory")
def test_without_memory_nobody_knows_whether_anybody_was_there(tmp_path: Path) -> None:
    with pytest.raises(MemoryError):
        nobody(tmp_path)
