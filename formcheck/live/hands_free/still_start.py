"""Is somebody still before a set? One that begins mid-movement is compared with the wrong start."""

from collections import deque
from dataclasses import dataclass

from formcheck.exercises.repetition import RepetitionRule


@dataclass(frozen=True)
class StillStartSettings:
    """What is still: shares of how far the counted measure usually moves, times in seconds."""

    still_s: float = 0.7
    """Nobody's movement stands still for so long on the way (engineering)."""

    of_usual_travel: float = 0.15
    """At rest before the first repetition the measure moves by 0.02 in this time, median of 17
    clips; on the way by more than 0.2."""

    of_least_travel: float = 0.5
    """Where the least movement that counts is large beside the usual one (a pelvic tilt), measures
    tremble by more: up to half of it."""


DEFAULTS = StillStartSettings()


class StillStart:
    """Whether the measure that will be counted stands still. State over time."""

    def __init__(self, rule: RepetitionRule, *, settings: StillStartSettings = DEFAULTS) -> None:
        self._settings = settings
        self._most = max(
            settings.of_usual_travel * rule.usual_travel,
            settings.of_least_travel * rule.least_travel,
        )
        self._seen: deque[tuple[float, float]] = deque()

    def update(self, time_s: float, value: float) -> bool:
        """Take the measure of the next frame; whether it is still. What can't be seen may be."""
        if value == value:
            self._seen.append((time_s, value))
        while self._seen and time_s - self._seen[0][0] > self._settings.still_s:
            self._seen.popleft()
        values = [value for _, value in self._seen]
        return not values or max(values) - min(values) <= self._most
