"""Tells with each pose how far the camera is rolled.

Loading this module loads OpenCV.
"""

from dataclasses import replace
from typing import Final

from formcheck.closeable import Closeable
from formcheck.pose.camera_roll import roll_votes
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.roll_tracker import LOOKS, RollTracker
from formcheck.pose.room_lines import Lines, room_lines
from formcheck.video.frame import Frame

EVERY_S: Final = 0.5
EVERY_S_LATER: Final = 3.0
"""Seconds between looks, of 15 ms each: quickly known, and noticed when the camera is moved."""


class RollCorrectingEstimator(Closeable):
    """Finds poses as another estimator does, and looks now and then at the lines of the room.

    estimator: closed with it.
    """

    def __init__(self, estimator: PoseEstimator) -> None:
        self._estimator = estimator
        self._watch = RollTracker()
        self._looks = 0
        self._looked_s = float("-inf")
        self._lines: Lines | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is, and the camera's roll; a missing pose where nobody is found."""
        pose = self._estimator.estimate(frame)
        if self._lines is not None:
            self._count()
        elif frame.time_s - self._looked_s >= self._pause_s:
            self._look(frame, pose)
        return replace(pose, roll=self._watch.roll)

    def close(self) -> None:
        """Free the model; may be called twice."""
        self._estimator.close()

    @property
    def _pause_s(self) -> float:
        return EVERY_S if self._looks < LOOKS else EVERY_S_LATER

    def _look(self, frame: Frame, pose: Pose) -> None:
        self._looked_s = frame.time_s
        self._lines = room_lines(frame.image, pose)
        # The first is counted at once, since a photograph has no other; later ones with the next
        # frame, so that none waits for both.
        if not self._looks:
            self._count()

    def _count(self) -> None:
        if self._lines is not None:
            self._watch.see(roll_votes(self._lines))
            self._looks += 1
            self._lines = None
