"""Telling recordings, pictures, folders and cameras apart."""

from pathlib import Path

import pytest

from formcheck.video.cameras.simulated_camera import SimulatedCamera
from formcheck.video.open import find_recordings, open_camera, open_recording
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.still_picture import StillPicture
from formcheck.video.video_errors import CameraUnavailableError, NoRecordingsError, RecordingError
from tests.video.clips import picture, write_clip, write_picture


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    video = write_clip(tmp_path / "clip.mp4", [picture()] * 3).rename(tmp_path / "clip.jpg")
    photo = write_picture(tmp_path / "photo.png").rename(tmp_path / "photo.mp4")
    assert isinstance(open_recording(video), RecordedVideo)
    assert isinstance(open_recording(photo), StillPicture)


def test_a_gif_is_a_video_when_it_moves_and_a_picture_when_it_does_not(tmp_path: Path) -> None:
    moving = write_clip(tmp_path / "m.gif", [picture()] * 3, codec="gif", pixels="rgb8")
    still = write_clip(tmp_path / "s.gif", [picture()], codec="gif", pixels="rgb8")
    assert isinstance(open_recording(moving), RecordedVideo)
    assert isinstance(open_recording(still), StillPicture)


def test_a_path_may_be_text_and_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A colon must not make FFmpeg look for a protocol.
    write_clip(tmp_path / "clip.mp4", [picture()] * 3).rename(tmp_path / "12:30.mp4")
    monkeypatch.chdir(tmp_path)
    assert len(list(open_recording("12:30.mp4"))) == 3


def test_a_folder_gives_its_videos_and_pictures_by_name(tmp_path: Path) -> None:
    for name in ("b.MP4", "A.mov", "c.jpg", "notes.txt", ".hidden.mp4", "x.mp4.part", "z.webm"):
        (tmp_path / name).touch()
    (tmp_path / "formcheck-out" / "b").mkdir(parents=True)
    (tmp_path / "formcheck-out" / "b" / "annotated.mp4").touch()
    found = [path.name for path in find_recordings(tmp_path)]
    assert found == ["A.mov", "b.MP4", "c.jpg", "z.webm"]


def test_what_formcheck_wrote_itself_is_left_out(tmp_path: Path) -> None:
    for name in ("annotated.mp4", "result.json", "clip.mp4"):
        (tmp_path / name).touch()
    assert [path.name for path in find_recordings(tmp_path)] == ["clip.mp4"]


def test_a_users_own_annotated_video_counts(tmp_path: Path) -> None:
    (tmp_path / "annotated.mp4").touch()
    assert len(find_recordings(tmp_path)) == 1


def test_a_folder_without_recordings_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(NoRecordingsError, match="holds no video"):
        find_recordings(tmp_path)


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="can't be read as a folder"):
        find_recordings(tmp_path / "none")


def test_a_file_can_stand_in_for_a_camera(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", [picture()] * 3)
    with open_camera(str(clip)) as camera:
        assert isinstance(camera, SimulatedCamera)


def test_a_camera_of_an_unknown_name_is_an_error_that_tells_the_choices(tmp_path: Path) -> None:
    with pytest.raises(CameraUnavailableError, match=r"number .* address, or a video file"):
        open_camera(str(tmp_path / "camera"))
