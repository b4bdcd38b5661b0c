"""Tells with each pose how the camera has moved, so that the body's movement isn't taken for it.

Loading this module loads OpenCV.
"""

from concurrent.futures import Executor
from dataclasses import replace

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.outline import outline
from formcheck.pose.pose import Floats, Pose
from formcheck.video.background.camera_watch import CameraWatch
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.frame import Frame


class CameraFollowingEstimator(Closeable):
    """Finds poses as another estimator does, and follows the background behind them.

    Where a moving camera is lost, a new take begins with the pose: nothing before can be compared
    with it.

    estimator: closed with it; its frames tell of the camera too. beside: where the background is
    followed while the body is looked for, as long as the camera stands still; shut down with it.
    The estimator is told of the first move one frame late then.
    """

    def __init__(self, estimator: PoseEstimator, beside: Executor | None = None) -> None:
        self._estimator = estimator
        self._beside = beside
        self._watch = CameraWatch()
        self._body: Floats | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is, and how the camera has moved; see `PoseEstimator`."""
        if self._beside is None or self._watch.moves:
            motion = self._watch.update(frame, self._body)
            pose = self._estimator.estimate(self._told(frame, motion))
        else:
            told = self._told(frame, STILL)
            following = self._beside.submit(self._watch.update, frame, self._body)
            pose = self._estimator.estimate(told)
            motion = following.result()
        self._body = outline(pose)
        return replace(pose, camera=motion, take=self._watch.restarts)

    def close(self) -> None:
        """Free the model; may be called twice."""
        if self._beside is not None:
            self._beside.shutdown(wait=False, cancel_futures=True)
        self._estimator.close()

    def _told(self, frame: Frame, motion: CameraMotion) -> Frame:
        """The frame, which tells how the camera has moved."""
        return replace(frame, camera=motion, take=frame.take + self._watch.restarts)
