"""The pictures of recordings and photographs in a folder, to measure and to learn from."""

from collections.abc import Iterator
from pathlib import Path

from formcheck.video.frame import Image
from formcheck.video.open import PICTURE_SUFFIXES, VIDEO_SUFFIXES, open_recording
from formcheck.video.recordings.glances import GlanceSettings, glances


def pictures_in(folder: Path, of_each: int) -> Iterator[Image]:
    """Pictures of everything in a folder and below it, in the order of the names.

    of_each: how many of a recording, spread over it.

    Raises RecordingError where a file can't be read.
    """
    wanted = GlanceSettings(pictures=of_each, fewest=of_each)
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in VIDEO_SUFFIXES:
            yield from glances(path, wanted)
        elif path.suffix.lower() in PICTURE_SUFFIXES:
            with open_recording(path) as picture:
                yield from (frame.image for frame in picture)
