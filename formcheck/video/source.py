"""What every source of frames has in common: webcam, recording, still picture, stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from formcheck.closeable import Closes
from formcheck.video.frame import Frame


class SourceKind(StrEnum):
    """Where frames come from, as the result tells it."""

    VIDEO = "video"
    IMAGE = "image"
    CAMERA = "camera"


@dataclass(frozen=True)
class SourceInfo:
    """What is known of a source before its frames are read.

    width, height: pixels of the frames handed out, after rotation.
    duration_s, frame_count: as the container states them, None where it doesn't; for progress
        bars only, since containers err.
    rotation: degrees clockwise by which the stored pictures were turned to stand upright.
    frames_per_second: average rate, None where unknown; never used for timing.
    """

    kind: SourceKind
    name: str
    width: int
    height: int
    duration_s: float | None
    frame_count: int | None
    rotation: int
    frames_per_second: float | None


class FrameSource(Closes, Protocol):
    """Frames in rising time: what cameras, recordings and still pictures have in common.

    Closing it frees the device or file; frames handed out stay valid.
    """

    @property
    def info(self) -> SourceInfo:
        """What is known before frames are read."""

    def __iter__(self) -> Iterator[Frame]: ...
