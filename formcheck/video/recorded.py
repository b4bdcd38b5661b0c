"""Recorded video files: every frame at its own presentation time, upright, decoded ahead."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.closeable import Closeable
from formcheck.video.decoding import (
    Damage,
    RgbConverter,
    decoded,
    no_picture,
    open_file,
    rotation_of,
    seconds,
    video_stream,
)
from formcheck.video.frame import Frame
from formcheck.video.presentation import PresentationClock
from formcheck.video.read_ahead import ReadAhead
from formcheck.video.rotation import Rotation
from formcheck.video.size import check_pixels, fit, shown_size
from formcheck.video.source import SourceInfo, SourceKind


@dataclass(frozen=True)
class RecordedSettings:
    """How a recording is read.

    frames_ahead: evens out slow frames without holding more than 25 MB a picture at 4K, a hundred
        in all.
    usual_rate: frames a second, where the file states none.
    fastest_rate: frames a second; a file that states more is in error.
    missing_s: by which a recording must end early to be told of; shorter ends are a container's
        rounding.
    """

    frames_ahead: int = 3
    usual_rate: float = 30.0
    fastest_rate: float = 1000.0
    missing_s: float = 1.0


@dataclass(frozen=True)
class _Layout:
    """How the stored pictures become frames: scaled to this size, then turned."""

    scaled_width: int
    scaled_height: int
    rotation: Rotation


class RecordedVideo(Closeable):
    """A video file: MP4, MOV, WebM, MKV, AVI, animated GIF and whatever else FFmpeg decodes.

    May be iterated again and again; each pass starts at the first frame and decodes in a thread
    of its own, a few frames ahead, so that decoding overlaps with what the frames are used for.
    A file that is damaged or breaks off gives the frames that can be decoded; `warnings` says
    what is missing once the pass is over.

    Raises RecordingError, with the remedy, where not even the first frame can be had.

    longest_side: scale larger pictures down to this many pixels while they are converted,
        which for 4K costs less than converting them whole.
    """

    def __init__(
        self,
        path: Path | str,
        longest_side: int | None = None,
        settings: RecordedSettings = RecordedSettings(),
    ) -> None:
        self._path = Path(path)
        self._settings = settings
        self._longest_side = longest_side
        self._warnings: list[str] = []
        self._readers: WeakSet[ReadAhead[Frame]] = WeakSet()
        self._closed = False
        with open_file(self._path) as container:
            stream = video_stream(container, str(self._path))
            check_pixels(str(self._path), stream.codec_context.width, stream.codec_context.height)
            first = next(decoded(container, stream, Damage()), None)
            if first is None:
                raise no_picture(str(self._path))
            check_pixels(str(self._path), first.width, first.height)
            self._layout = self._layout_of(first, stream)
            self._info = self._info_of(container, stream)
            self._promised_s = _video_duration(container, stream)

    @property
    def info(self) -> SourceInfo:
        """Size after turning upright, and what the file states of itself."""
        return self._info

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was missing or damaged, a line each; complete when a pass has ended."""
        return tuple(self._warnings)

    def __iter__(self) -> Iterator[Frame]:
        if self._closed:
            raise ValueError(f"{self._path} has been closed")
        with ReadAhead(
            self._frames(), self._settings.frames_ahead, f"decode {self._path.name}"
        ) as reader:
            self._readers.add(reader)
            yield from reader

    def close(self) -> None:
        """End every pass that is under way; frames handed out stay valid."""
        self._closed = True
        for reader in tuple(self._readers):
            reader.close()

    def _layout_of(self, first: VideoFrame, stream: VideoStream) -> _Layout:
        width, height = shown_size(
            first.width, first.height, stream.sample_aspect_ratio, self._longest_side
        )
        return _Layout(width, height, rotation_of(first, stream))

    def _info_of(self, container: InputContainer, stream: VideoStream) -> SourceInfo:
        layout = self._layout
        width, height = layout.rotation.size(layout.scaled_width, layout.scaled_height)
        return SourceInfo(
            kind=SourceKind.VIDEO,
            name=self._path.name,
            width=width,
            height=height,
            duration_s=_video_duration(container, stream) or _container_duration(container),
            frame_count=stream.frames or None,
            rotation=layout.rotation.degrees,
            frames_per_second=_stated_rate(stream, self._settings.fastest_rate),
        )

    def _frames(self) -> Generator[Frame, None, None]:
        damage = Damage()
        clock = PresentationClock(1 / (self._info.frames_per_second or self._settings.usual_rate))
        converter = RgbConverter()
        index = 0
        time_s = 0.0
        with open_file(self._path) as container:
            stream = video_stream(container, str(self._path))
            for picture in decoded(container, stream, damage):
                time_s = clock.time_of(
                    seconds(picture.pts, picture.time_base), seconds(picture.dts, picture.time_base)
                )
                yield self._frame(picture, stream, converter, time_s, index)
                index += 1
        self._note(damage, time_s, index)

    def _frame(
        self,
        picture: VideoFrame,
        stream: VideoStream,
        converter: RgbConverter,
        time_s: float,
        index: int,
    ) -> Frame:
        check_pixels(str(self._path), picture.width, picture.height)
        width, height = shown_size(
            picture.width, picture.height, stream.sample_aspect_ratio, self._longest_side
        )
        stored = converter.convert(picture, width, height)
        upright = self._layout.rotation.apply(stored)
        return Frame(fit(upright, self._info.width, self._info.height), time_s, index)

    def _note(self, damage: Damage, last_s: float, frames: int) -> None:
        """Compare what came with what the container promised, for `warnings`."""
        warnings = []
        duration_s = self._promised_s
        missing_s = 0.0 if duration_s is None else duration_s - last_s
        promised = self._info.frame_count
        fewer = promised is None or frames + damage.packets < promised
        if damage.broken_off or (missing_s > self._settings.missing_s and fewer):
            of_all = f" of {duration_s:.1f} s" if duration_s is not None else ""
            warnings.append(
                f"{self._path.name} breaks off at {last_s:.1f} s{of_all}: "
                "what comes before was used. Copy it again to have the rest."
            )
        if damage.packets:
            parts = "part" if damage.packets == 1 else "parts"
            warnings.append(
                f"{self._path.name} is damaged in {damage.packets} {parts}: "
                "pictures there are missing or wrong. Copy it again."
            )
        self._warnings.extend(text for text in warnings if text not in self._warnings)


def _video_duration(container: InputContainer, stream: VideoStream) -> float | None:
    """Length that is stated of the video itself: the sound beside it may go on for longer."""
    duration_s = seconds(stream.duration, stream.time_base)
    if duration_s is None and len(container.streams) == 1:
        return _container_duration(container)
    return duration_s if duration_s and duration_s > 0 else None


def _container_duration(container: InputContainer) -> float | None:
    duration_s = (container.duration or 0) / av.time_base
    return duration_s if duration_s > 0 else None


def _stated_rate(stream: VideoStream, fastest: float) -> float | None:
    rate = float(stream.average_rate or 0)
    return rate if 0 < rate <= fastest else None
