"""Who isn't found, but stirs where they sat and wasn't seen to get up, has not left."""

from dataclasses import dataclass

from formcheck.desk.posture import Who
from formcheck.desk.seat import Stir


@dataclass(frozen=True)
class StillThereSettings:
    """How long somebody is taken to be there who isn't found; seconds.

    stirred_s: since something changed where they sat. Between pictures 1.5 s apart of three drawn
        people, bent over a phone before the camera, some field changes by 5 to 35 grey levels
        there and none above by more than 1; where they stand, five of six change above by 11 to
        29. Of the empty room none changes by more than 2.
    longest_s: since they were found; then a screen, a fan or somebody else may be what stirs
        (engineering).
    """

    stirred_s: float = 6.0
    longest_s: float = 600.0


DEFAULTS = StillThereSettings()


class StillThere:
    """Tells somebody whom the model doesn't find from an empty chair; state over time.

    The model finds nobody in some people who bend over a phone before the camera, reach down, or
    only read. What they do nobody knows then, but that they had a break would be wrong.
    """

    def __init__(self, settings: StillThereSettings = DEFAULTS) -> None:
        self._settings = settings
        self._sat_s = self._stirred_s = float("-inf")

    def who(self, time_s: float, who: Who, stir: Stir) -> Who:
        """Who that is; unsure where it is nobody and yet something stirs where they sat."""
        if stir is Stir.SEATED:
            self._stirred_s = time_s
        if who is Who.SAME:
            self._sat_s = time_s
        elif who in (Who.STANDING, Who.ELSEWHERE) or stir is Stir.ABOVE:
            self._sat_s = float("-inf")
        stirred = time_s - self._stirred_s <= self._settings.stirred_s
        there = time_s - self._sat_s <= self._settings.longest_s
        return Who.UNSURE if who is Who.OTHER and stirred and there else who

    def note_gone(self) -> None:
        """They have left: what stirs from now on is something else."""
        self._sat_s = float("-inf")
