"""How the time was spent."""

from dataclasses import dataclass, field

from formcheck.desk.posture import Posture
from formcheck.desk.presence import DEFAULTS as PRESENCE

LONGEST_STEP_S = 15.0
"""Nothing is known of a longer gap between two looks: the computer slept, or was very busy."""


OVERLOOKED_S = PRESENCE.gone_s
"""Who is overlooked or can't be judged for so long at most, and sits before and after it alike, sat
so in between as well. It is how long nobody must be seen before someone has gone. Where a body is
found that nobody has, who sits well before and after is left open: the model finds such of who
slumps."""

BENT_S = 15.0
"""The same for who slouches before and after, and may be bent too far to be found in between: of
two rendered people the model finds nobody in two of three such pictures (engineering)."""


@dataclass
class TimeSpent:
    """Seconds in each posture; a moment counts for the time since the one before it."""

    longest_step_s: float = LONGEST_STEP_S
    seconds: dict[Posture, float] = field(default_factory=lambda: dict.fromkeys(Posture, 0.0))
    _last_s: float | None = None
    _sat: Posture = Posture.UNKNOWN
    _overlooked: dict[Posture, float] = field(default_factory=dict)
    _may_bend: bool = False
    _withheld_s: float = 0.0

    def update(
        self,
        time_s: float,
        posture: Posture,
        *,
        here: bool = False,
        may_bend: bool = False,
        withheld: bool = False,
    ) -> None:
        """Count the time since the last moment as this posture.

        here: whether somebody sits there who may only be overlooked in this moment. may_bend:
        whether what was found leaves open that they bend. withheld: whether it is slouching, which
        isn't told until it is proven.
        """
        if self._last_s is not None:
            step_s = max(0.0, time_s - self._last_s)
            known = step_s <= self.longest_step_s or posture is Posture.AWAY
            counted = posture if known else Posture.UNKNOWN
            self.seconds[counted] += step_s
            if withheld and known:
                self._withheld_s += step_s
            else:
                self._note(counted, step_s, here=here, may_bend=may_bend)
        self._last_s = time_s

    def settle_withheld(self, *, proven: bool) -> None:
        """What was withheld was slouching after all, or won't ever be known."""
        if proven:
            self.seconds[Posture.UNKNOWN] -= self._withheld_s
            self.seconds[Posture.SLOUCHED] += self._withheld_s
        self._withheld_s = 0.0

    def _note(self, posture: Posture, step_s: float, *, here: bool, may_bend: bool) -> None:
        """Put right what a moment was counted as in which the person was overlooked."""
        if here and posture in (Posture.UNKNOWN, Posture.AWAY):
            self._overlooked[posture] = self._overlooked.get(posture, 0.0) + step_s
            self._may_bend = self._may_bend or may_bend
            return
        slouched = posture is Posture.SLOUCHED
        longest_s = BENT_S if slouched else OVERLOOKED_S
        alike = posture is self._sat and (slouched or not self._may_bend)
        if here and alike and sum(self._overlooked.values()) <= longest_s:
            for counted, seconds in self._overlooked.items():
                self.seconds[counted] -= seconds
                self.seconds[posture] += seconds
        self._overlooked, self._may_bend, self._sat = {}, False, posture
