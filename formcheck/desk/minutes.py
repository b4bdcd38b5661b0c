"""How the time was spent."""

from dataclasses import dataclass, field

from formcheck.desk.presence import DEFAULTS as PRESENCE
from formcheck.desk.sitting_posture import Posture

LONGEST_STEP_S = 15.0
"""Nothing is known of a longer gap between two looks: the computer slept, or was very busy."""


OVERLOOKED_S = PRESENCE.gone_s
"""Who is overlooked or can't be judged for so long at most, and sits before and after it alike, sat
so in between as well. It is how long nobody must be seen before someone has gone. Where a body is
found that nobody has it is left open: the model finds such of who slumps."""


@dataclass
class TimeSpent:
    """Seconds in each posture; a moment counts for the time since the one before it."""

    longest_step_s: float = LONGEST_STEP_S
    seconds: dict[Posture, float] = field(default_factory=lambda: dict.fromkeys(Posture, 0.0))
    _last_s: float | None = None
    _sat: Posture = Posture.UNKNOWN
    _overlooked: dict[Posture, float] = field(default_factory=dict)

    def update(self, time_s: float, posture: Posture, *, here: bool = False) -> None:
        """Count the time since the last moment as this posture.

        here: whether somebody sits there who may only be overlooked in this moment.
        """
        if self._last_s is not None:
            step_s = max(0.0, time_s - self._last_s)
            known = step_s <= self.longest_step_s or posture is Posture.AWAY
            counted = posture if known else Posture.UNKNOWN
            self.seconds[counted] += step_s
            self._note(counted, step_s, here=here)
        self._last_s = time_s

    def _note(self, posture: Posture, step_s: float, *, here: bool) -> None:
        """Put right what a moment was counted as in which the person was overlooked."""
        if here and posture in (Posture.UNKNOWN, Posture.AWAY):
            self._overlooked[posture] = self._overlooked.get(posture, 0.0) + step_s
            return
        if here and posture is self._sat and sum(self._overlooked.values()) <= OVERLOOKED_S:
            for counted, seconds in self._overlooked.items():
                self.seconds[counted] -= seconds
                self.seconds[posture] += seconds
        self._overlooked, self._sat = {}, posture
