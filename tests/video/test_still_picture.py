"""Still pictures: formats, EXIF orientation, depth and colours, damage."""

import base64
import struct
import zlib
from contextlib import suppress
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import PIL.ExifTags
import PIL.Image
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formcheck.video.picture_header import read_header
from formcheck.video.size import SizeSettings, check_pixels
from formcheck.video.source import SourceKind
from formcheck.video.still_picture import StillPicture
from formcheck.video.video_errors import PictureTooLargeError, RecordingError, UnknownFormatError
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture, write_picture

# 16 × 16, red, in cyan, magenta, yellow and black, as printers' software saves photographs.
CMYK_JPEG = base64.b64decode(
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3"
    "OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
    "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
    "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
    "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
    "QwBNAFkASwAAPwDrq46uOr0Ciiiiiiiiiiiiv//Z"
)


def image_of(path: Path) -> np.ndarray:
    with StillPicture(path) as still:
        (frame,) = list(still)
    assert frame.time_s == 0
    return frame.image


def exif(orientation: int, order: str = ">") -> bytes:
    """A TIFF header and a directory of one entry: the orientation."""
    mark = b"MM" if order == ">" else b"II"
    head = mark + struct.pack(order + "HI", 42, 8)
    return head + struct.pack(order + "HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)


def with_exif(jpeg: bytes, block: bytes) -> bytes:
    segment = b"Exif\0\0" + block
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".tiff"])
def test_the_usual_formats(tmp_path: Path, suffix: str) -> None:
    path = write_picture(tmp_path / f"photo{suffix}")
    with StillPicture(path) as still:
        assert still.info.kind is SourceKind.IMAGE
        assert (still.info.width, still.info.height) == (64, 48)
        assert still.info.frame_count == 1
    assert corners(image_of(path)) == [RED, GREEN, BLUE, GREY]


def test_a_name_in_any_script_can_be_read(tmp_path: Path) -> None:
    assert image_of(write_picture(tmp_path / "Rücken 背中 😀.png")).shape == (48, 64, 3)


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize(
    ("orientation", "rotation", "upright"),
    [
        (1, 0, [RED, GREEN, BLUE, GREY]),
        (2, 0, [GREEN, RED, GREY, BLUE]),
        (3, 180, [GREY, BLUE, GREEN, RED]),
        (4, 180, [BLUE, GREY, RED, GREEN]),
        (5, 270, [RED, BLUE, GREEN, GREY]),
        (6, 90, [BLUE, RED, GREY, GREEN]),
        (7, 90, [GREY, GREEN, BLUE, RED]),
        (8, 270, [GREEN, GREY, RED, BLUE]),
    ],
)
def test_exif_orientation_is_applied_and_told(
    tmp_path: Path, orientation: int, rotation: int, upright: list[object], order: str
) -> None:
    path = write_picture(tmp_path / "phone.jpg")
    path.write_bytes(with_exif(path.read_bytes(), exif(orientation, order)))
    assert corners(image_of(path)) == upright
    assert StillPicture(path).info.rotation == rotation


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tiff", ".avif"])
def test_orientation_is_applied_whatever_the_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"phone{suffix}"
    block = PIL.Image.Exif()
    block[PIL.ExifTags.Base.Orientation] = 6
    PIL.Image.fromarray(picture()).save(path, exif=block, quality=100)
    for found, expected in zip(corners(image_of(path)), [BLUE, RED, GREY, GREEN], strict=True):
        assert np.abs(np.subtract(found, expected)).max() < 10
    with StillPicture(path) as still:
        assert still.info.rotation == 90
        assert (still.info.width, still.info.height) == (48, 64)


@pytest.mark.parametrize("block", [b"", b"nonsense", b"MM", exif(6)[:12], exif(99)])
@pytest.mark.filterwarnings("error")
def test_a_broken_exif_block_counts_as_upright(tmp_path: Path, block: bytes) -> None:
    path = write_picture(tmp_path / "phone.jpg")
    path.write_bytes(with_exif(path.read_bytes(), block))
    assert corners(image_of(path)) == [RED, GREEN, BLUE, GREY]
    assert StillPicture(path).info.rotation == 0


def test_alpha_is_left_out(tmp_path: Path) -> None:
    transparent = np.dstack([picture()[..., ::-1], np.full((48, 64), 90, np.uint8)])
    path = tmp_path / "cut-out.png"
    path.write_bytes(cv2.imencode(".png", transparent)[1].tobytes())
    assert corners(image_of(path)) == [RED, GREEN, BLUE, GREY]


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    deep = picture()[..., ::-1].astype(np.uint16) * 257
    path = tmp_path / "deep.png"
    path.write_bytes(cv2.imencode(".png", deep)[1].tobytes())
    assert np.array_equal(image_of(path), picture())


def test_grey_becomes_three_equal_channels(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    path.write_bytes(cv2.imencode(".png", np.full((8, 8), 77, np.uint8))[1].tobytes())
    assert np.array_equal(image_of(path), np.full((8, 8, 3), 77))


def test_printing_colours_are_converted(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    path.write_bytes(CMYK_JPEG)
    assert np.abs(image_of(path)[8, 8].astype(int) - RED).max() < 10


def test_a_large_picture_can_be_scaled_down(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "large.png", picture(640, 480))
    with StillPicture(path, longest_side=64) as still:
        assert (still.info.width, still.info.height) == (64, 48)
        assert corners(next(iter(still)).image) == [RED, GREEN, BLUE, GREY]


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def test_a_picture_that_would_burst_the_memory_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels))
    with pytest.raises(PictureTooLargeError, match="30000 × 30000"):
        StillPicture(path)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_a_picture_cut_short_is_refused(tmp_path: Path, suffix: str) -> None:
    random = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    path = write_picture(tmp_path / f"half{suffix}", random)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UnknownFormatError, match="damaged"):
        StillPicture(path)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".tiff", ".avif", ".gif"])
def test_the_size_is_known_before_decoding(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo{suffix}"
    PIL.Image.fromarray(picture(70, 30)).save(path)
    check = partial(check_pixels, path.name, settings=SizeSettings(most_pixels=2000))
    with pytest.raises(PictureTooLargeError, match="70 × 30"):
        read_header(path.read_bytes(), check)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp", ".tiff", ".avif", ".gif"])
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.floats(0, 1), change=st.binary(min_size=1, max_size=4), cut=st.booleans())
def test_a_damaged_picture_is_read_or_refused_and_nothing_else(
    tmp_path: Path, suffix: str, place: float, change: bytes, cut: bool
) -> None:
    path = tmp_path / f"photo{suffix}"
    block = PIL.Image.Exif()
    block[PIL.ExifTags.Base.Orientation] = 6
    PIL.Image.fromarray(picture()).save(path, exif=block)
    data = bytearray(path.read_bytes())
    start = min(int(place * len(data)), len(data) - 1)
    data[start : start + len(change)] = change
    path.write_bytes(data[: start + 1] if cut else data)
    with suppress(RecordingError):
        assert image_of(path).ndim == 3
