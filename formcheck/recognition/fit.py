"""How well measures fit into what an exercise looks like."""

from collections.abc import Iterable, Mapping

import numpy as np

from formcheck.exercises.range import Range
from formcheck.form.sides import SideChoice
from formcheck.measure.catalogue import find
from formcheck.measure.unit import CHORD_LENGTHS, DEGREES, TRUNK_LENGTHS, Unit
from formcheck.pose.landmarks import Side

SOFTNESS = {DEGREES: 15.0, TRUNK_LENGTHS: 0.15, CHORD_LENGTHS: 0.03}
"""How far beyond a typical range a measure may be until it speaks clearly against the exercise:
about what a side view's angles are off (95th percentile 6 to 13 degrees)."""

SOFTNESS_OF_CHANGE = {DEGREES: 5.0, TRUNK_LENGTHS: 0.1, CHORD_LENGTHS: 0.02}
"""The same for changes, which are measured better (1 to 3 degrees within a clip)."""

LEAST_FIT = 0.25
"""What a range counts that is clearly not kept: one fault doesn't make another exercise."""

UNSEEN = 0.6
"""What a range counts whose measure can't be seen: half-way between for and against."""

FAR_UNSEEN = 0.95
"""The same for the side away from the camera, which the near one often hides."""


def fit(
    ranges: Iterable[Range],
    values: Mapping[str, float],
    near: Side,
    working: Side | None,
    softness: Mapping[Unit, float] = SOFTNESS,
) -> float:
    """The product of how well each range is kept.

    values: by full measure name. near, working: the sides that the ranges speak of; where no side
    is known to work, the near one stands for it.
    """
    sides = SideChoice(near=near, working=working or near)
    product = 1.0
    for limit in ranges:
        product *= membership(limit, sides.value(limit.measure, values), softness)
    return product


def membership(limit: Range, value: float, softness: Mapping[Unit, float] = SOFTNESS) -> float:
    """1 inside a range, falling to LEAST_FIT with the distance from it."""
    if value != value:
        return FAR_UNSEEN if limit.measure.endswith(".far") else UNSEEN
    low = value if limit.at_least is None else limit.at_least
    high = value if limit.at_most is None else limit.at_most
    beyond = max(low - value, value - high, 0.0) / softness[find(limit.measure).unit]
    return LEAST_FIT + (1 - LEAST_FIT) * float(np.exp(-(beyond**2)))
