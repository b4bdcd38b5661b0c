"""How well measures fit into what an exercise looks like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from formcheck.exercises.range import Range
from formcheck.form.sides import SideChoice
from formcheck.measure.catalogue import find
from formcheck.measure.unit import CHORD_LENGTHS, DEGREES, TRUNK_LENGTHS, Unit
from formcheck.pose.landmarks import Side


@dataclass(frozen=True)
class FitSettings:
    """How much a measure beside its typical range speaks against an exercise."""

    softness: Mapping[Unit, float] = field(
        default_factory=lambda: {DEGREES: 15.0, TRUNK_LENGTHS: 0.15, CHORD_LENGTHS: 0.03}
    )
    """How far beyond a typical range a measure may be until it speaks clearly against the exercise:
    about what a side view's angles are off (95th percentile 6 to 13 degrees)."""

    softness_of_change: Mapping[Unit, float] = field(
        default_factory=lambda: {DEGREES: 5.0, TRUNK_LENGTHS: 0.1, CHORD_LENGTHS: 0.02}
    )
    """The same for changes, which are measured better (1 to 3 degrees within a clip)."""

    least: float = 0.25
    """What a range counts that is clearly not kept: one fault doesn't make another exercise."""

    unseen: float = 0.6
    """What a range counts whose measure can't be seen: half-way between for and against."""

    far_unseen: float = 0.95
    """The same for the side away from the camera, which the near one often hides."""


@dataclass(frozen=True)
class Fit:
    """Holds measures against ranges that speak of these sides.

    Where no side is known to work, the near one stands for it.
    """

    near: Side
    working: Side | None
    settings: FitSettings

    def of_values(self, ranges: Iterable[Range], values: Mapping[str, float]) -> float:
        """The product of how well each range is kept. values: by full measure name."""
        return self._product(ranges, values, self.settings.softness)

    def of_changes(self, ranges: Iterable[Range], changes: Mapping[str, float]) -> float:
        """The same for how far each measure moved."""
        return self._product(ranges, changes, self.settings.softness_of_change)

    def _product(
        self, ranges: Iterable[Range], values: Mapping[str, float], softness: Mapping[Unit, float]
    ) -> float:
        sides = SideChoice(near=self.near, working=self.working or self.near)
        product = 1.0
        for limit in ranges:
            value = sides.value(limit.measure, values)
            product *= membership(limit, value, softness, self.settings)
        return product


def membership(
    limit: Range, value: float, softness: Mapping[Unit, float], settings: FitSettings
) -> float:
    """1 inside a range, falling to the least with the distance from it."""
    if value != value:
        return settings.far_unseen if limit.measure.endswith(".far") else settings.unseen
    low = value if limit.at_least is None else limit.at_least
    high = value if limit.at_most is None else limit.at_most
    beyond = max(low - value, value - high, 0.0) / softness[find(limit.measure).unit]
    return settings.least + (1 - settings.least) * float(np.exp(-(beyond**2)))
