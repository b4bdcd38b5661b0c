"""How much of a file was never written, though it counts as its bytes.

A disk holds such stretches in no room at all, as zeros: what downloads and cameras reserve before
they fill it, or what somebody made to look large. FFmpeg looks for the next picture through all of
them, minutes long.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.video.video_errors import RecordingIncompleteError


@dataclass(frozen=True)
class UnwrittenSettings:
    """What is passed over; engineering values.

    most_bytes: FFmpeg looks through them in a second, and what cameras reserve is less.
    stretches: that are looked at: more of them are no reserve but how some disks store a file.
    """

    most_bytes: int = 1 << 30
    stretches: int = 1000


DEFAULTS = UnwrittenSettings()


def check_written(path: Path, settings: UnwrittenSettings = DEFAULTS) -> None:
    """Raise RecordingIncompleteError where more of a file is missing than is passed over."""
    missing = path.stat().st_size - written_bytes(path, settings)
    if missing > settings.most_bytes:
        raise RecordingIncompleteError(
            message("error.video.unwritten", path=shown(path), gigabytes=missing / (1 << 30))
        )


def written_bytes(path: Path, settings: UnwrittenSettings = DEFAULTS) -> int:
    """The bytes of a file that were written; all of them where the system doesn't tell."""
    if not hasattr(os, "SEEK_HOLE"):
        return path.stat().st_size
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        holes = 0
        for _, (begin, end) in zip(
            range(settings.stretches), _holes(file.fileno(), size), strict=False
        ):
            holes += end - begin
    return size - holes


def _holes(file: int, size: int) -> Iterator[tuple[int, int]]:
    """From where to where a file has nothing, in order."""
    end = 0
    while end < size:
        begin = os.lseek(file, end, os.SEEK_HOLE)
        if begin >= size:
            return
        try:
            end = os.lseek(file, begin, os.SEEK_DATA)
        except OSError:  # nothing was written from there on
            end = size
        yield begin, end
