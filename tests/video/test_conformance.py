"""What every source of frames does, whichever back end stands behind it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import pytest

from formcheck.video.cameras.webcam import Webcam
from formcheck.video.open import open_camera, open_recording
from formcheck.video.source import FrameSource, SourceKind
from tests.mjpeg_server import MjpegServer
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture, write_clip, write_picture
from tests.video.fake_capture import FakeWebcam

Opened = AbstractContextManager[FrameSource]


@contextmanager
def recorded(folder: Path) -> Iterator[FrameSource]:
    with open_recording(write_clip(folder / "clip.mp4", [picture()] * 12)) as source:
        yield source


@contextmanager
def animated(folder: Path) -> Iterator[FrameSource]:
    clip = write_clip(folder / "clip.gif", [picture()] * 12, codec="gif", pixels="rgb8")
    with open_recording(clip) as source:
        yield source


@contextmanager
def still(folder: Path) -> Iterator[FrameSource]:
    with open_recording(write_picture(folder / "photo.jpg")) as source:
        yield source


@contextmanager
def replayed(folder: Path) -> Iterator[FrameSource]:
    with open_camera(str(write_clip(folder / "clip.mp4", [picture()] * 12))) as source:
        yield source


@contextmanager
def streamed(_: Path) -> Iterator[FrameSource]:
    with MjpegServer([picture()] * 4, 0.02) as server, open_camera(server.url) as source:
        yield source


@contextmanager
def webcam(_: Path) -> Iterator[FrameSource]:
    with Webcam(0, open_capture=FakeWebcam().open) as source:
        yield source


BACK_ENDS = {
    recorded: SourceKind.VIDEO,
    animated: SourceKind.VIDEO,
    still: SourceKind.IMAGE,
    replayed: SourceKind.CAMERA,
    streamed: SourceKind.CAMERA,
    webcam: SourceKind.CAMERA,
}


@pytest.fixture(params=BACK_ENDS, ids=lambda back_end: back_end.__name__)
def open_source(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Opened]:
    return lambda: request.param(tmp_path)


@pytest.mark.parametrize(("back_end", "kind"), BACK_ENDS.items(), ids=lambda part: str(part)[:20])
def test_it_says_what_kind_it_is(
    back_end: Callable[[Path], Opened], kind: SourceKind, tmp_path: Path
) -> None:
    with back_end(tmp_path) as source:
        assert source.info.kind is kind
        assert source.info.name


def test_frames_have_the_announced_size_in_three_bytes_a_pixel(
    open_source: Callable[[], Opened],
) -> None:
    with open_source() as source:
        for frame in islice(source, 5):
            assert frame.image.dtype == np.uint8
            assert frame.image.shape == (source.info.height, source.info.width, 3)


def test_frames_are_upright_unmirrored_and_rgb(open_source: Callable[[], Opened]) -> None:
    with open_source() as source:
        frame = next(iter(source))
    assert corners(frame.image) == [RED, GREEN, BLUE, GREY]


def test_times_and_indices_rise_strictly_from_zero(open_source: Callable[[], Opened]) -> None:
    with open_source() as source:
        frames = list(islice(source, 8))
    assert frames[0].time_s >= 0
    assert frames[0].index >= 0
    for before, after in pairwise(frames):
        assert after.time_s > before.time_s
        assert after.index > before.index


def test_iteration_ends_when_the_source_is_closed(open_source: Callable[[], Opened]) -> None:
    with open_source() as source:
        frames = iter(source)
        next(frames)
        source.close()
        assert len(list(islice(frames, 4))) < 4


def test_closing_twice_does_no_harm(open_source: Callable[[], Opened]) -> None:
    with open_source() as source:
        source.close()
        source.close()


def test_no_thread_is_left_behind(open_source: Callable[[], Opened]) -> None:
    before = {thread.name for thread in threading.enumerate()}
    with open_source() as source:
        next(iter(source))
    left = {thread.name for thread in threading.enumerate()} - before
    assert not [name for name in left if name.startswith(("decode", "frames of"))]
