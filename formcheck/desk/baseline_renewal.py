"""A new baseline after the camera was moved, as soon as the person sits as they sat."""

from dataclasses import dataclass

from formcheck.desk.camera_place import camera_moved, comparable
from formcheck.desk.glance import Glance
from formcheck.desk.posture import Posture, Who
from formcheck.desk.sitting_baseline import BaselineTaker
from formcheck.desk.sitting_posture import PostureJudge
from formcheck.exercises.exercise import Exercise
from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class RenewalSettings:
    """settle_s: seconds that the camera stands still before anybody is looked at, as who moves it
    leans over to it (engineering).
    """

    settle_s: float = 3.0


DEFAULTS = RenewalSettings()


class BaselineRenewal:
    """Notices that the camera was moved, and takes the baseline anew; state over time.

    Until then nothing is said of how anybody sits: a camera that looks up a little makes everybody
    sink. They sit as they sat where the old baseline says so of the picture that is moved back;
    where the camera lost sight of what it had shown, sitting upright is enough.
    """

    def __init__(self, exercise: Exercise, settings: RenewalSettings = DEFAULTS) -> None:
        self._settings = settings
        self._exercise = exercise
        self._baseline: Pose | None = None
        self._last: Pose | None = None
        self._taker: BaselineTaker | None = None

    @property
    def camera_moved(self) -> bool:
        """Whether the camera was moved, and there is no new baseline yet."""
        return self._taker is not None

    @property
    def comparable(self) -> bool:
        """Whether the last picture can be compared with those of the baseline."""
        if self._baseline is None or self._last is None:
            return True
        return comparable(self._baseline, self._last)

    def begin(self, pose: Pose) -> None:
        """A baseline is complete with this pose: here the camera stands."""
        self._baseline = self._last = pose
        self._taker = None

    def update(self, glance: Glance, judge: PostureJudge) -> PostureJudge | None:
        """Take the next glance; a judge as soon as there is a new baseline.

        judge: of the old one.
        """
        pose, last = glance.measures.pose, self._last
        if self._baseline is None or last is None:
            return None
        self._last = pose
        if not camera_moved(self._baseline, pose):
            self._taker = None
            return None
        if self._taker is None or camera_moved(last, pose):
            from_s = glance.time_s + self._settings.settle_s
            self._taker = BaselineTaker(self._exercise, from_s)
        # A picture in which nothing has changed is no further evidence.
        if pose.landmarks is last.landmarks or not self._sits_as_before(glance, judge):
            return None
        return self._taker.update(glance)

    def _sits_as_before(self, glance: Glance, judge: PostureJudge) -> bool:
        if not glance.sitting or not glance.measures.pose.camera.known:
            return False
        if not self.comparable:
            return True
        # Who stands at a desk that was raised with the camera on it looks as who sits there.
        same = judge.who(glance) is Who.SAME
        return same and judge.update(glance).posture is Posture.UPRIGHT
