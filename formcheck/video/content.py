"""What a file is, by its content and not by its name."""

from enum import StrEnum
from pathlib import Path

from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.video_errors import (
    RecordingEmptyError,
    RecordingForbiddenError,
    RecordingIsFolderError,
    RecordingMissingError,
    RecordingUnreadError,
)

_HEADER_BYTES = 12

# PNG, JPEG, GIF, BMP and both kinds of TIFF.
_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\0",
    b"MM\0*",
)


class Content(StrEnum):
    """Kinds of file that are read in different ways."""

    PICTURE = "picture"  # which may move: its header tells
    HEIC = "heic"
    MP4 = "mp4"
    OTHER = "other"  # any other video, or no video at all: the decoder tells


def content_of(path: Path) -> Content:
    """Look at the first bytes of a file.

    Raises RecordingMissingError, RecordingIsFolderError, RecordingEmptyError or
    RecordingForbiddenError where there is nothing to look at, RecordingUnreadError where the system
    gives none of it away.
    """
    header = _header(path)
    if header.startswith(_PICTURES) or (header[:4] == b"RIFF" and header[8:12] == b"WEBP"):
        return Content.PICTURE
    return _iso_content(header)


def unread(path: Path, error: OSError) -> RecordingUnreadError:
    """The error for a file that is there and that the system can't read, with its reason."""
    return RecordingUnreadError(
        message("error.video.unread", path=shown(path), reason=reason_told(error))
    )


def _header(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RecordingIsFolderError(message("error.video.folder", path=shown(path)))
        if path.exists() and not path.is_file():
            # Opening a pipe waits for whoever writes to it, perhaps for ever.
            raise RecordingMissingError(message("error.video.device", path=shown(path)))
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except PermissionError as error:
        raise RecordingForbiddenError(message("error.video.forbidden", path=shown(path))) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise RecordingMissingError(message("error.video.missing", path=shown(path))) from error
    except OSError as error:
        raise unread(path, error) from error
    if not header:
        raise RecordingEmptyError(message("error.video.empty", path=shown(path)))
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
