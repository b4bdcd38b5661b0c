"""Who bends so far that no body is found any more has not left."""

from dataclasses import dataclass

from formcheck.desk.sitting_posture import Posture, Who


@dataclass(frozen=True)
class LostWhileBentSettings:
    """When somebody is taken to be there who isn't found.

    longest_s: then they may have left unseen (engineering).
    """

    longest_s: float = 120.0


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

    def who(self, time_s: float, who: Who) -> Who:
        """Who that is; unsure where somebody bent is no longer found."""
        waited_s = time_s - self._bent_s
        lost = who is Who.OTHER and waited_s <= self._settings.longest_s
        return Who.UNSURE if lost else who

    def note(self, time_s: float, posture: Posture, who: Who) -> None:
        """How they were found to sit; what leaves that open changes nothing."""
        if posture is Posture.SLOUCHED:
            self._bent_s = time_s
        elif posture is not Posture.UNKNOWN or who is Who.ELSEWHERE:
            self._bent_s = float("-inf")
