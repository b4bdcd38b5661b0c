"""About how long a programme takes, so that nobody begins one that they have no time for."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.programmes.steps import Step


@dataclass(frozen=True)
class DurationSettings:
    """What takes time besides holding and resting; seconds, engineering values."""

    movement_s: float = 4.0
    """To get into a repetition and out of it."""

    settling_s: float = 15.0
    """Before each set: to get into place and to hold the start position."""

    explaining_s: float = 25.0
    """To hear or read how an exercise that is new is done."""


DEFAULTS = DurationSettings()


def duration_s(steps: Sequence[Step], settings: DurationSettings = DEFAULTS) -> float:
    """Seconds that all steps take together; of an open end, nothing is known and nothing added."""
    total_s, known = 0.0, ""
    for step in steps:
        goal = step.goal
        often = ((goal.fewest or 0) + (goal.most or 0)) / 2
        total_s += often * (settings.movement_s + goal.hold_s) + settings.settling_s
        new = step.exercise.id != known
        total_s += max(step.rest_s, settings.explaining_s) if new else step.rest_s
        known = step.exercise.id
    return total_s
