"""A part of a recording is read by itself as it is in the whole; parts of a video are joined."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from formcheck.video.recordings.picture_index import PictureIndex, picture_index
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.video_errors import StretchUnreadableError
from formcheck.video.writing.joined_video import join_videos
from formcheck.video.writing.video_writer import VideoWriter
from tests.video.clips import numbered, remuxed, write_clip

UNEVEN_MS = [33 * i + (7 if i % 3 else 0) for i in range(24)]


@pytest.fixture(scope="module", params=["mp4", "mkv", "avi"])
def clip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """24 pictures with a key every 8 and pictures that lean on later ones in between."""
    path = tmp_path_factory.mktemp("stretch") / f"clip.{request.param}"
    codec = "mpeg4" if request.param == "avi" else "libx264"
    times = [40 * i for i in range(24)] if request.param == "avi" else UNEVEN_MS
    options = {"g": "8"} if codec == "mpeg4" else {"x264-params": "keyint=8:bframes=2"}
    images = [numbered(number) for number in range(24)]
    return write_clip(path, images, times, codec=codec, options=options, rate=25)


def index_of(path: Path) -> PictureIndex:
    index = picture_index(path)
    assert index is not None
    return index


@pytest.mark.parametrize(("begin", "end"), [(0, 24), (3, 11), (8, 9), (15, 24)])
def test_a_stretch_is_what_the_whole_has_there(clip: Path, begin: int, end: int) -> None:
    index = index_of(clip)
    with RecordedVideo(clip) as recording:
        whole = list(recording)[begin:end]
        stretch = list(recording.stretch(index.stretch(begin, end)))
    assert [frame.index for frame in stretch] == [frame.index for frame in whole]
    assert [frame.time_s for frame in stretch] == [frame.time_s for frame in whole]
    for one, other in zip(stretch, whole, strict=True):
        assert np.array_equal(one.image, other.image)


def test_no_more_is_decoded_than_from_the_key_before(clip: Path) -> None:
    index = index_of(clip)
    assert index.stamps[8] <= index.stretch(10, 12).key_stamp <= index.stamps[10]


def test_a_thinned_stretch_is_what_the_thinned_whole_has_there(clip: Path) -> None:
    with RecordedVideo(clip, apart_s=0.07) as recording:
        whole = list(recording)
        index = recording.index()
        assert index is not None
        assert len(index) == len(whole) < 24
        stretch = list(recording.stretch(index.stretch(2, len(index))))
    assert [frame.index for frame in stretch] == [frame.index for frame in whole[2:]]
    assert [frame.time_s for frame in stretch] == [frame.time_s for frame in whole[2:]]
    for one, other in zip(stretch, whole[2:], strict=True):
        assert np.array_equal(one.image, other.image)


def test_stamps_that_must_be_mended_are_not_relied_on(tmp_path: Path) -> None:
    images = [numbered(number) for number in range(6)]
    good = write_clip(tmp_path / "good.mp4", images, options={"bf": "0"})
    repeated = remuxed(good, tmp_path / "repeated.mkv", lambda number: 30 * (number // 2))
    assert picture_index(good) is not None
    assert picture_index(repeated) is None


def test_what_comes_otherwise_than_was_said_is_an_error(clip: Path) -> None:
    index = index_of(clip)
    wrong = replace(index, stamps=index.stamps + 1)
    with RecordedVideo(clip) as recording, pytest.raises(StretchUnreadableError):
        list(recording.stretch(wrong.stretch(3, 6)))


def test_joined_videos_show_every_picture_at_its_time(tmp_path: Path) -> None:
    times_s = [0.0, 0.04, 0.1, 0.13, 0.2, 0.24, 0.28]
    parts = []
    for number, (begin, end) in enumerate([(0, 3), (3, 4), (4, 7)]):
        path = tmp_path / f"part-{number}.mp4"
        with VideoWriter(path, 64, 48) as writer:
            for place in range(begin, end):
                writer.write(numbered(3 * place), times_s[place])
        parts.append((path, times_s[begin]))
    join_videos(parts, tmp_path / "joined.mp4")
    frames = list(RecordedVideo(tmp_path / "joined.mp4"))
    assert [round(frame.time_s, 3) for frame in frames] == times_s
    levels = [float(frame.image.mean()) for frame in frames]
    assert levels == sorted(levels)
    with av.open(str(tmp_path / "joined.mp4")) as container:
        assert container.streams.video[0].frames == 7


def test_nothing_joined_is_no_file(tmp_path: Path) -> None:
    join_videos([], tmp_path / "joined.mp4")
    assert not (tmp_path / "joined.mp4").exists()
