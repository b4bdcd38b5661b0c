"""How the time was spent."""

from dataclasses import dataclass, field

from formcheck.desk.sitting_posture import Posture

LONGEST_STEP_S = 15.0
"""Nothing is known of a longer gap between two looks: the computer slept, or was very busy."""


@dataclass
class TimeSpent:
    """Seconds in each posture; a moment counts for the time since the one before it."""

    longest_step_s: float = LONGEST_STEP_S
    seconds: dict[Posture, float] = field(default_factory=lambda: dict.fromkeys(Posture, 0.0))
    _last_s: float | None = None

    def update(self, time_s: float, posture: Posture) -> None:
        """Count the time since the last moment as this posture."""
        if self._last_s is not None:
            step_s = max(0.0, time_s - self._last_s)
            known = step_s <= self.longest_step_s or posture is Posture.AWAY
            self.seconds[posture if known else Posture.UNKNOWN] += step_s
        self._last_s = time_s
