"""What a file is, by its content and not by its name."""

from enum import StrEnum
from pathlib import Path
from struct import unpack_from

from formcheck.video.video_errors import (
    RecordingEmptyError,
    RecordingForbiddenError,
    RecordingIsFolderError,
    RecordingMissingError,
)

_HEADER_BYTES = 4096


class Content(StrEnum):
    """Kinds of file that are read in different ways."""

    PICTURE = "picture"
    GIF = "gif"  # one picture or a video: only its frames tell
    ANIMATED_WEBP = "animated webp"
    HEIC = "heic"
    MP4 = "mp4"
    OTHER = "other"  # any other video, or no video at all: the decoder tells


def content_of(path: Path) -> Content:
    """Look at the first bytes of a file.

    Raises RecordingMissingError, RecordingIsFolderError, RecordingEmptyError or
    RecordingForbiddenError where there is nothing to look at.
    """
    header = _header(path)
    if header[:6] in (b"GIF87a", b"GIF89a"):
        return Content.GIF
    if header[:4] == b"RIFF" and header[8:12] == b"WEBP":
        animated = header[12:16] == b"VP8X" and len(header) > 20 and header[20] & 0x02
        return Content.ANIMATED_WEBP if animated else Content.PICTURE
    if header[:8] == b"\x89PNG\r\n\x1a\n":
        return Content.OTHER if b"acTL" in header else Content.PICTURE
    if header[:3] == b"\xff\xd8\xff" or header[:2] == b"BM":
        return Content.PICTURE
    if header[:4] in (b"II*\0", b"MM\0*"):
        return Content.PICTURE
    return _iso_content(header)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height that a picture's header states; None where this function can't tell.

    For refusing a picture before memory is asked for; reads JPEG, PNG, WebP and BMP.
    """
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = unpack_from(">II", data, 16)
        return width, height
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = unpack_from("<ii", data, 18)
        return abs(width), abs(height)
    return None


def _header(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RecordingIsFolderError(
                f"{path} is a folder. Name a file in it, or give the folder to 'formcheck analyse'."
            )
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except PermissionError as error:
        raise RecordingForbiddenError(
            f"{path}: you may not read it. Ask its owner, or change its permissions."
        ) from error
    except (OSError, ValueError) as error:
        raise RecordingMissingError(
            f"{path}: there is no such file. Check how the path is spelled."
        ) from error
    if not header:
        raise RecordingEmptyError(f"{path} is empty. Record it or copy it again.")
    return header


def _iso_content(header: bytes) -> Content:
    """Tell MP4 and MOV from photographs that are packed likewise, by the brand."""
    if header[4:8] == b"ftyp":
        brand = header[8:12]
        if brand == b"avif":
            return Content.PICTURE
        if brand in (b"heic", b"heix", b"heim", b"heis", b"mif1"):
            return Content.HEIC
        return Content.MP4
    return Content.MP4 if header[4:8] in (b"moov", b"mdat", b"wide", b"skip") else Content.OTHER


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame header (SOF0 to SOF15 without the three tables among them)."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = unpack_from(">HH", data, place + 5)
            return width, height
        if marker == 0xFF:
            place += 1
        else:
            place += 2 + unpack_from(">H", data, place + 2)[0]
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """The canvas of the extended form, or the size in the lossy or the lossless bit stream."""
    form = data[12:16]
    if form == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if form == b"VP8 ":
        width, height = unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        bits = unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return None
