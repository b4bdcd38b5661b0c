"""Whether the camera moved in a recording, and what is said of that."""

from collections.abc import Sequence

from formcheck.pose.pose import Pose
from formcheck.texts.message import Message, message


class CameraSeen:
    """What the poses of a recording tell of the camera; state over time.

    moved: whether it moved at all. unknown: how many poses there are of which it isn't known how
    far. lost_s: when takes began because it was lost, in seconds.
    """

    def __init__(self) -> None:
        self.moved = False
        self.unknown = 0
        self.lost_s: list[float] = []
        self._last: Pose | None = None

    def update(self, pose: Pose) -> None:
        """Take the next pose, in rising time."""
        last, self._last = self._last, pose
        self.moved = self.moved or not pose.camera.is_none
        self.unknown += pose.found and not pose.camera.known
        if last is not None and last.take != pose.take and not last.camera.known:
            self.lost_s.append(pose.time_s)


def camera_told(camera: CameraSeen) -> tuple[Message, ...]:
    """What is said of a camera that moved; nothing of one that stood still."""
    if not camera.moved:
        return ()
    if not camera.unknown:
        return (message("recording.moved"),)
    return (message("recording.moved_fast"), *_lost_told(camera.lost_s))


def _lost_told(lost_s: Sequence[float]) -> tuple[Message, ...]:
    if not lost_s:
        return ()
    return (message("recording.lost", count=len(lost_s), first=float(lost_s[0])),)
