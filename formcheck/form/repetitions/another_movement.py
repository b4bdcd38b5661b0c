"""A movement that the counted measure shows as well, and that is none of the exercise's."""

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.known_median import known_median


def is_another_movement(rule: RepetitionRule, phases: PhaseCut, sides: SideChoice) -> bool:
    """Whether the furthest point is outside the ranges in which the movement is done.

    By the median of its frames: one of them may be drawn wrongly.
    """
    return not all(
        one.contains(known_median(sides.value(one.measure, f.measures) for f in phases.peak.frames))
        for one in rule.done_when
    )
