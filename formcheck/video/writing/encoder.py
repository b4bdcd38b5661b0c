"""Chooses and opens an encoder that this computer's FFmpeg has."""

from dataclasses import dataclass, field
from fractions import Fraction

import av
from av.container import OutputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from formcheck.texts.message import message
from formcheck.video.video_errors import VideoWriteError

# Whole numbers for 24, 25, 29.97, 30, 50 and 60 frames a second; MPEG-4 allows no finer than 65535.
TIME_BASE = Fraction(1, 30_000)

_BITS_PER_PIXEL_AND_SECOND = 4  # 3.7 Mbit/s for 720p; for encoders without constant quality
_BT709 = 1
_BT601 = 6  # SMPTE 170M, with the matrix of BT.601: what OpenCV makes of RGB
_LIMITED_RANGE = 1
_USUAL_RATE = 30  # what encoders plan with; the time stamps decide


@dataclass(frozen=True)
class Encoder:
    """An encoder of FFmpeg with its settings.

    constant_quality: the settings fix the quality; otherwise a bit rate is set from the size.
    """

    name: str
    options: dict[str, str] = field(default_factory=dict)
    constant_quality: bool = False


_X264 = {
    "preset": "veryfast",
    "crf": "23",
    # Costs a fifth less than in several, and leaves the other cores to inference.
    "threads": "1",
    # Looks less closely where something has moved to: 40 % less work for 14 % more to write.
    "x264-params": "subme=0:me=dia",
}

# Best first. All but the last write H.264, which every browser plays.
ENCODERS = (
    Encoder("libx264", _X264, constant_quality=True),
    Encoder("h264_videotoolbox"),
    Encoder("h264_mf"),
    Encoder("libopenh264"),
    Encoder("mpeg4", {"qscale": "4", "flags": "+qscale"}, constant_quality=True),
)


def choose_encoder(encoders: tuple[Encoder, ...], width: int, height: int) -> Encoder:
    """The first that can be opened for this size; raises VideoWriteError where none can."""
    for encoder in encoders:
        if encoder.name in av.codecs_available and _opens(encoder, width, height):
            return encoder
    raise VideoWriteError(message("error.written.no_encoder"))


def add_video_stream(
    container: OutputContainer, encoder: Encoder, width: int, height: int
) -> VideoStream:
    """A stream that takes pictures in yuv420p by the matrix of BT.601, with times in TIME_BASE."""
    stream = container.add_stream(encoder.name, rate=_USUAL_RATE, options=dict(encoder.options))
    assert isinstance(stream, VideoStream)
    _configure(stream.codec_context, encoder, width, height)
    return stream


def _opens(encoder: Encoder, width: int, height: int) -> bool:
    context = av.CodecContext.create(encoder.name, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.framerate = Fraction(_USUAL_RATE)
    context.options = dict(encoder.options)
    try:
        _configure(context, encoder, width, height)
        context.open()
    except (FFmpegError, ValueError):
        return False
    return True


def _configure(context: av.VideoCodecContext, encoder: Encoder, width: int, height: int) -> None:
    context.width, context.height = width, height
    context.pix_fmt = "yuv420p"
    context.time_base = TIME_BASE
    # Packets come in the order of time then, so that videos can be joined; a tenth is more to write
    # and a tenth less to do.
    context.max_b_frames = 0
    context.color_primaries = context.color_trc = _BT709
    context.colorspace = _BT601
    context.color_range = _LIMITED_RANGE
    if not encoder.constant_quality:
        context.bit_rate = _BITS_PER_PIXEL_AND_SECOND * width * height
