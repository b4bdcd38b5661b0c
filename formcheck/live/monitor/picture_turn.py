"""Turns the pictures of a camera that lies on its side or hangs upside down."""

from collections import deque
from dataclasses import dataclass, field, replace

from formcheck.pose.pose import Pose
from formcheck.pose.upright.needed_turn import TurnSettings, needed_turn
from formcheck.video.frame import Frame, Image
from formcheck.video.rotation import Rotation


@dataclass(frozen=True)
class PictureTurnSettings:
    """How long is looked before a camera is believed to lie."""

    looks: int = 9
    """Poses that are looked at together. Of 59 sample clips, upright, on either side and on their
    heads, the first nine seconds are taken rightly in nine of ten and wrongly in none."""

    apart_s: float = 1.0
    """Seconds from one to the next: poses that are alike tell no more than one."""

    turn: TurnSettings = field(default_factory=TurnSettings)


DEFAULTS = PictureTurnSettings()


class PictureTurn:
    """Looks how the first pictures lie, and turns those that follow. State over time.

    A camera is taken for upright as long as it is unclear. degrees: clockwise, by which pictures
    are turned; 0, 90, 180 or 270.
    """

    def __init__(self, *, settings: PictureTurnSettings = DEFAULTS) -> None:
        self.degrees = 0
        self._settings = settings
        self._looks: deque[tuple[Image, Pose]] = deque(maxlen=settings.looks)
        self._looked_s = float("-inf")

    def upright(self, frame: Frame) -> Frame:
        """The picture as it must be looked at; those that are turned are a take of their own."""
        if not self.degrees:
            return frame
        image = Rotation.from_degrees(self.degrees).apply(frame.image)
        return replace(frame, image=image, take=frame.take + 1)

    def update(self, frame: Frame, pose: Pose) -> bool:
        """Look at an upright picture; whether those from now on are turned, for the first time."""
        early = frame.time_s - self._looked_s < self._settings.apart_s
        if self.degrees or early or not pose.found:
            return False
        self._looked_s = frame.time_s
        self._looks.append((frame.image, pose))
        if len(self._looks) < self._settings.looks:
            return False
        images, poses = zip(*self._looks, strict=True)
        self.degrees = needed_turn(images, poses, self._settings.turn).degrees
        return self.degrees != 0
