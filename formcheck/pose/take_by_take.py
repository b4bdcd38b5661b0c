"""Estimates each take of a recording by itself.

Across a cut the pose model would look where, and turned as, somebody was before it, and so would
whoever chooses a person or remembers how the camera was rolled.
"""

from collections.abc import Callable
from dataclasses import replace

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.standstill import Standstill
from formcheck.video.frame import Frame
from formcheck.video.too_dark import is_too_dark


class TakeByTakeEstimator(Closeable):
    """Finds poses with an estimator that is opened anew for every take.

    open_estimator: opens one; it is closed at the end of its take.
    """

    def __init__(self, open_estimator: Callable[[], PoseEstimator]) -> None:
        self._open_estimator = open_estimator
        self._estimator = open_estimator()
        self._take = 0
        self._first = self._newest = 0
        self._standstill = Standstill()

    def estimate(self, frame: Frame) -> Pose:
        """The pose in this frame, with the number of its take; see `PoseEstimator`.

        Takes that the estimator tells apart itself count too.
        """
        if frame.take != self._take:
            self._first = self._newest + 1
            self._take = frame.take
            self._estimator.close()
            self._estimator = self._open_estimator()
        pose = self._estimator.estimate(frame)
        self._newest = self._first + pose.take
        if is_too_dark(frame.image):
            pose = _in_the_dark(pose)
        frozen = self._standstill.update(pose, frozen=frame.frozen)
        return replace(pose, take=self._newest, frozen=frozen)

    def close(self) -> None:
        """Free the model; may be called twice."""
        self._estimator.close()


def _in_the_dark(pose: Pose) -> Pose:
    """Nobody: whoever is found there is guessed, as is how the camera moves."""
    nobody = Pose.missing(pose.time_s, pose.width, pose.height)
    return replace(nobody, roll=pose.roll, take=pose.take, dark=True)
