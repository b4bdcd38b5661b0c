"""Who is lower than they sat, after nobody was seen, slouches, or the desk rose with the camera."""

from dataclasses import dataclass

from formcheck.desk.posture import Posture, PostureState
from formcheck.measure.steady import Lasting


@dataclass(frozen=True)
class LeavingSettings:
    """When the camera is trusted again; seconds."""

    as_before_s: float = 2.0
    """Somebody who has come back sits as they sat for so long: the camera is where it was. One
    look may err (engineering)."""

    proven_s: float = 15.0
    """After so long of that it was there before as well. A desk that goes down in front of who
    stands shows them at the height at which they sat, for 10 s at most (engineering)."""

    asked_s: float = 15.0
    """Somebody who is lower for so long won't sit up by themselves, and is asked to
    (engineering)."""


DEFAULTS = LeavingSettings()


class DoubtAfterLeaving:
    """Tells no slouching of who came back, until they have sat as before once; state over time.

    A desk that is raised while nobody sits at it, or while no pictures come, a laptop put down
    again, another chair: each makes people sink in the picture, and the room behind often shows
    nothing to see that by.
    """

    def __init__(self, settings: LeavingSettings = DEFAULTS) -> None:
        self._settings = settings
        self._doubtful = False
        self._as_before: Lasting[bool] = Lasting(False)
        self._as_before_s: float | None = None
        self._lower_s: float | None = None
        self.lower = False
        """Whether they have been lower than before for a while, and are to be asked to sit up."""
        self.withholds = False
        """Whether the last moment would be slouching if the camera is where it was."""
        self.proven = False
        """Whether by now the camera is known to have been where it was since the doubt began."""

    def begin(self) -> None:
        """Nobody was there, or no picture: from here on the camera may stand elsewhere."""
        self._doubtful, self._as_before, self._as_before_s = True, Lasting(False), None
        self._lower_s = None
        self.lower = self.withholds = self.proven = False

    def update(self, time_s: float, state: PostureState, *, here: bool) -> PostureState:
        """The posture, as far as it can be told.

        here: whether somebody sits there.
        """
        if not here:
            self.begin()
            return state if state.posture is not Posture.SLOUCHED else _UNKNOWN
        self._note_as_before(time_s, state)
        self.withholds = self._doubtful and state.posture is Posture.SLOUCHED
        if not self._doubtful:
            self._lower_s = None
        elif self.withholds and self._lower_s is None:
            self._lower_s = time_s
        since_s = self._lower_s
        self.lower = since_s is not None and time_s - since_s >= self._settings.asked_s
        return _UNKNOWN if self.withholds else state

    def _note_as_before(self, time_s: float, state: PostureState) -> None:
        lower = state.posture is Posture.SLOUCHED or state.out_now
        as_before = state.posture is Posture.UPRIGHT and not lower
        if self._as_before.update(time_s, as_before, self._settings.as_before_s):
            self._doubtful = False
        if lower:
            self._as_before_s = None
        elif as_before and self._as_before_s is None:
            self._as_before_s = time_s
        since_s = self._as_before_s
        self.proven = since_s is not None and time_s - since_s >= self._settings.proven_s


_UNKNOWN = PostureState(Posture.UNKNOWN)
