"""Looks again, and closer, where following the video finds nobody.

The detector looks at the whole frame on 224 × 224 pixels, so it misses people who are small in a
wide frame, and people who lie now and then. Cut to a square or turned by a quarter, the same
picture shows them; what is found that way is believed only when a second, closer look agrees.
"""

from collections.abc import Callable, Iterator

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.cutout import Cutout, close_up, squares, whole
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

PATIENCE_S = 0.5
"""Seconds of video without anybody before another way of looking is tried (engineering)."""

PAUSE_S = 1.0
"""Seconds of video between two searches, so that an empty room costs little (engineering)."""

CLOSER = 2.0
AGREEMENT = 0.1
"""The second look cuts out twice the body's length and must find hips, knees, ankles and shoulders
within a tenth of that length on average. Measured on photographs, whole and shrunk into wide
frames: it lets 98 % of 1,283 rightly seen people pass, none of 35 seen in a wrong place, and none
of 13 seen where nobody was. Of 139 pictures without anybody, one search ended in a person."""

MARGIN = 0.05
"""Share of the followed part: a body nearer to its border makes the part go along (engineering)."""

COMPARED = [
    INDEX[f"{side}_{joint}"] for joint in ("shoulder", "hip", "knee", "ankle") for side in SIDES
]


class RedetectingEstimator(Closeable):
    """Follows one person through one video, and searches when nobody is found.

    A pose that can't be a person (see `is_person`) counts as nobody. When a search succeeds, the
    person is followed in the part of the frame where it succeeded, until lost again.

    follow: opens an estimator that follows a video; called anew for each part that is followed.
    look: opens an estimator that looks at each picture by itself, for searching.
    """

    def __init__(
        self, follow: Callable[[], PoseEstimator], look: Callable[[], PoseEstimator]
    ) -> None:
        self._open_follower, self._open_looker = follow, look
        self._main = follow()
        self._looker: PoseEstimator | None = None
        self._follower: PoseEstimator | None = None
        self._cutout: Cutout | None = None
        self._seen_s = -np.inf
        self._searched_s = -np.inf

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is in a frame; a missing pose where nobody is found."""
        pose = self._follow(frame)
        if is_person(pose):
            self._seen_s = frame.time_s
            return pose
        if frame.time_s - self._seen_s < PATIENCE_S:
            return Pose.missing(frame.time_s, frame.width, frame.height)
        self._leave_cutout()
        if frame.time_s - self._searched_s < PAUSE_S:
            return Pose.missing(frame.time_s, frame.width, frame.height)
        self._searched_s = frame.time_s
        return self._search(frame)

    def close(self) -> None:
        """Free all models; may be called twice."""
        self._leave_cutout()
        self._main.close()
        if self._looker is not None:
            self._looker.close()

    def _follow(self, frame: Frame) -> Pose:
        if self._follower is None or self._cutout is None:
            return self._main.estimate(frame)
        pose = self._cutout.carry_back(self._follower.estimate(self._cutout.of(frame)), frame)
        margin = MARGIN * max(self._cutout.width, self._cutout.height)
        body = pose.landmarks[COMPARED, :2]
        if is_person(pose) and not self._cutout.holds(body, frame, margin):
            self._cutout = close_up(pose, CLOSER, self._cutout.turn)
            # Makes the follower lose the body where it was, so that it detects it anew next time.
            self._follower.estimate(self._cutout.of(frame))
        return pose

    def _search(self, frame: Frame) -> Pose:
        if self._looker is None:
            self._looker = self._open_looker()
        for cutout in _ways_to_look(frame):
            first = _look(self._looker, frame, cutout)
            if not is_person(first):
                continue
            closer = close_up(first, CLOSER, cutout.turn)
            second = _look(self._looker, frame, closer)
            if is_person(second) and _agree(first, second):
                return self._begin_in(closer, frame, second)
        return Pose.missing(frame.time_s, frame.width, frame.height)

    def _begin_in(self, cutout: Cutout, frame: Frame, found: Pose) -> Pose:
        self._follower, self._cutout = self._open_follower(), cutout
        self._seen_s = frame.time_s
        pose = self._follow(frame)
        return pose if is_person(pose) else found

    def _leave_cutout(self) -> None:
        if self._follower is not None:
            self._follower.close()
        self._follower = self._cutout = None


def _ways_to_look(frame: Frame) -> Iterator[Cutout]:
    yield whole(frame)
    yield from squares(frame)
    yield whole(frame, turn=90)
    yield whole(frame, turn=-90)


def _look(looker: PoseEstimator, frame: Frame, cutout: Cutout) -> Pose:
    return cutout.carry_back(looker.estimate(cutout.of(frame)), frame)


def _agree(first: Pose, second: Pose) -> bool:
    low, high = first.box
    length = (high - low).max()
    apart = first.landmarks[COMPARED, :2] - second.landmarks[COMPARED, :2]
    return bool(np.linalg.norm(apart, axis=1).mean() < AGREEMENT * length)
