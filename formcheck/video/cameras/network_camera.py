"""Network cameras: MJPEG over HTTP, RTSP and what else FFmpeg takes from an address."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import av
from av.container import InputContainer
from av.error import ExitError, FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.texts.message import Message, message, said
from formcheck.texts.refusal import reason_told
from formcheck.video.cameras.newest_packet import NewestPacket
from formcheck.video.cameras.reconnecting import DEFAULTS, ReconnectingSource, ReconnectionSettings
from formcheck.video.frame import Image
from formcheck.video.recordings.decoding import (
    Damage,
    decoded,
    rotation_of,
    video_stream,
)
from formcheck.video.recordings.rgb_converter import RgbConverter
from formcheck.video.rotation import Rotation
from formcheck.video.size import check_pixels, shown_size
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.video_errors import CameraUnavailableError, RecordingError

_SCHEMES = ("http", "https", "rtsp", "rtsps", "rtmp", "rtmps", "udp", "tcp", "srt")

# Latency before smoothness: nothing is kept back, and the format is settled in half a second.
_OPTIONS = {
    "fflags": "nobuffer",
    "analyzeduration": "500000",
    "rtsp_transport": "tcp",
}


@dataclass(frozen=True)
class NetworkCameraSettings:
    """Seconds that an address is waited for; engineering values.

    open_s: until its first answer: some cameras wake up first.
    read_s: until its next packet; then it has broken off.
    """

    open_s: float = 10.0
    read_s: float = 5.0


class NetworkCamera(ReconnectingSource):
    """A camera at an address; opened when constructed, and opened again when it breaks off.

    Times are those of arrival, as the clocks of network cameras jump.

    interval_s: least seconds between two frames; 0 for all of them. With an interval only key
        pictures are looked at, as the others would have to be decoded one after the other: every
        picture of MJPEG is one, and network cameras send one every second or few.

    Raises CameraUnavailableError, with the remedy, where nothing can be had from the address.
    Neither that message nor `info.name` repeats a password from the address.
    """

    def __init__(
        self,
        address: str,
        reconnection: ReconnectionSettings = DEFAULTS,
        interval_s: float = 0.0,
        settings: NetworkCameraSettings = NetworkCameraSettings(),
    ) -> None:
        def connect() -> StreamConnection:
            kind = KeyPictureConnection if interval_s > 0 else NewestPictureConnection
            return kind(address, settings)

        connection = connect()
        info = SourceInfo(
            kind=SourceKind.CAMERA,
            name=without_password(address),
            width=connection.width,
            height=connection.height,
            duration_s=None,
            frame_count=None,
            rotation=connection.rotation,
            frames_per_second=None,
        )
        super().__init__(info, connection, connect, reconnection, interval_s=interval_s)


class StreamConnection:
    """An open stream that has given its first picture.

    width, height: pixels of that picture, upright.
    rotation: degrees clockwise by which it was turned.
    """

    def __init__(self, address: str, settings: NetworkCameraSettings) -> None:
        self._name = without_password(address)
        self._container = _open(address, self._name, settings)
        try:
            self._stream = _stream_of(self._container, self._name)
            self._pictures = decoded(self._container, self._stream, Damage())
            self._picture = next(self._pictures, None)
            if self._picture is None:
                raise _unavailable(self._name)
        except BaseException:
            self._container.close()
            raise
        self._converter = RgbConverter()
        self._rotation: Rotation = rotation_of(self._picture, self._stream)
        self.rotation: int = self._rotation.degrees
        width, height = self._rotation.size(*self._size(self._picture))
        self.width: int = width
        self.height: int = height

    def grab(self) -> bool:
        """Wait for the next picture; False when the stream has broken off or timed out."""
        self._picture = next(self._pictures, None)
        return self._picture is not None

    def retrieve(self) -> Image | None:
        """The picture just grabbed, RGB and upright; None when it can't be converted."""
        if self._picture is None:
            return None
        try:
            check_pixels(self._name, self._picture.width, self._picture.height)
            stored = self._converter.convert(self._picture, *self._size(self._picture))
        except (FFmpegError, RecordingError):
            return None
        return self._rotation.apply(stored)

    def close(self) -> None:
        """End the connection."""
        self._pictures.close()
        self._container.close()

    def _size(self, picture: VideoFrame) -> tuple[int, int]:
        return shown_size(picture.width, picture.height, self._stream.sample_aspect_ratio, None)


class KeyPictureConnection(StreamConnection):
    """An open stream of which only key pictures are taken, and none is decoded before it is asked
    for."""

    def __init__(self, address: str, settings: NetworkCameraSettings) -> None:
        super().__init__(address, settings)
        self._packets = self._container.demux(self._stream)
        self._packet: Packet[VideoStream] | None = None

    def grab(self) -> bool:
        """Wait for the next key picture; False when the stream has broken off or timed out."""
        try:
            self._packet = next((one for one in self._packets if one.is_keyframe), None)
        except (FFmpegError, OSError):
            self._packet = None
        return self._packet is not None

    def retrieve(self) -> Image | None:
        """The picture just grabbed, RGB and upright; None when it can't be decoded."""
        if self._packet is None:
            return None
        try:
            self._stream.codec_context.flush_buffers()
            # Asking for what is left over lets go of a picture that waits for its successors.
            pictures = [*self._stream.decode(self._packet), *self._stream.decode(None)]
        except (FFmpegError, EOFError):
            return None
        self._picture = pictures[0] if pictures else None
        return super().retrieve()


class NewestPictureConnection(KeyPictureConnection):
    """An open stream whose pictures that came while one was decoded are left out, where each stands
    for itself, as those of MJPEG do.

    Whoever decodes more slowly than pictures come would see the past, later and later: what waits
    between camera and computer holds seconds of it.
    """

    def __init__(self, address: str, settings: NetworkCameraSettings) -> None:
        super().__init__(address, settings)
        whole = self._stream.codec_context.codec.intra_only
        self._newest = NewestPacket(self._packets) if whole else None

    def grab(self) -> bool:
        """Wait for the next picture; False when the stream has broken off or timed out."""
        if self._newest is None:
            return StreamConnection.grab(self)
        self._packet = self._newest.take()
        return self._packet is not None

    def retrieve(self) -> Image | None:
        """The picture just grabbed, RGB and upright; None when it can't be decoded."""
        if self._newest is None:
            return StreamConnection.retrieve(self)
        return super().retrieve()

    def close(self) -> None:
        """End the connection."""
        if self._newest is not None:
            self._newest.close()
        super().close()


def without_password(address: str) -> str:
    """The address as it may be shown: user name and password left out."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def is_address(camera: str) -> bool:
    """Whether text names a network camera rather than a file."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", camera) is not None


def _open(address: str, name: str, settings: NetworkCameraSettings) -> InputContainer:
    scheme = urlsplit(address).scheme.lower()
    if scheme not in _SCHEMES:
        raise CameraUnavailableError(message("error.camera.scheme", name=name, scheme=scheme))
    try:
        return av.open(
            address, container_options=_OPTIONS, timeout=(settings.open_s, settings.read_s)
        )
    except (FFmpegError, OSError, ValueError) as error:
        raise CameraUnavailableError(
            message("error.camera.closed", name=name, reason=_reason(error))
        ) from error


def _stream_of(container: InputContainer, name: str) -> VideoStream:
    try:
        stream = video_stream(container, name)
    except RecordingError as error:
        raise _unavailable(name) from error
    # Decoding several frames side by side would hold back as many.
    stream.thread_type = "SLICE"
    return stream


def _reason(error: Exception) -> Message:
    """FFmpeg's reason without the address, which may hold a password."""
    if isinstance(error, ExitError):  # what FFmpeg calls the end of our patience
        return message("error.camera.no_answer")
    if getattr(error, "strerror", None):
        return reason_told(error)
    return said(type(error).__name__)


def _unavailable(name: str) -> CameraUnavailableError:
    return CameraUnavailableError(message("error.camera.no_picture_sent", name=name))
