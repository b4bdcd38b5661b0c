"""Opens whatever the user named: a recording, a picture, a folder of them, or a camera."""

from contextlib import suppress
from pathlib import Path

from formcheck.texts.message import Message, message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.cameras.live_source import LiveSource
from formcheck.video.cameras.network_camera import NetworkCamera, is_address
from formcheck.video.cameras.simulated_camera import SimulatedCamera
from formcheck.video.cameras.webcam import Webcam
from formcheck.video.content import Content, content_of
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.still_picture import StillPicture, header_of, picture_bytes
from formcheck.video.video_errors import (
    CameraUnavailableError,
    NoRecordingsError,
    RecordingError,
    RecordingMissingError,
    UnknownFormatError,
)

VIDEO_SUFFIXES = frozenset(
    {".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".gif", ".3gp", ".mpg", ".mpeg"}
    | {".mts", ".m2ts", ".ts", ".wmv", ".flv", ".ogv"}
)
PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".avif"})

# What formcheck itself writes beside a result.
_RESULT_NAME = "result.json"
_ANNOTATED_NAME = "annotated.mp4"

_CAMERA_DIGITS = 4
"""Of a camera's number; a longer one is a file's name, or a slip, and too much for OpenCV."""


def open_recording(
    path: Path | str, longest_side: int | None = None, turned: int = 0
) -> RecordedVideo | StillPicture:
    """Open a recorded video or a still picture, whichever the content is, whatever its name.

        with formcheck.open_recording("clip.mp4") as recording:
            for frame in recording:
                print(frame.time_s, frame.image.shape)

    Iterating gives every frame in order, upright; it may be done again. `info` tells size and
    length beforehand, `warnings` afterwards what was missing or damaged.

    longest_side: scale larger pictures down to this many pixels.
    turned: degrees clockwise, a multiple of 90, by which a video that lies on its side or its head
    is turned, beyond what the file says; a still picture is left as it is.
    Raises RecordingError, with the remedy.
    """
    path = Path(path)
    match content_of(path):
        case Content.PICTURE:
            return _open_picture(path, longest_side, turned)
        case Content.HEIC:
            raise UnknownFormatError(message("error.video.heic", path=shown(path)))
        case _:
            return RecordedVideo(path, longest_side, turned)


def open_camera(
    camera: int | str | Path = 0, interval_s: float = 0.0, *, repeated: bool = False
) -> LiveSource:
    """Open a camera by its number, 0 for the first, a stream by its address, or a file instead.

        with formcheck.open_camera(0) as camera:
            for frame in camera:
                ...

    Iterating gives the newest frame that there is, and leaves out those that came while the last
    one was looked at; it goes on until the camera is closed. A file is played in real time, as if
    it were filmed now, and ends.

    interval_s: least seconds between two frames; what comes in between costs next to nothing.
    repeated: whether a file begins again each time that it is over; only for a file.
    Raises CameraUnavailableError for a camera or an address, RecordingError for a file.
    """
    camera = str(camera).strip()
    number = camera.removeprefix("/dev/video")
    numbered = number.isdecimal() and len(number) <= _CAMERA_DIGITS
    if repeated and (numbered or is_address(camera)):
        raise CameraUnavailableError(message("error.camera.not_repeated", camera=shown(camera)))
    if numbered:
        return Webcam(int(number), interval_s=interval_s)
    if is_address(camera):
        return NetworkCamera(camera, interval_s=interval_s)
    try:
        return SimulatedCamera(open_recording(camera), interval_s, repeated=repeated)
    except RecordingMissingError as error:
        raise CameraUnavailableError(
            message("error.camera.unknown", camera=shown(camera))
        ) from error


def find_recordings(folder: Path | str) -> list[Path]:
    """The videos and pictures directly in a folder, by name; not those in folders within it.

    Hidden files are left out, and so is the annotated video that formcheck writes.

    Raises NoRecordingsError where there are none, RecordingError where the folder can't be read.
    """
    folder = Path(folder)
    try:
        found = _recordings_in(folder)
    except OSError as error:
        raise RecordingError(
            message("error.video.folder_unread", path=shown(folder), reason=reason_told(error))
        ) from error
    if not found:
        raise NoRecordingsError(_none_in(folder))
    return sorted(found, key=lambda path: (path.name.casefold(), path.name))


def folders_left_out(folder: Path) -> list[Path]:
    """The folders directly in a folder that hold recordings, by name; `find_recordings` looks into
    none of them.
    """
    found = []
    for within in sorted(folder.iterdir()):
        with suppress(OSError):
            if within.is_dir() and _recordings_in(within):
                found.append(within)
    return found


def _none_in(folder: Path) -> Message:
    """That a folder holds none, and a folder within it that does, or what it holds instead."""
    for within in folders_left_out(folder):
        return message("error.video.one_below", path=shown(folder), within=shown(within))
    if any((within / _RESULT_NAME).exists() for within in folder.iterdir()):
        return message("error.video.results", path=shown(folder))
    return message("error.video.none_in_folder", path=shown(folder))


def _recordings_in(folder: Path) -> list[Path]:
    own = {folder / _ANNOTATED_NAME} if (folder / _RESULT_NAME).exists() else set()
    return [
        path
        for path in folder.iterdir()
        if path.is_file() and _is_recording(path) and path not in own
    ]


def _is_recording(path: Path) -> bool:
    suffix = path.suffix.lower()
    return not path.name.startswith(".") and suffix in VIDEO_SUFFIXES | PICTURE_SUFFIXES


def _open_picture(
    path: Path, longest_side: int | None, turned: int
) -> RecordedVideo | StillPicture:
    header = header_of(path, picture_bytes(path))
    if not header.moves:
        return StillPicture(path, longest_side)
    if header.format == "WEBP":
        raise UnknownFormatError(message("error.video.animated", path=shown(path)))
    return RecordedVideo(path, longest_side, turned)
