"""Decodes the pictures of a container through FFmpeg, past what is damaged."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.buffer import Buffer
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.enough_memory import check_memory
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.video.content import Content, content_of
from formcheck.video.recordings.mp4_claims import claims_too_much
from formcheck.video.recordings.unwritten import check_written
from formcheck.video.rotation import Rotation
from formcheck.video.size import DEFAULTS as SIZES
from formcheck.video.size import SizeSettings, check_bytes, too_large
from formcheck.video.video_errors import (
    NoPicturesError,
    RecordingIncompleteError,
    UnknownFormatError,
)

# Demuxers for lists of other files or addresses and for plain text: FFmpeg would follow the
# list, or draw the letters. A recording holds its own pictures. What is left over for the
# demuxers of still pictures, `image2` and those on `_pipe`, is one in name only.
_NOT_RECORDINGS = frozenset({"concat", "hls", "dash", "sdp", "imf", "tty", "bin", "image2"})

_ALLOWED: Final = {
    "protocol_whitelist": "file",
    # Refused before anything is read. The end of a picture that stands alone (`png_pipe`) is looked
    # for as far as there is memory.
    "format_whitelist": ",".join(
        sorted(
            name
            for name in av.formats_available
            if name not in _NOT_RECORDINGS and not name.endswith("_pipe")
        )
    ),
}
"""What FFmpeg may open."""

# FFmpeg's flags of a demuxer: AVFMT_NOTIMESTAMPS, for raw streams, and AVFMT_TS_DISCONT, for
# streams that are made to be joined.
_WITHOUT_TIMES = 0x0080
_MAY_BE_JOINED = 0x0200


@dataclass
class Damage:
    """What went wrong while a file was decoded.

    packets: parts that couldn't be decoded or that held damaged pictures.
    doubtful: parts that the container gives for damaged, though more came after them.
    broken_off: the file ended, or couldn't be read on, in the middle.
    """

    packets: int = 0
    doubtful: int = 0
    broken_off: bool = False


def open_file(path: Path) -> InputContainer:
    """Open a recorded video; only the file itself is ever read.

    Raises RecordingError where there is no file, no format that FFmpeg knows, or a picture that no
    memory holds.
    """
    content = content_of(path)
    if content is Content.MP4 and claims_too_much(path):
        raise no_picture(shown(path))
    try:
        if content is Content.PICTURE:
            # FFmpeg looks for the end of a picture as far as there is memory.
            check_bytes(path)
        elif content is not Content.MP4:  # which says itself where its pictures are
            check_written(path)
        # The whole path, as FFmpeg takes what stands before a colon for a protocol.
        container = av.open(str(path.resolve()), container_options=_ALLOWED)
    except (FFmpegError, OSError, ValueError) as error:
        _check_memory(error)
        if content is Content.MP4:
            raise RecordingIncompleteError(
                message("error.video.incomplete", path=shown(path))
            ) from error
        raise _unknown_format(path) from error
    return container


def _check_memory(error: Exception) -> None:
    """Raise MemoryError where that is what lacked: a damaged file may claim what FFmpeg refuses."""
    if isinstance(error, MemoryError):
        check_memory()


def _unknown_format(path: Path) -> UnknownFormatError:
    return UnknownFormatError(message("error.video.format", path=shown(path)))


def video_stream(
    container: InputContainer, name: str, sizes: SizeSettings = SIZES, threads: int = 0
) -> VideoStream:
    """The stream with the moving pictures, leaving cover pictures of sound recordings aside.

    threads: that decode it; 0 for as many as there are cores.

    Raises NoPicturesError where there is none that can be decoded, PictureTooLargeError where it
    would take too much memory.
    """
    moving = [
        stream
        for stream in container.streams.video
        if not Disposition(stream.disposition) & Disposition.attached_pic
    ]
    if not moving:
        what = "only_sound" if container.streams.audio else "no_pictures"
        raise NoPicturesError(message(f"error.video.{what}", name=name))
    stream = max(moving, key=_pixels)
    # Asking PyAV to decode a stream without a codec ends the whole process.
    if stream.codec_context is None:
        raise no_picture(name)
    if _pixels(stream) > sizes.most_moving_pixels:
        raise too_large(name, f"{stream.codec_context.width} × {stream.codec_context.height}")
    stream.thread_type = "AUTO"
    stream.codec_context.thread_count = threads
    # Pictures may grow on the way; one that is refused costs itself, and no memory.
    stream.codec_context.options = {"max_pixels": str(sizes.most_moving_pixels)}
    return stream


def _pixels(stream: VideoStream) -> int:
    return stream.codec_context.width * stream.codec_context.height if stream.codec_context else 0


def no_picture(name: str) -> NoPicturesError:
    """The error for a video stream from which nothing comes."""
    return NoPicturesError(message("error.video.no_picture", name=name))


def decoded(
    container: InputContainer, stream: VideoStream, damage: Damage
) -> Generator[VideoFrame, None, None]:
    """Every picture that can be decoded, in display order; what can't is noted in `damage`.

    Raises MemoryError where that is what decoding lacks.
    """
    packets = container.demux(stream)
    last_is_corrupt = False
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            damage.broken_off = damage.broken_off or last_is_corrupt
            return
        except (FFmpegError, OSError) as error:
            _check_memory(error)
            damage.broken_off = True
            yield from _decode(stream, None, damage)
            return
        if packet.size:  # the one without content, which ends the stream, says nothing
            damage.doubtful += last_is_corrupt
            last_is_corrupt = packet.is_corrupt
        yield from _decode(stream, packet, damage)


def _decode(
    stream: VideoStream, packet: "Packet[VideoStream] | None", damage: Damage
) -> Iterator[VideoFrame]:
    try:
        frames = stream.decode(packet)
    except EOFError:
        return
    except FFmpegError as error:
        _check_memory(error)
        damage.packets += 1
        return
    for frame in frames:
        damage.packets += frame.is_corrupt
        yield frame


def has_times(container: InputContainer) -> bool:
    """Whether the container has room for time stamps; FFmpeg makes some up for raw streams."""
    return not container.format.flags & _WITHOUT_TIMES


def may_be_joined(container: InputContainer) -> bool:
    """Whether the time stamps may begin anew on the way without any damage."""
    return bool(container.format.flags & _MAY_BE_JOINED)


def seconds(stamp: int | None, time_base: Fraction | None) -> float | None:
    """A time stamp in seconds; None where the container gives none."""
    return None if stamp is None or time_base is None else float(stamp * time_base)


def tags_of(container: InputContainer, stream: VideoStream) -> dict[str, str]:
    """What the file says of itself, by name in small letters: containers differ in the case."""
    tags = (*container.metadata.items(), *stream.metadata.items())
    return {name.lower(): value for name, value in tags}


def rotation_of(frame: VideoFrame, stream: VideoStream) -> Rotation:
    """From the display matrix, or from the tag that older phones wrote instead."""
    matrix: object = frame.side_data.get("DISPLAYMATRIX")
    if isinstance(matrix, Buffer):
        return Rotation.from_display_matrix(bytes(matrix))
    tags = {name.lower(): value for name, value in stream.metadata.items()}
    try:
        return Rotation.from_degrees(float(tags.get("rotate", "0")))
    except (ValueError, OverflowError):
        return Rotation()
