"""Writing MP4: timing, sizes, playability, and what is left after a failure."""

import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.video_errors import VideoWriteError
from formcheck.video.writing.encoder import ENCODERS, TIME_BASE, Encoder
from formcheck.video.writing.video_writer import VideoWriter
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, number_of, numbered, picture

VARIABLE_S = [0.0, 0.033, 0.066, 0.5, 0.516, 2.0]


def write(path: Path, times_s: list[float], width: int = 64, height: int = 48) -> Path:
    with VideoWriter(path, width, height) as writer:
        for number, time_s in enumerate(times_s):
            writer.write(numbered(number, width, height), time_s)
    return path


def read(path: Path) -> list[tuple[float, int]]:
    with RecordedVideo(path) as video:
        return [(frame.time_s, number_of(frame.image)) for frame in video]


def test_each_picture_keeps_its_own_time(tmp_path: Path) -> None:
    found = read(write(tmp_path / "out.mp4", VARIABLE_S))
    assert [number for _, number in found] == list(range(len(VARIABLE_S)))
    assert [time_s for time_s, _ in found] == pytest.approx(VARIABLE_S, abs=1e-4)


def test_the_first_picture_begins_the_file_whatever_its_time(tmp_path: Path) -> None:
    path = write(tmp_path / "out.mp4", [100.0, 100.1, 100.3])
    with RecordedVideo(path) as video:
        assert [frame.time_s for frame in video] == pytest.approx([0, 0.1, 0.3], abs=1e-4)
    with av.open(str(path)) as container:
        assert container.start_time in (None, 0)


@pytest.mark.parametrize("rate", [24, 25, Fraction(30000, 1001), 50, 60])
def test_the_usual_rates_are_kept_without_drift(tmp_path: Path, rate: Fraction) -> None:
    path = write(tmp_path / "out.mp4", [float(i / Fraction(rate)) for i in range(20)])
    with av.open(str(path)) as container:
        stamps = [Fraction(frame.pts or 0) * TIME_BASE for frame in container.decode(video=0)]
        assert container.streams.video[0].time_base == TIME_BASE
    assert {after - before for before, after in pairwise(stamps)} == {1 / Fraction(rate)}


@pytest.mark.parametrize(
    ("width", "height"), [(65, 48), (64, 47), (64, 50), (33, 31), (2, 2), (1, 1)]
)
def test_odd_sizes_gain_an_edge(tmp_path: Path, width: int, height: int) -> None:
    with RecordedVideo(write(tmp_path / "out.mp4", [0, 0.1], width, height)) as video:
        assert video.info.width == width + width % 2
        assert video.info.height == height + height % 2


def test_colours_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    with VideoWriter(path, 64, 48) as writer:
        writer.write(picture(), 0)
    with RecordedVideo(path) as video:
        image = next(iter(video)).image
    assert corners(image) == [RED, GREEN, BLUE, GREY]
    assert np.abs(image[8, 8].astype(int) - RED).max() < 12


def test_browsers_can_play_it_while_it_loads(tmp_path: Path) -> None:
    path = write(tmp_path / "out.mp4", VARIABLE_S)
    data = path.read_bytes()
    assert 0 < data.find(b"moov") < data.find(b"mdat")
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.codec_context.pix_fmt == "yuv420p"


def test_the_picture_may_be_changed_after_it_was_written(tmp_path: Path) -> None:
    image = numbered(0)
    with VideoWriter(tmp_path / "out.mp4", 64, 48) as writer:
        for number in range(6):
            image[:] = 10 * number
            writer.write(image, number / 10)
    assert [number for _, number in read(tmp_path / "out.mp4")] == list(range(6))


def test_the_name_appears_only_when_the_file_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    with VideoWriter(path, 64, 48) as writer:
        writer.write(numbered(1), 0)
        assert not path.exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.mp4"]


def test_after_an_exception_what_was_written_can_be_played(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"

    def fail() -> None:
        with VideoWriter(path, 64, 48) as writer:
            for number in range(5):
                writer.write(numbered(number), number / 10)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [number for _, number in read(path)] == list(range(5))


def test_without_a_picture_there_is_no_file(tmp_path: Path) -> None:
    with VideoWriter(tmp_path / "out.mp4", 64, 48):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stood_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    path.write_text("yesterday's")
    assert len(read(write(path, [0, 0.1]))) == 2


@pytest.mark.parametrize("place", ["none/out.mp4", "file/out.mp4"])
def test_a_folder_that_cannot_be_written_to(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(VideoWriteError, match=r"can't be written .* another folder"):
        VideoWriter(tmp_path / place, 64, 48)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_is_told_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    import resource

    random = np.random.default_rng(0)
    path = tmp_path / "out.mp4"

    def fill() -> None:
        with VideoWriter(path, 320, 240) as writer:
            for number in range(200):
                writer.write(random.integers(0, 255, (240, 320, 3), np.uint8), number / 30)

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(VideoWriteError, match="Make room"):
            fill()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(tmp_path.iterdir()) == []


def test_time_must_rise_and_sizes_must_agree(tmp_path: Path) -> None:
    with VideoWriter(tmp_path / "out.mp4", 64, 48) as writer:
        writer.write(numbered(1), 1.0)
        with pytest.raises(ValueError, match="rise"):
            writer.write(numbered(2), 1.0)
        with pytest.raises(ValueError, match="shape"):
            writer.write(numbered(2, 48, 64), 2.0)
    with pytest.raises(ValueError, match="closed"):
        writer.write(numbered(3), 3.0)


@pytest.mark.parametrize("encoder", ENCODERS, ids=lambda encoder: encoder.name)
def test_every_encoder_that_is_here_keeps_the_times(tmp_path: Path, encoder: Encoder) -> None:
    try:
        writer = VideoWriter(tmp_path / "out.mp4", 64, 48, (encoder,))
    except VideoWriteError:
        pytest.skip(f"{encoder.name} doesn't work here")
    with writer:
        for number, time_s in enumerate(VARIABLE_S):
            writer.write(numbered(number), time_s)
    found = read(tmp_path / "out.mp4")
    assert [time_s for time_s, _ in found] == pytest.approx(VARIABLE_S, abs=1e-4)


def test_an_encoder_that_is_missing_or_broken_is_passed_over(tmp_path: Path) -> None:
    encoders = (Encoder("no-such-encoder"), Encoder("mpeg4", {"profile": "nonsense"}), ENCODERS[-1])
    with VideoWriter(tmp_path / "out.mp4", 64, 48, encoders) as writer:
        assert writer.encoder == "mpeg4"
    with pytest.raises(VideoWriteError, match="No video encoder works here"):
        VideoWriter(tmp_path / "none.mp4", 64, 48, encoders[:1])
