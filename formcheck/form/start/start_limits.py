"""What the start itself must keep to before anything is compared with it.

A criterion that compares with the person's own start says nothing of somebody who is slumped, or
turned, from the start.
"""

from collections.abc import Iterator, Mapping

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.measure.measure_name import name_and_role
from formcheck.pose.landmarks import SIDES

WORKING = "working"


def broken_start(
    exercise: Exercise, measures: Mapping[str, float], view: str, sides: SideChoice
) -> str:
    """What to change about the start, in words; empty where it keeps to its limits.

    What can't be seen, or not from this view, is let pass.
    """
    for criterion in exercise.criteria:
        for condition in criterion.conditions:
            low, high = condition.start_at_least, condition.start_at_most
            unlimited = low is None and high is None
            if unlimited or view not in exercise.views_of(condition):
                continue
            for value in _values(condition, measures, sides):
                if high is not None and value > high:
                    return condition.start_cue or condition.cue_for(too_low=False)
                if low is not None and value < low:
                    return condition.start_cue or condition.cue_for(too_low=True)
    return ""


def _values(
    condition: Condition, measures: Mapping[str, float], sides: SideChoice
) -> Iterator[float]:
    """The measure; of a working side, of which nothing is known yet, that of both sides."""
    name, role = name_and_role(condition.measure)
    if role == WORKING:
        yield from (measures.get(f"{name}.{side}", float("nan")) for side in SIDES)
    else:
        yield sides.value(condition.measure, measures)
