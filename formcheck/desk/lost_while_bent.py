"""Who bends so far that no body is found any more has not left."""

from dataclasses import dataclass

from formcheck.desk.posture import Posture, Who


@dataclass(frozen=True)
class LostWhileBentSettings:
    """When somebody is taken to be there who isn't found.

    longest_s: then they may have left unseen (engineering).
    settled_s: who was found bent in every look for so long, and then in none, has got up: who bends
        further does so at once (engineering).
    """

    longest_s: float = 120.0
    settled_s: float = 10.0


DEFAULTS = LostWhileBentSettings()


class LostWhileBent:
    """Remembers whether somebody sat bent when they were last found; state over time.

    Bent over a phone, seen from the front, only hair and shoulders are left, in which the model
    finds nobody, or somebody small; from the side it finds them. Whoever leaves straightens up
    first, which one look a second mostly shows.
    """

    def __init__(self, settings: LostWhileBentSettings = DEFAULTS) -> None:
        self._settings = settings
        self._bent_s = float("-inf")
        self._bent_since_s: float | None = None

    def who(self, time_s: float, who: Who) -> Who:
        """Who that is; unsure where somebody bent is no longer found."""
        waited_s = time_s - self._bent_s
        lost = who is Who.OTHER and waited_s <= self._settings.longest_s and not self._settled
        return Who.UNSURE if lost else who

    def note(self, time_s: float, posture: Posture, who: Who) -> None:
        """How they were found to sit; what leaves that open changes nothing."""
        if who is Who.UNSURE:
            self._bent_since_s = None
        if posture is Posture.SLOUCHED:
            self._bent_s = time_s
            if self._bent_since_s is None and who is Who.SAME:
                self._bent_since_s = time_s
        elif posture is not Posture.UNKNOWN or who is Who.ELSEWHERE:
            self._bent_s, self._bent_since_s = float("-inf"), None

    @property
    def _settled(self) -> bool:
        """Whether they sat bent, and well to be seen, until they were last found."""
        since_s = self._bent_since_s
        return since_s is not None and self._bent_s - since_s >= self._settings.settled_s
