"""What a still picture says of itself before its pixels are decoded: size, rotation, movement."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from struct import error as StructError  # noqa: N812
from typing import Final

from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.ExifTags import Base
from PIL.GifImagePlugin import GifImageFile
from PIL.Image import DecompressionBombError
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from formcheck.video.rotation import Rotation

# Each by itself, as `Image.open` refuses more than 179 million pixels, and some phones take 200.
_READERS: Final[tuple[Callable[[BytesIO], ImageFile], ...]] = (
    JpegImageFile,
    PngImageFile,
    WebPImageFile,
    GifImageFile,
    BmpImageFile,
    TiffImageFile,
    AvifImageFile,
)

_DAMAGE: Final = (
    SyntaxError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    OverflowError,
    RuntimeError,
    StructError,
)
"""What Pillow raises of a picture that is damaged, or of another format than asked for."""


class HeaderError(Exception):
    """A picture's header can't be read."""


class HeaderSizeError(Exception):
    """A picture says to be so large that not even Pillow goes on."""


@dataclass(frozen=True)
class PictureHeader:
    """What a still picture says of itself.

    format: Pillow's name, such as JPEG. width, height: pixels as stored.
    rotation: how the stored picture must be laid to stand upright.
    moves: whether more than one picture is shown, one after another.
    """

    format: str
    width: int
    height: int
    rotation: Rotation
    moves: bool


def read_header(data: bytes, check: Callable[[int, int], None]) -> PictureHeader:
    """Read a picture's header; no pixel of it is decoded before its size was checked.

    data: the whole file. check: told width and height, to refuse what is too large.

    Raises HeaderError where it is damaged or no picture of a known format, HeaderSizeError where
    Pillow itself refuses its size, as of a GIF's pictures, and what check raises.
    """
    if _claims_too_much(data):
        raise HeaderError
    with _silence():
        try:
            image = _open(data)
            check(image.width, image.height)
            return PictureHeader(
                format=image.format or "",
                width=image.width,
                height=image.height,
                rotation=_rotation(image),
                moves=_moves(image),
            )
        except DecompressionBombError as error:
            raise HeaderSizeError from error


_PNG: Final = b"\x89PNG\r\n\x1a\n"
_AROUND_A_CHUNK: Final = 12
"""Bytes: how long it is, of what kind, and its sum."""


def _claims_too_much(data: bytes) -> bool:
    """Whether a chunk of a PNG says to be longer than the file: OpenCV takes as much memory first,
    up to four gigabytes.
    """
    place = len(_PNG)
    while data.startswith(_PNG) and place + _AROUND_A_CHUNK <= len(data):
        length, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        place += _AROUND_A_CHUNK + length
        if place > len(data):
            return True
        if kind == b"IEND":
            break
    return False


@contextmanager
def _silence() -> Iterator[None]:
    """What Pillow warns of is either harmless or told by an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _open(data: bytes) -> ImageFile:
    for reader in _READERS:
        try:
            return reader(BytesIO(data))
        except _DAMAGE:
            continue
    raise HeaderError


def _rotation(image: ImageFile) -> Rotation:
    """From the EXIF block; a broken one counts as upright."""
    try:
        orientation = image.getexif().get(Base.Orientation, 1)
    except _DAMAGE:
        return Rotation()
    return Rotation.from_exif(orientation) if isinstance(orientation, int) else Rotation()


def _moves(image: ImageFile) -> bool:
    # The pages of a TIFF don't move.
    if image.format == "TIFF":
        return False
    try:
        return bool(getattr(image, "is_animated", False))
    except _DAMAGE:
        return False
