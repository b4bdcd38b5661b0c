"""A recording whose parts can be read by themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from formcheck.analysis.parts.parts import Part, parts_of
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from formcheck.video.recordings.picture_index import PictureIndex
from formcheck.video.recordings.reading import Reading
from formcheck.video.recordings.recorded import RecordedVideo


@dataclass(frozen=True, eq=False)
class CutRecording:
    """How to read a recording, and where it is cut. parts: more than one."""

    reading: Reading
    index: PictureIndex
    parts: tuple[Part, ...]

    def turned(self, degrees: int) -> "CutRecording":
        """The same, turned clockwise beyond what the file says."""
        return replace(self, reading=replace(self.reading, turned=degrees))

    def open(self) -> RecordedVideo:
        """The recording itself."""
        return self.reading.open()

    def picture(self, number: int) -> Image:
        """One picture by itself.

        Raises RecordingError where it can't be read.
        """
        # Others are at work on the other cores, and each thread has pictures of its own.
        with self.reading.for_worker.open() as recording:
            return next(iter(recording.stretch(self.index.stretch(number, number + 1)))).image

    def frame(self, number: int, pose: Pose) -> Frame:
        """One frame, which is read only when its picture is looked at. pose: that is in it."""
        return _FrameToRead(lambda: self.picture(number), number, pose)


class _FrameToRead(Frame):
    """A frame whose picture costs nothing until somebody looks at it."""

    def __init__(self, read: Callable[[], Image], number: int, pose: Pose) -> None:
        known = {"time_s": pose.time_s, "index": number, "take": pose.take, "camera": pose.camera}
        for name, value in known.items():
            object.__setattr__(self, name, value)
        self.__dict__["_read"] = read
        self.__dict__["_size"] = (pose.width, pose.height)

    def __getattr__(self, name: str) -> Any:
        """The picture, when it is looked at for the first time."""
        if name != "image":
            raise AttributeError(name)
        image = self.__dict__["image"] = self.__dict__["_read"]()
        return image

    @property
    def width(self) -> int:
        """Pixels."""
        return int(self.__dict__["_size"][0])

    @property
    def height(self) -> int:
        """Pixels."""
        return int(self.__dict__["_size"][1])


def cut(reading: Reading) -> CutRecording | None:
    """Cut a recording; None where it is too short, or can only be read from its beginning."""
    with reading.open() as recording:
        index = recording.index()
    parts = () if index is None else parts_of(index)
    if index is None or len(parts) < 2:
        return None
    return CutRecording(reading, index, parts)
