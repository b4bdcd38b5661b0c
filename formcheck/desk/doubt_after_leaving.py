"""Who comes back lower than they sat slouches, or the desk has gone up with the camera."""

from dataclasses import dataclass

from formcheck.desk.sitting_posture import Posture, PostureState
from formcheck.measure.steady import Lasting


@dataclass(frozen=True)
class LeavingSettings:
    """When the camera is trusted again; seconds."""

    as_before_s: float = 2.0
    """Somebody who has come back sits as they sat for so long: the camera is where it was. One
    look may err (engineering)."""

    asked_s: float = 15.0
    """Somebody who is lower for so long won't sit up by themselves, and is asked to
    (engineering)."""


DEFAULTS = LeavingSettings()


class DoubtAfterLeaving:
    """Tells no slouching of who came back, until they have sat as before once; state over time.

    A desk that is raised while nobody sits at it, a laptop put down again, another chair: each
    makes people sink in the picture, and the room behind often shows nothing to see that by.
    """

    def __init__(self, settings: LeavingSettings = DEFAULTS) -> None:
        self._settings = settings
        self._doubtful = False
        self._as_before: Lasting[bool] = Lasting(False)
        self._lower_s: float | None = None
        self.lower = False
        """Whether they have been lower than before for a while, and are to be asked to sit up."""

    def update(self, time_s: float, state: PostureState, *, here: bool) -> PostureState:
        """The posture, as far as it can be told.

        here: whether somebody sits there.
        """
        if not here:
            self._doubtful, self._as_before = True, Lasting(False)
        as_before = here and state.posture is Posture.UPRIGHT and not state.out_now
        if self._as_before.update(time_s, as_before, self._settings.as_before_s):
            self._doubtful = False
        doubted = self._doubtful and state.posture is Posture.SLOUCHED
        if not (self._doubtful and here):
            self._lower_s = None
        elif doubted and self._lower_s is None:
            self._lower_s = time_s
        since_s = self._lower_s
        self.lower = since_s is not None and time_s - since_s >= self._settings.asked_s
        return PostureState(Posture.UNKNOWN) if doubted else state
