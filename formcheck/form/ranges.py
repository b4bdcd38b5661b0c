"""Whether a person is within a set of ranges: a posture, a start position, a movement."""

from collections.abc import Iterable, Mapping

from formcheck.exercises.range import Range
from formcheck.form.sides import SideChoice


def all_hold(ranges: Iterable[Range], measures: Mapping[str, float], sides: SideChoice) -> bool:
    """Whether every range holds; one that can't be seen doesn't, unless it may be unseen."""
    return all(limit.contains(sides.value(limit.measure, measures)) for limit in ranges)
