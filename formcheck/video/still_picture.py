"""Still pictures: one upright frame at time zero."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from formcheck.closeable import Closeable
from formcheck.video.content import content_of, picture_size
from formcheck.video.exif import rotation_of
from formcheck.video.frame import Frame, Image
from formcheck.video.size import check_pixels, fit, shown_size
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.video_errors import UnknownFormatError


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
            name=path.name,
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
    def warnings(self) -> tuple[str, ...]:
        """None: a picture that is damaged is refused."""
        return ()

    def __iter__(self) -> Iterator[Frame]:
        yield self._frame

    def close(self) -> None:
        """Nothing is held open."""


def _read(path: Path) -> tuple[Image, int]:
    """The upright RGB picture, and the clockwise degrees by which it was turned."""
    content_of(path)  # says what is wrong with the path itself
    # OpenCV opens no path beyond the code page on Windows, so Python reads the file.
    data = path.read_bytes()
    size = picture_size(data)
    if size is not None:
        check_pixels(str(path), *size)
    try:
        image, kinds, blocks = cv2.imdecodeWithMetadata(
            np.frombuffer(data, np.uint8), flags=cv2.IMREAD_COLOR_RGB
        )
    except cv2.error as error:
        raise _unreadable(path) from error
    if image is None:
        raise _unreadable(path)
    exif = next(
        (
            bytes(np.asarray(block).tobytes())
            for kind, block in zip(kinds, blocks, strict=False)
            if kind == cv2.IMAGE_METADATA_EXIF
        ),
        b"",
    )
    return np.asarray(image, np.uint8), rotation_of(exif)


def _unreadable(path: Path) -> UnknownFormatError:
    return UnknownFormatError(
        f"{path} is no picture that formcheck can read, or it is damaged. "
        "Copy it again, or save it as JPEG with another program."
    )
