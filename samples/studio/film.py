"""What a webcam or phone does to a picture: blur, noise, dim light; and the video file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from samples.studio.geometry import Array

TICKS = 90_000
"""Ticks a second of the video's clock."""


class Sensor:
    """Blurs a picture and adds noise, the same for the same seed."""

    def __init__(self, width: int, height: int, blur: float, noise: float, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._blur = blur
        luma = self._random.normal(0, noise, (2 * height, 2 * width, 1))
        colour = self._random.normal(0, noise * 0.4, (2 * height, 2 * width, 3))
        self._noise = (luma + colour).round().astype(np.int16)

    def take(self, picture: Array, brightness: float = 1.0) -> Array:
        """The picture (H, W, 3) as the sensor sees it, uint8."""
        height, width = picture.shape[:2]
        if self._blur:
            picture = cv2.GaussianBlur(picture, (0, 0), self._blur)
        top, left = self._random.integers(0, (height, width))
        noise = self._noise[top : top + height, left : left + width]
        seen = picture if brightness == 1.0 else picture * brightness
        return np.asarray(np.clip(seen.astype(np.int16) + noise, 0, 255).astype(np.uint8))


class VideoWriter:
    """Writes H.264 with each frame's own time; use it in a `with`."""

    def __init__(self, path: Path, width: int, height: int, rate: int, quality: int = 26) -> None:
        self._container = av.open(str(path), "w")
        stream = self._container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = Fraction(1, TICKS)
        stream.codec_context.time_base = Fraction(1, TICKS)
        # One thread, as x264 cuts frames by the count: the file should not depend on the machine.
        stream.codec_context.thread_count = 1
        stream.options = {"crf": str(quality), "preset": "medium"}
        self._stream = stream

    def __enter__(self) -> VideoWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.mux(self._stream.encode())
        self._container.close()

    def add(self, picture: Array, time_s: float) -> None:
        """Add a frame (H, W, 3) RGB shown from `time_s` on."""
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        frame.pts = round(time_s * TICKS)
        frame.time_base = Fraction(1, TICKS)
        self._container.mux(self._stream.encode(frame))


def set_rotation(path: Path, degrees: int) -> None:
    """Mark an MP4 file as held by a turned phone: players turn it clockwise by 90, 180 or 270.

    Writes the display matrix of the track header (ISO/IEC 14496-12, 8.3.2).
    """
    data = bytearray(path.read_bytes())
    header = data.index(b"tkhd")
    wide = data[header + 4] == 1
    at = header + 4 + (52 if wide else 40)
    cosine, sine = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[degrees]
    one = 1 << 16
    matrix = [cosine * one, sine * one, 0, -sine * one, cosine * one, 0, 0, 0, 1 << 30]
    for number, value in enumerate(matrix):
        data[at + 4 * number : at + 4 * number + 4] = value.to_bytes(4, "big", signed=True)
    path.write_bytes(data)
