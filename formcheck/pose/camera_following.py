"""Tells with each pose how the camera has moved, so that the body's movement isn't taken for it.

Loading this module loads OpenCV.
"""

from dataclasses import dataclass, replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.outline import outline
from formcheck.pose.pose import Floats, Pose
from formcheck.video.camera_motion import STILL, CameraMotion, carried_back
from formcheck.video.camera_watch import CameraWatch
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class CameraFollowingSettings:
    """How the landmarks follow a picture that moves.

    late_s: seconds by which the model's smoothing holds them back. Measured on two clips with a
        swaying picture beside the same ones without: the mean error of 10 joints is 2.2 pixels at
        0, 1.5 at 0.03 and 1.6 at 0.05.
    most_pictures: of the way between two pictures that is gone back; where they come faster, the
        last step tells less of the one before.
    """

    late_s: float = 0.03
    most_pictures: float = 2.0


DEFAULTS = CameraFollowingSettings()

SINGLE_PICTURES = CameraFollowingSettings(late_s=0.0)
"""For a model that looks at each picture by itself."""


class CameraFollowingEstimator(Closeable):
    """Finds poses as another estimator does, and follows the background behind them.

    Where a moving camera is lost, a new take begins with the pose: nothing before can be compared
    with it. estimator: closed with it; its frames tell of the camera too.
    """

    def __init__(
        self,
        estimator: PoseEstimator,
        settings: CameraFollowingSettings = DEFAULTS,
    ) -> None:
        self._estimator = estimator
        self._settings = settings
        self._watch = CameraWatch()
        self._body: Floats | None = None
        self._motion = STILL
        self._last_s = -np.inf

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is, and how the camera has moved; see `PoseEstimator`."""
        motion = self._watch.update(frame, self._body)
        of_landmarks = self._a_little_before(motion, frame.time_s)
        take = self._watch.restarts
        pose = self._estimator.estimate(replace(frame, camera=motion, take=frame.take + take))
        self._body = outline(pose)
        return replace(pose, camera=of_landmarks, take=take)

    def _a_little_before(self, motion: CameraMotion, time_s: float) -> CameraMotion:
        before, self._motion = self._motion, motion
        passed_s, self._last_s = time_s - self._last_s, time_s
        share = min(self._settings.late_s / passed_s, self._settings.most_pictures)
        return carried_back(motion, before, share)

    def close(self) -> None:
        """Free the model; may be called twice."""
        self._estimator.close()
