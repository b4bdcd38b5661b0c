"""A movement that the counted measure shows as well, and that is none of the exercise's."""

from statistics import median

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.sides import SideChoice


def is_another_movement(rule: RepetitionRule, phases: PhaseCut, sides: SideChoice) -> bool:
    """Whether the furthest point is outside the ranges in which the movement is done.

    By the median of its frames: one of them may be drawn wrongly.
    """
    return not all(
        one.contains(_median([sides.value(one.measure, f.measures) for f in phases.peak.frames]))
        for one in rule.done_when
    )


def _median(values: list[float]) -> float:
    return median([value for value in values if value == value] or [float("nan")])
