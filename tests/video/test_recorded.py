"""Recorded video: presentation times, rotation, codecs, damage, decoding ahead."""

import threading
from fractions import Fraction
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import pytest

from formcheck.video.recordings.recorded import RecordedVideo
from tests.texts.english import told
from tests.video.clips import (
    BLUE,
    GREEN,
    GREY,
    RED,
    corners,
    number_of,
    numbered,
    picture,
    write_clip,
)

REAL_CLIPS = sorted((Path(__file__).parents[3] / "shared" / "real").glob("*/*.mp4"))

# A phone in the dark: the shutter stays open longer, then a pause, then as fast as it can.
VARIABLE_MS = [0, 33, 66, 133, 233, 333, 1333, 1350, 1366, 1383]


def times(path: Path) -> list[float]:
    with RecordedVideo(path) as video:
        return [frame.time_s for frame in video]


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov"])
def test_variable_rate_keeps_each_frames_own_time(tmp_path: Path, suffix: str) -> None:
    images = [numbered(i) for i in range(len(VARIABLE_MS))]
    clip = write_clip(tmp_path / f"phone{suffix}", images, VARIABLE_MS)
    assert times(clip) == pytest.approx([ms / 1000 for ms in VARIABLE_MS], abs=1e-4)


def test_time_counts_from_the_first_frame(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "late.mkv", [picture()] * 3, [5000, 5040, 5100])
    assert times(clip) == pytest.approx([0, 0.04, 0.1], abs=1e-6)


def test_a_raw_stream_without_times_gets_its_usual_rate(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "raw.h264", [picture()] * 4)
    rate = RecordedVideo(clip).info.frames_per_second
    assert rate is not None
    assert times(clip) == pytest.approx([i / rate for i in range(4)])


def test_bad_presentation_times_in_avi_are_mended(tmp_path: Path) -> None:
    # H.264 with B-frames in AVI: FFmpeg reads presentation stamps 1, 4, 3, 5, 2, …
    images = [numbered(i) for i in range(20)]
    clip = write_clip(tmp_path / "b.avi", images, codec="libx264", options={"bf": "3", "g": "20"})
    found = times(clip)
    assert len(found) == 20
    assert all(after > before for before, after in pairwise(found))


def test_frames_come_in_display_order_though_stored_in_another(tmp_path: Path) -> None:
    images = [numbered(i) for i in range(20)]
    clip = write_clip(tmp_path / "b.mp4", images, options={"bf": "3"})
    with RecordedVideo(clip) as video:
        assert [number_of(frame.image) for frame in video] == list(range(20))


@pytest.mark.parametrize(
    ("name", "codec", "pixels"),
    [
        ("h264.mp4", "libx264", "yuv420p"),
        ("h264-full-chroma.mp4", "libx264", "yuv444p"),
        ("hevc.mp4", "libx265", "yuv420p"),
        ("ten-bit.mp4", "libx265", "yuv420p10le"),
        ("vp9.webm", "libvpx-vp9", "yuv420p"),
        ("alpha.webm", "libvpx-vp9", "yuva420p"),
        ("motion-jpeg.avi", "mjpeg", "yuvj420p"),
        ("screen.mov", "qtrle", "rgb24"),
        ("animated.gif", "gif", "rgb8"),
        ("lossless.mkv", "ffv1", "yuv420p"),
        ("old.avi", "mpeg4", "yuv420p"),
    ],
)
def test_the_usual_codecs(tmp_path: Path, name: str, codec: str, pixels: str) -> None:
    quiet = {"x265-params": "log-level=none"} if codec == "libx265" else {}
    clip = write_clip(tmp_path / name, [picture()] * 6, codec=codec, pixels=pixels, options=quiet)
    with RecordedVideo(clip) as video:
        frames = list(video)
    assert len(frames) == 6
    assert corners(frames[-1].image) == [RED, GREEN, BLUE, GREY]
    assert video.warnings == ()


def test_an_odd_size_stays_as_it_is(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "odd.mkv", [picture(67, 45)] * 3, codec="ffv1")
    with RecordedVideo(clip) as video:
        assert next(iter(video)).image.shape == (45, 67, 3)


@pytest.mark.parametrize(
    ("counter_clockwise", "clockwise", "upright"),
    [
        (0, 0, [RED, GREEN, BLUE, GREY]),
        (-90, 90, [BLUE, RED, GREY, GREEN]),
        (180, 180, [GREY, BLUE, GREEN, RED]),
        (90, 270, [GREEN, GREY, RED, BLUE]),
    ],
)
def test_rotation_metadata_is_applied(
    tmp_path: Path, counter_clockwise: int, clockwise: int, upright: list[tuple[int, int, int]]
) -> None:
    clip = write_clip(tmp_path / "phone.mp4", [picture()] * 3, rotation=counter_clockwise)
    with RecordedVideo(clip) as video:
        frame = next(iter(video))
        assert video.info.rotation == clockwise
    assert corners(frame.image) == upright
    expected = (48, 64) if clockwise in (0, 180) else (64, 48)
    assert frame.image.shape[:2] == (video.info.height, video.info.width) == expected


def test_a_mirroring_display_matrix_is_applied(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "selfie.mp4", [picture()] * 3, rotation=0, mirrored=True)
    with RecordedVideo(clip) as video:
        assert corners(next(iter(video)).image) == [GREEN, RED, GREY, BLUE]


def test_the_rotate_tag_of_older_files_is_applied(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "old.mkv", [picture()] * 3, metadata={"rotate": "90"})
    with RecordedVideo(clip) as video:
        assert video.info.rotation == 90
        assert corners(next(iter(video)).image) == [BLUE, RED, GREY, GREEN]


def test_pixels_become_square(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "dv.mp4", [picture(60, 48)] * 3, pixel_aspect=Fraction(4, 3))
    with RecordedVideo(clip) as video:
        assert (video.info.width, video.info.height) == (80, 48)
        assert next(iter(video)).image.shape == (48, 80, 3)


def test_large_pictures_can_be_scaled_down(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "large.mp4", [picture(640, 360)] * 3, rotation=90)
    with RecordedVideo(clip, longest_side=320) as video:
        frame = next(iter(video))
    assert (video.info.width, video.info.height) == (180, 320)
    assert frame.image.shape == (320, 180, 3)
    assert corners(frame.image) == [GREEN, GREY, RED, BLUE]


def test_scaling_never_enlarges(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "small.mp4", [picture()] * 3)
    assert RecordedVideo(clip, longest_side=1000).info.width == 64


def test_a_change_of_size_on_the_way_is_fitted_in(tmp_path: Path) -> None:
    # As video calls do when the network gets worse. MPEG transport streams may be joined freely.
    wide = write_clip(tmp_path / "a.ts", [picture(128, 96)] * 6)
    narrow = write_clip(tmp_path / "b.ts", [picture(64, 96)] * 6)
    both = tmp_path / "both.ts"
    both.write_bytes(wide.read_bytes() + narrow.read_bytes())
    with RecordedVideo(both) as video:
        frames = list(video)
    assert {frame.image.shape for frame in frames} == {(96, 128, 3)}
    last = frames[-1].image
    assert last[:, :30].max() < 20
    assert corners(last[:, 32:96]) == [RED, GREEN, BLUE, GREY]
    assert all(a.time_s < b.time_s for a, b in pairwise(frames))


def test_each_pass_starts_at_the_first_frame(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", [numbered(i) for i in range(10)])
    with RecordedVideo(clip) as video:
        first = [number_of(frame.image) for frame in islice(video, 3)]
        again = [number_of(frame.image) for frame in video]
    assert first == [0, 1, 2]
    assert again == list(range(10))


def test_leaving_in_the_middle_ends_the_thread(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "left.mp4", [picture()] * 200)
    for frame in RecordedVideo(clip):
        if frame.index == 3:
            break
    assert not [thread for thread in threading.enumerate() if "left.mp4" in thread.name]


def test_a_closed_video_is_not_read_again(tmp_path: Path) -> None:
    video = RecordedVideo(write_clip(tmp_path / "clip.mp4", [picture()] * 3))
    video.close()
    with pytest.raises(ValueError, match="closed"):
        next(iter(video))


def noise(number: int) -> list[np.ndarray]:
    random = np.random.default_rng(0)
    return [random.integers(0, 255, (96, 128, 3), np.uint8) for _ in range(number)]


def test_a_file_that_breaks_off_gives_what_there_is_and_says_so(tmp_path: Path) -> None:
    clip = write_clip(
        tmp_path / "copied.mp4",
        noise(60),
        [100 * i for i in range(60)],
        container_options={"movflags": "+faststart"},
        options={"g": "10"},
    )
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    with RecordedVideo(clip) as video:
        frames = list(video)
    assert 10 < len(frames) < 50
    assert len(video.warnings) == 1
    assert "breaks off at" in told(video.warnings)[0]
    assert f"of {video.info.duration_s:.1f} s" in told(video.warnings)[0]


def test_damage_in_the_middle_is_passed_over_and_told(tmp_path: Path) -> None:
    clip = write_clip(
        tmp_path / "scratched.mp4",
        noise(60),
        container_options={"movflags": "+faststart"},
        options={"g": "10", "bf": "0"},
    )
    data = bytearray(clip.read_bytes())
    middle, damaged = len(data) // 2, len(data) // 10
    data[middle : middle + damaged] = bytes(damaged)
    clip.write_bytes(data)
    with RecordedVideo(clip) as video:
        frames = list(video)
    assert frames[-1].time_s == pytest.approx(59 * 0.03, abs=0.1)
    assert len(frames) < 60
    assert any("is damaged in" in warning for warning in told(video.warnings))


def test_a_whole_file_brings_no_warning_even_if_sound_goes_on(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "whole.mp4", [picture()] * 60)
    with RecordedVideo(clip) as video:
        list(video)
        assert video.warnings == ()


@pytest.mark.skipif(not REAL_CLIPS, reason="no real clips beside the repository")
@pytest.mark.parametrize("path", REAL_CLIPS, ids=lambda path: path.stem[-24:])
def test_real_clips_are_read_to_the_end(path: Path) -> None:
    with RecordedVideo(path, longest_side=320) as video:
        frames = list(video)
    assert len(frames) == video.info.frame_count
    assert video.info.duration_s is not None
    assert 0 < video.info.duration_s - frames[-1].time_s < 0.3
    assert video.warnings == ()
