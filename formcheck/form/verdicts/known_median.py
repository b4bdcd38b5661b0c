"""The median of what could be measured."""

from collections.abc import Iterable
from statistics import median


def known_median(values: Iterable[float]) -> float:
    """The median of the values that are known; NaN, neither more nor less than any, without one."""
    known = [value for value in values if value == value]
    return median(known) if known else float("nan")
