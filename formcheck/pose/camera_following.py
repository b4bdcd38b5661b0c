"""Tells with each pose how the camera has moved, so that the body's movement isn't taken for it.

Loading this module loads OpenCV.
"""

from dataclasses import replace

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.outline import outline
from formcheck.pose.pose import Floats, Pose
from formcheck.video.camera_watch import CameraWatch
from formcheck.video.frame import Frame


class CameraFollowingEstimator(Closeable):
    """Finds poses as another estimator does, and follows the background behind them.

    Where a moving camera is lost, a new take begins with the pose: nothing before can be compared
    with it. estimator: closed with it; its frames tell of the camera too.
    """

    def __init__(self, estimator: PoseEstimator) -> None:
        self._estimator = estimator
        self._watch = CameraWatch()
        self._body: Floats | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is, and how the camera has moved; see `PoseEstimator`."""
        motion = self._watch.update(frame, self._body)
        take = self._watch.restarts
        pose = self._estimator.estimate(replace(frame, camera=motion, take=frame.take + take))
        self._body = outline(pose)
        return replace(pose, camera=motion, take=take)

    def close(self) -> None:
        """Free the model; may be called twice."""
        self._estimator.close()
