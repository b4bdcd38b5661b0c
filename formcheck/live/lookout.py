"""Takes the camera's pictures and finds who is in each; the next one while the last is painted."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace

from formcheck.live.live_contract import CameraFeed
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame


@dataclass(frozen=True, eq=False)
class Sighting:
    """What came of one look at the camera.

    status: how the camera was doing then. frame: None where none came in time. pose: found in that
    very frame; None where nobody wanted to know.
    """

    status: CameraStatus
    frame: Frame | None
    pose: Pose | None


class Lookout:
    """Looks at one picture after the other, in their order and never at two at a time.

    beside: a single thread in which the next picture is waited for and the body looked for in it
    once `look_ahead` was called; what is changed from then on holds one picture later. Without,
    each look is taken when it is asked for.

    watching: whether the pose is wanted.
    """

    def __init__(
        self,
        camera: CameraFeed,
        estimator: PoseEstimator,
        upright: Callable[[Frame], Frame],
        patience_s: float,
        beside: Executor | None = None,
    ) -> None:
        """Upright: the picture as it is looked at. patience_s: how long one is waited for."""
        self.watching = False
        self._camera = camera
        self._estimator = estimator
        self._upright = upright
        self._patience_s = patience_s
        self._beside = beside
        self._ahead: Future[Sighting] | None = None

    def look_ahead(self) -> None:
        """Begin with what comes next, once nothing is left to do for the last picture but to paint
        it: two that are worked on at once hold each other up.
        """
        if self._beside is not None and self._ahead is None:
            self._ahead = self._beside.submit(self._look)

    def next(self) -> Sighting:
        """What comes next, which is waited for; raises what taking or looking at it raised."""
        looking, self._ahead = self._ahead, None
        return self._look() if looking is None else looking.result()

    def _look(self) -> Sighting:
        frame = self._camera.newest(self._patience_s)
        status = self._camera.status
        if frame is None or not self.watching:
            return Sighting(status, frame, None)
        frame = self._upright(frame)
        pose = replace(self._estimator.estimate(frame), take=frame.take)
        return Sighting(status, frame, pose)
