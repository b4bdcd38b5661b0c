"""What a video file says of itself before it is read: size, length, rate, number of pictures."""

from dataclasses import dataclass
from typing import Self

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.video.recordings.decoding import has_times, rotation_of, seconds, tags_of
from formcheck.video.recordings.slow_motion import timing_from_tags
from formcheck.video.rotation import Rotation
from formcheck.video.size import shown_size
from formcheck.video.timing import GUESSED, Timing


@dataclass(frozen=True)
class Layout:
    """How the stored pictures become frames: scaled to this size, then turned."""

    scaled_width: int
    scaled_height: int
    rotation: Rotation

    @classmethod
    def of(
        cls, first: VideoFrame, stream: VideoStream, longest_side: int | None, turned: int
    ) -> Self:
        """By the first picture. longest_side, turned: see `RecordedVideo`."""
        width, height = shown_size(
            first.width, first.height, stream.sample_aspect_ratio, longest_side
        )
        return cls(width, height, rotation_of(first, stream).turned(turned))

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height after turning."""
        return self.rotation.size(self.scaled_width, self.scaled_height)


@dataclass(frozen=True)
class Stated:
    """What is promised; None where it isn't.

    rate: pictures a second, as it plays. timing: what its times are worth. pictures: how many there
    are. video_s: how long the pictures go on. plays_s: how long the whole goes on, as it plays.
    """

    rate: float | None
    timing: Timing
    pictures: int | None
    video_s: float | None
    plays_s: float | None

    @classmethod
    def by(cls, container: InputContainer, stream: VideoStream, fastest_rate: float) -> Self:
        """What the file says. fastest_rate: pictures a second; more are an error of the file."""
        rate = _rate(container, stream, fastest_rate)
        video_s = _video_s(container, stream)
        return cls(
            rate,
            _timing(container, stream, rate),
            stream.frames or None,
            video_s,
            video_s or _container_s(container),
        )


def _video_s(container: InputContainer, stream: VideoStream) -> float | None:
    """Length that is stated of the video itself: the sound beside it may go on for longer."""
    duration_s = seconds(stream.duration, stream.time_base)
    if duration_s is None and len(container.streams) == 1:
        return _container_s(container)
    return duration_s if duration_s and duration_s > 0 else None


def _container_s(container: InputContainer) -> float | None:
    duration_s = (container.duration or 0) / av.time_base
    return duration_s if duration_s > 0 else None


def _timing(container: InputContainer, stream: VideoStream, rate: float | None) -> Timing:
    """What the times are worth by what the file says of itself."""
    if not has_times(container):
        return GUESSED
    ticks = float(1 / stream.time_base) if stream.time_base else None
    return timing_from_tags(tags_of(container, stream), rate, ticks)


def _rate(container: InputContainer, stream: VideoStream, fastest: float) -> float | None:
    """Pictures a second by the time stamps, else by the codec.

    Of a raw stream FFmpeg makes the first up, and of a short one in Matroska it may be anything.
    """
    by_stamps = stream.average_rate if has_times(container) else None
    rates = [float(stated or 0) for stated in (by_stamps, stream.guessed_rate)]
    return next((rate for rate in rates if 0 < rate <= fastest), None)
