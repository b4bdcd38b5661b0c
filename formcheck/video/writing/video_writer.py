"""Writes frames into an MP4 that browsers play, each at its own time."""

from pathlib import Path
from queue import Queue
from threading import Thread

import av
import cv2
import numpy as np
from av.container import OutputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame

from formcheck.closeable import Closeable
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.frame import Image
from formcheck.video.video_errors import VideoWriteError
from formcheck.video.writing.encoder import (
    ENCODERS,
    TIME_BASE,
    Encoder,
    add_video_stream,
    choose_encoder,
)

_FRAMES_WAITING = 4
"""Evens out slow pictures; each holds memory until it is encoded (engineering)."""


class VideoWriter(Closeable):
    """Writes an H.264 MP4 at variable rate; encoding runs in a thread of its own.

        with formcheck.VideoWriter("drawn.mp4", frame.width, frame.height) as writer:
            writer.write(frame.image, frame.time_s)

    The file is written beside its place under the name with `.part` added, and takes its own name
    when it is complete: on `close`, also after an exception, with what had been written by then.
    Where nothing was written, there is no file. A file that stood there before is replaced.

    Odd sizes gain a column or a row, as H.264 video needs even ones.

    Raises VideoWriteError, with the remedy: when constructed, where the folder can't be written
    to; from `write` or `close`, where the disk is full.

    path: where the MP4 goes; its folder must exist.
    width, height: pixels of the pictures that will be written.
    encoders: in order of preference.
    """

    def __init__(
        self, path: Path | str, width: int, height: int, encoders: tuple[Encoder, ...] = ENCODERS
    ) -> None:
        self._path = Path(path)
        self._part = self._path.with_name(self._path.name + ".part")
        self._width, self._height = width, height
        even_width, even_height = width + width % 2, height + height % 2
        self._encoder = choose_encoder(encoders, even_width, even_height)
        self._container = self._open()
        self._stream = add_video_stream(self._container, self._encoder, even_width, even_height)
        self._begin()
        self._first_s: float | None = None
        self._last_pts = -1
        self._error: Exception | None = None
        self._queue: Queue[VideoFrame | None] = Queue(_FRAMES_WAITING)
        self._closed = False
        self._thread = Thread(target=self._run, name=f"encode {self._path.name}", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Where the finished file is."""
        return self._path

    @property
    def encoder(self) -> str:
        """FFmpeg's name of the encoder; `mpeg4` is the one that browsers don't play."""
        return self._encoder.name

    def write(self, image: Image, time_s: float) -> None:
        """Add a picture; it may be changed afterwards, as what is encoded is made of it here.

        image: height × width × 3, RGB, of the size that was announced.
        time_s: must rise; the first picture begins the file, whatever its time.
        Raises VideoWriteError as soon as it is known that an earlier picture couldn't be written.
        """
        if self._closed:
            raise ValueError(f"{shown(self._path)} has been closed")
        if image.shape != (self._height, self._width, 3):
            raise ValueError(
                f"picture of shape {image.shape}, not {(self._height, self._width, 3)}"
            )
        if self._error is not None:
            raise self._write_error(self._error)
        if self._first_s is None:
            self._first_s = time_s
        pts = round((time_s - self._first_s) / TIME_BASE)
        if pts <= self._last_pts:
            raise ValueError(f"time {time_s} s doesn't rise")
        self._last_pts = pts
        picture = _to_yuv(_even(image))
        picture.pts, picture.time_base = pts, TIME_BASE
        self._queue.put(picture)

    def close(self) -> None:
        """Finish the file and give it its name; raises VideoWriteError where that fails."""
        if self._closed:
            return
        self._closed = True
        self._queue.put(None)
        self._thread.join()
        try:
            self._container.close()
        except (FFmpegError, OSError) as error:
            self._error = self._error or error
        if self._error is not None or self._last_pts < 0:
            self._part.unlink(missing_ok=True)
        if self._error is not None:
            raise self._write_error(self._error) from self._error
        if self._last_pts >= 0:
            self._take_name()

    def __exit__(self, *raised: object) -> None:
        try:
            super().__exit__(*raised)
        except VideoWriteError:
            # What ended the block is what must be told.
            if raised[0] is None:
                raise

    def _open(self) -> OutputContainer:
        part = str(self._part.resolve())
        return av.open(part, "w", format="mp4", options={"movflags": "+faststart"})

    def _begin(self) -> None:
        """Create the file now, so that a folder that can't be written to is told at once."""
        try:
            self._container.start_encoding()
        except (FFmpegError, OSError) as error:
            raise self._write_error(error) from error

    def _run(self) -> None:
        """Encode what comes until None; after a failure only take it, so that no one waits."""
        while (picture := self._queue.get()) is not None:
            self._encode(picture)
        if self._last_pts >= 0:
            self._encode(None)

    def _encode(self, picture: VideoFrame | None) -> None:
        if self._error is not None:
            return
        try:
            for packet in self._stream.encode(picture):
                self._container.mux(packet)
        except Exception as error:
            self._error = error

    def _take_name(self) -> None:
        try:
            self._part.replace(self._path)
        except OSError as error:
            raise VideoWriteError(
                message(
                    "error.written.not_replaced",
                    path=shown(self._path),
                    reason=reason_told(error),
                    part=shown(self._part),
                )
            ) from error

    def _write_error(self, error: Exception) -> VideoWriteError:
        reason = reason_told(error)
        return VideoWriteError(
            message("error.written.results", path=shown(self._path), reason=reason)
        )


def _even(image: Image) -> Image:
    rows, columns = image.shape[:2]
    if rows % 2 or columns % 2:
        return np.pad(image, ((0, rows % 2), (0, columns % 2), (0, 0)), mode="edge")
    return np.ascontiguousarray(image)


def _to_yuv(image: Image) -> VideoFrame:
    """What encoders take, with the colours that `add_video_stream` states.

    OpenCV takes a quarter of the time that FFmpeg's scaler does (960 × 720), and is as near.
    """
    planes = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2YUV_I420), np.uint8)
    # PyAV 17 takes planes as they are for as many rows as the next lower multiple of four.
    as_it_is = len(image) % 4 == 0
    take = VideoFrame.from_numpy_buffer if as_it_is else VideoFrame.from_ndarray
    return take(planes, "yuv420p")
