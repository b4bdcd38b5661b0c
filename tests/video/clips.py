"""Makes the clips and pictures that the tests of this folder read."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from formcheck.video.frame import Image

RED, GREEN, BLUE, GREY = (220, 30, 30), (30, 180, 40), (40, 50, 210), (128, 128, 128)
MILLISECONDS = Fraction(1, 1000)


def picture(width: int = 64, height: int = 48) -> Image:
    """Red at the top left, green at the top right, blue at the bottom left, grey beside it."""
    image = np.empty((height, width, 3), np.uint8)
    top, left = height // 2, width // 2
    image[:top, :left], image[:top, left:] = RED, GREEN
    image[top:, :left], image[top:, left:] = BLUE, GREY
    return image


def living(image: Image, count: int) -> list[Image]:
    """A scene in which a little goes on in a corner, so that no two pictures are alike."""
    side = max(8, image.shape[0] // 16)
    pictures = [image.copy() for _ in range(count)]
    for number, picture in enumerate(pictures):
        picture[-side:, -side:] = 60 + 20 * (number % 5)
    return pictures


def numbered(number: int, width: int = 64, height: int = 48) -> Image:
    """A plain picture whose brightness tells its number, from 0 to 24."""
    return np.full((height, width, 3), 10 * number, np.uint8)


def number_of(image: Image) -> int:
    return round(float(image.mean()) / 10)


def corners(image: Image) -> list[tuple[int, int, int]]:
    """The colours of `picture` nearest to the corners: top left and right, bottom left, right."""
    height, width = image.shape[:2]
    places = [(y, x) for y in (height // 8, -height // 8) for x in (width // 8, -width // 8)]
    return [_nearest(image[place]) for place in places]


def _nearest(colour: Image) -> tuple[int, int, int]:
    return min(
        (RED, GREEN, BLUE, GREY), key=lambda name: int(np.abs(colour - np.array(name)).sum())
    )


def write_clip(
    path: Path,
    images: Sequence[Image],
    times_ms: Sequence[int] | None = None,
    *,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    rotation: int | None = None,
    mirrored: bool = False,
    pixel_aspect: Fraction | None = None,
    options: dict[str, str] | None = None,
    container_options: dict[str, str] | None = None,
    metadata: dict[str, str] | None = None,
    rate: int = 30,
) -> Path:
    """Write a video with PyAV, each picture at its own millisecond; 30 ms apart by default.

    rotation: counter-clockwise degrees of the display matrix.
    """
    need_encoder(codec)
    times_ms = times_ms if times_ms is not None else [30 * i for i in range(len(images))]
    with av.open(str(path), "w", options=container_options or {}) as container:
        stream = container.add_stream(codec, rate=rate, options=options or {})
        assert isinstance(stream, av.VideoStream)
        stream.height, stream.width = images[0].shape[:2]
        stream.pix_fmt = pixels
        stream.codec_context.time_base = MILLISECONDS
        stream.metadata.update(metadata or {})
        if pixel_aspect is not None:
            stream.codec_context.sample_aspect_ratio = pixel_aspect
        if rotation is not None:
            if not hasattr(stream, "set_display_rotation"):
                pytest.skip("this PyAV can't write a display matrix")
            stream.set_display_rotation(rotation, hflip=mirrored)
        for image, time_ms in zip(images, times_ms, strict=True):
            frame = av.VideoFrame.from_ndarray(image, "rgb24")
            frame.pts, frame.time_base = time_ms, MILLISECONDS
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def write_sound(path: Path) -> Path:
    """A tenth of a second of silence."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=44100)
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4410), np.float32), "fltp", "mono")
        silence.rate = 44100
        container.mux(stream.encode(silence))
        container.mux(stream.encode())
    return path


def write_picture(path: Path, image: Image | None = None) -> Path:
    """A still picture in the format that the suffix names."""
    image = picture() if image is None else image
    good, data = cv2.imencode(path.suffix, image[..., ::-1])
    assert good
    path.write_bytes(data.tobytes())
    return path


def need_encoder(codec: str) -> None:
    if codec not in av.codecs_available:
        pytest.skip(f"this PyAV has no encoder {codec}")


def remuxed(
    source: Path,
    target: Path,
    stamp: Callable[[int], int] | None = None,
    tags: dict[str, str] | None = None,
) -> Path:
    """The same pictures in another container, with other stamps or tags; nothing is encoded.

    stamp: milliseconds for the number of a picture; without it, as they were. The source must have
    its pictures in the order in which they are shown.
    """
    options = {"movflags": "use_metadata_tags"} if target.suffix in (".mp4", ".mov") else {}
    with av.open(str(source)) as old, av.open(str(target), "w", options=options) as new:
        stream = old.streams.video[0]
        copy = new.add_stream_from_template(stream)
        new.metadata.update(tags or {})
        for number, packet in enumerate(old.demux(stream)):
            if not packet.size:
                continue
            if stamp is not None:
                packet.time_base = MILLISECONDS
                packet.pts = packet.dts = stamp(number)
                packet.duration = 0
            packet.stream = copy
            new.mux(packet)
    return target
