"""A few pictures from all over a recording, without decoding the whole of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from formcheck.texts.shown import shown
from formcheck.video.frame import Image
from formcheck.video.recordings.decoding import (
    Damage,
    decoded,
    open_file,
    rotation_of,
    video_stream,
)
from formcheck.video.recordings.rgb_converter import RgbConverter
from formcheck.video.size import check_pixels, shown_size


@dataclass(frozen=True)
class GlanceSettings:
    """How many pictures, and what finding them may cost.

    pictures: a person moves through most of a repetition in so many (engineering).
    fewest: of pictures that can be decoded by themselves; where a file has fewer of them, it is
        decoded from its beginning.
    decoded: pictures that are decoded then at most, of which the glances are some (engineering:
        half a second at 720p).
    longest_side: pixels; the pose model works on 256.
    """

    pictures: int = 8
    fewest: int = 6
    decoded: int = 600
    longest_side: int = 640


DEFAULTS = GlanceSettings()


def glances(path: Path, settings: GlanceSettings = DEFAULTS) -> list[Image]:
    """Pictures of a video, upright as its file says, in the order of time.

    Raises RecordingError where the file can't be opened; none are damage that is told elsewhere.
    """
    found = _pictures_at_keys(path, settings)
    return found if len(found) >= settings.fewest else _pictures_in_a_row(path, settings)


def _pictures_at_keys(path: Path, settings: GlanceSettings) -> list[Image]:
    """Pictures from which decoding can begin, the nearest ones to evenly spread times."""
    name, found = shown(path), dict[int, Image]()
    with open_file(path) as container, suppress(FFmpegError):
        stream = video_stream(container, name)
        length = container.duration or 0
        converter = RgbConverter()
        for number in range(settings.pictures if length > 0 else 0):
            container.seek(int(length * (number + 0.5) / settings.pictures))
            picture = next(decoded(container, stream, Damage()), None)
            if picture is not None and picture.pts is not None and picture.pts not in found:
                found[picture.pts] = _upright(picture, stream, converter, name, settings)
    return [found[stamp] for stamp in sorted(found)]


def _pictures_in_a_row(path: Path, settings: GlanceSettings) -> list[Image]:
    name = shown(path)
    with open_file(path) as container:
        stream = video_stream(container, name)
        converter = RgbConverter()
        frames = min(_frames(container, stream) or settings.decoded, settings.decoded)
        step = max(1, frames // settings.pictures)
        chosen: Iterator[VideoFrame] = islice(
            decoded(container, stream, Damage()), step // 2, settings.decoded, step
        )
        pictures = islice(chosen, settings.pictures)
        return [_upright(one, stream, converter, name, settings) for one in pictures]


def _frames(container: InputContainer, stream: VideoStream) -> int:
    """How many there are; by the length where the container doesn't count them, 0 if unknown."""
    length_s = (container.duration or 0) / av.time_base
    return stream.frames or round(length_s * float(stream.guessed_rate or 0))


def _upright(
    picture: VideoFrame,
    stream: VideoStream,
    converter: RgbConverter,
    name: str,
    settings: GlanceSettings,
) -> Image:
    check_pixels(name, picture.width, picture.height)
    width, height = shown_size(
        picture.width, picture.height, stream.sample_aspect_ratio, settings.longest_side
    )
    return rotation_of(picture, stream).apply(converter.convert(picture, width, height))
