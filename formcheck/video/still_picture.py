"""Still pictures: one upright frame at time zero."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from formcheck.closeable import Closeable
from formcheck.texts.message import Message, message
from formcheck.texts.shown import shown
from formcheck.video.content import content_of, unread
from formcheck.video.frame import Frame, Image
from formcheck.video.picture_header import HeaderError, HeaderSizeError, PictureHeader, read_header
from formcheck.video.size import (
    check_bytes,
    check_pixels,
    fit,
    shown_size,
    too_large,
)
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.timing import KNOWN, Timing
from formcheck.video.video_errors import UnknownFormatError

_AS_STORED = cv2.IMREAD_COLOR_RGB | cv2.IMREAD_IGNORE_ORIENTATION


class StillPicture(Closeable):
    """A photograph: JPEG, PNG, WebP, a GIF of one frame, and what else OpenCV reads.

    Turned upright as its EXIF data says, reduced to 8 bits and three colours; transparency is
    left out. One frame at 0 s.

    Raises RecordingError, with the remedy, where there is no picture to be had.

    longest_side: scale a larger picture down to this many pixels.
    """

    def __init__(self, path: Path | str, longest_side: int | None = None) -> None:
        path = Path(path)
        image, rotation = _read(path)
        height, width = image.shape[:2]
        width, height = shown_size(width, height, None, longest_side)
        self._frame = Frame(fit(image, width, height), 0.0, 0)
        self._info = SourceInfo(
            kind=SourceKind.IMAGE,
            name=shown(path.name),
            width=width,
            height=height,
            duration_s=None,
            frame_count=1,
            rotation=rotation,
            frames_per_second=None,
        )

    @property
    def info(self) -> SourceInfo:
        """Size after turning upright, and what the file states of itself."""
        return self._info

    @property
    def warnings(self) -> tuple[Message, ...]:
        """None: a picture that is damaged is refused."""
        return ()

    @property
    def timing(self) -> Timing:
        """There is one moment."""
        return KNOWN

    @property
    def thinned_from(self) -> None:
        """Nothing is left out."""
        return None

    def __iter__(self) -> Iterator[Frame]:
        yield self._frame

    def close(self) -> None:
        """Nothing is held open."""


def picture_bytes(path: Path) -> bytes:
    """The whole file; raises RecordingError where it is none that a memory holds, or has gone."""
    try:
        check_bytes(path)
        return path.read_bytes()
    except OSError as error:
        raise unread(path, error) from error


def header_of(path: Path, data: bytes) -> PictureHeader:
    """What a picture says of itself; raises RecordingError where it is damaged or too large."""
    try:
        return read_header(data, partial(check_pixels, shown(path)))
    except HeaderSizeError as error:
        raise too_large(shown(path)) from error
    except HeaderError as error:
        raise _unreadable(path) from error


def _read(path: Path) -> tuple[Image, int]:
    """The upright RGB picture, and the clockwise degrees by which it was turned."""
    content_of(path)  # says what is wrong with the path itself
    # OpenCV opens no path beyond the code page on Windows, so Python reads the file.
    data = picture_bytes(path)
    header = header_of(path, data)
    try:
        stored = cv2.imdecode(np.frombuffer(data, np.uint8), _AS_STORED)
    except cv2.error as error:
        raise _unreadable(path) from error
    if stored is None:
        raise _unreadable(path)
    image = np.asarray(stored, np.uint8)
    # OpenCV turns a TIFF by itself, whatever it is asked for.
    upright = image if header.format == "TIFF" else header.rotation.apply(image)
    return upright, header.rotation.degrees


def _unreadable(path: Path) -> UnknownFormatError:
    return UnknownFormatError(message("error.video.no_still", path=shown(path)))
