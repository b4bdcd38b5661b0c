"""Is the picture turned, as from a phone on its edge or a camera that hangs upside down?"""

from dataclasses import dataclass, replace

from formcheck.exercises.exercise import Exercise
from formcheck.form.start.observation import ExerciseObserver
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from formcheck.pose.upright.quarter_turn import quarter_turned

QUARTERS = (1, 2, 3)


@dataclass(frozen=True)
class TurnedPictureSettings:
    """How long and how often a turned picture is looked for; engineering values, in seconds."""

    lasts_s: float = 8.0
    """Somebody who stands sideways before lying down is, turned, somebody who lies."""

    slip_s: float = 1.0
    """A shorter time in which it doesn't fit is a slip of the pose model."""

    looks_every_s: float = 0.2
    """Each look measures the pose three times over, and nothing hurries."""


DEFAULTS = TurnedPictureSettings()


def turned(pose: Pose, quarters: int) -> Pose:
    """The pose as the picture shows it after so many quarter turns clockwise; without outline, and
    as if the camera had never moved.
    """
    return quarter_turned(replace(pose, silhouette=None), 90 * quarters)


class TurnedPicture:
    """Whether somebody would be in the start position if the picture were turned.

    Poses can't tell a standing body from one that lies in a turned picture; that it is ready
    for this exercise in no other way for some seconds does. State over time.
    """

    def __init__(self, exercise: Exercise, *, settings: TurnedPictureSettings = DEFAULTS) -> None:
        self._settings = settings
        self._observers = {quarters: ExerciseObserver(exercise) for quarters in QUARTERS}
        self._looked_s = self._fits_s = float("-inf")
        self._since_s: float | None = None

    @property
    def lasting(self) -> bool:
        """Whether it has been so for some seconds."""
        return self._since_s is not None and self._fits_s - self._since_s >= self._settings.lasts_s

    def update(self, pose: Pose, *, in_position: bool) -> None:
        """Take a pose, in rising time. in_position: whether it is as the picture shows it."""
        if not in_position and pose.time_s - self._looked_s < self._settings.looks_every_s:
            return
        self._looked_s = pose.time_s
        if not in_position and pose.found and self._fits(pose):
            self._since_s = pose.time_s if self._since_s is None else self._since_s
            self._fits_s = pose.time_s
        elif in_position or pose.time_s - self._fits_s > self._settings.slip_s:
            self._since_s = None

    def _fits(self, pose: Pose) -> bool:
        seen = (
            observer.update(turned(pose, quarters), settled=False)
            for quarters, observer in self._observers.items()
        )
        return any(one.set_up.verdict is Verdict.GOOD for one in seen)
