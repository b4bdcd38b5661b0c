"""Tells with each pose how far the camera is rolled, so that up is up for all who measure.

Loading this module loads OpenCV.
"""

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.beside.look import LookLostError, Onlooker
from formcheck.pose.estimator import PeopleDetector, PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.upright.camera_roll import RollVotes, roll_votes
from formcheck.pose.upright.roll_tracker import RollTracker
from formcheck.pose.upright.room_lines import Lines, room_lines
from formcheck.pose.upright.upright import clockwise
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class RollCorrectionSettings:
    """Seconds between two looks at the room, of 15 ms each: quickly known, and noticed when the
    camera is moved (engineering).

    look_every_s: until the roll has settled. look_every_s_later: from then on.
    """

    look_every_s: float = 0.5
    look_every_s_later: float = 3.0


class RollCorrectingEstimator(Closeable):
    """Finds poses as another estimator does, and looks now and then at the lines of the room.

    estimator: closed with it. beside: takes the looks, so that no frame waits for one; it is left
    open. Without, each is taken in its turn, and results don't depend on the computer's speed.
    """

    def __init__(
        self,
        estimator: PoseEstimator,
        settings: RollCorrectionSettings = RollCorrectionSettings(),
        beside: Onlooker | None = None,
    ) -> None:
        self._estimator = estimator
        self._settings = settings
        self._roll = RollTracker()
        self._take = 0
        self._looked_s = float("-inf")
        self._lines: Lines | None = None
        self._beside = beside
        self._looking: Future[RollVotes] | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is, and the camera's roll; a missing pose where nobody is found."""
        pose = self._estimator.estimate(frame)
        if frame.take != self._take:
            self._begin_take(frame.take)
        if self._looking is not None:
            self._collect(self._looking)
        elif self._lines is not None:
            self._count()
        elif frame.time_s - self._looked_s >= self._pause_s:
            self._look(frame, pose)
        return replace(pose, roll=self._roll.roll)

    def close(self) -> None:
        """Free the model; may be called twice."""
        self._estimator.close()

    def _begin_take(self, take: int) -> None:
        self._take = take
        self._roll = RollTracker()
        self._looked_s = float("-inf")
        self._lines = None
        self._looking = None

    @property
    def _pause_s(self) -> float:
        settled = self._roll.settled
        return self._settings.look_every_s_later if settled else self._settings.look_every_s

    def _look(self, frame: Frame, pose: Pose) -> None:
        first = self._looked_s == float("-inf")
        self._looked_s = frame.time_s
        if not frame.camera.known:
            return
        if self._beside is not None:
            self._looking = self._beside.begin(LookAtRoom(frame, pose))
            return
        self._lines = _lines(frame, pose)
        # The first is counted at once, since a photograph has no other; later ones with the next
        # frame, so that none waits for both.
        if first:
            self._count()

    def _collect(self, looking: Future[RollVotes]) -> None:
        """Take what a look beside has found, once it is over."""
        if looking.done():
            self._looking = None
            with suppress(LookLostError):
                self._roll.update(looking.result())

    def _count(self) -> None:
        if self._lines is not None:
            self._roll.update(roll_votes(self._lines))
            self._lines = None


def _lines(frame: Frame, pose: Pose) -> Lines:
    return turned_back(room_lines(frame.image, pose), frame.camera.roll)


@dataclass(frozen=True, eq=False)
class LookAtRoom:
    """What the lines of the room say of a camera's roll, away from the person."""

    frame: Frame
    pose: Pose

    def take(self, everybody: PeopleDetector) -> RollVotes:
        """See `Look`."""
        del everybody
        return roll_votes(_lines(self.frame, self.pose))


def turned_back(lines: Lines, roll: float) -> Lines:
    """Lines of a picture, N × 4 about its middle, as they lay before the camera was rolled."""
    return np.asarray(clockwise(lines.reshape(-1, 2, 2), -roll).reshape(-1, 4))
