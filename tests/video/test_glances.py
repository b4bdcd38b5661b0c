"""A few pictures from all over a recording are had without decoding the whole of it."""

from pathlib import Path

import pytest

from formcheck.video.recordings.glances import GlanceSettings, glances
from formcheck.video.video_errors import RecordingError
from tests.video.clips import number_of, numbered, write_clip

FEW = GlanceSettings(pictures=4, fewest=3, decoded=40)


def numbers(path: Path) -> list[int]:
    return [number_of(image) for image in glances(path, FEW)]


def clip(path: Path, frames: int) -> Path:
    """Numbers rise from 0 to 23 over the clip."""
    return write_clip(path, [numbered(24 * number // frames) for number in range(frames)])


def test_they_come_from_all_over_a_recording_in_the_order_of_time(tmp_path: Path) -> None:
    seen = numbers(clip(tmp_path / "clip.mp4", 24))
    assert len(seen) == FEW.pictures
    assert seen == sorted(set(seen))
    assert seen[0] < 6
    assert seen[-1] >= 18


def test_of_a_long_one_without_places_to_begin_at_only_the_beginning_is_decoded(
    tmp_path: Path,
) -> None:
    seen = numbers(clip(tmp_path / "clip.mp4", 200))
    assert len(seen) == FEW.pictures
    assert max(seen) <= 24 * FEW.decoded // 200


def test_a_single_picture_is_one_glance(tmp_path: Path) -> None:
    assert numbers(clip(tmp_path / "clip.mp4", 1)) == [0]


def test_a_file_that_is_none_is_told_as_ever(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"no video at all")
    with pytest.raises(RecordingError):
        glances(tmp_path / "clip.mp4")
