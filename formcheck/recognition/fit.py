"""How well measures fit into what an exercise looks like."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from formcheck.exercises.range import Range
from formcheck.form.sides import SideChoice
from formcheck.measure.catalogue import find
from formcheck.measure.measure_name import name_and_role
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
        default_factory=lambda: {DEGREES: 3.0, TRUNK_LENGTHS: 0.1, CHORD_LENGTHS: 0.02}
    )
    """The same for changes, which are measured better: 1 to 3 degrees within a clip. What hardly
    moves is no repetition."""

    least: float = 0.25
    """What a range counts that is clearly not kept: one fault doesn't make another exercise."""

    unseen: float = 0.6
    """What a range counts whose measure can't be seen: half-way between for and against."""

    far_unseen: float = 0.95
    """The same for the side away from the camera, which the near one often hides."""


@dataclass(frozen=True)
class Asked:
    """A range that is asked of a measure, by its full name, in some values."""

    limit: Range
    name: str
    values: Mapping[str, float]
    softness: Mapping[Unit, float]


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

    def of_all(self, asked: Iterable[Asked]) -> float:
        """The same of all that is asked of a repetition.

        A limb that can't be seen is one thing that isn't known, however much is asked of it. What
        must be seen may be so in another repetition.
        """
        product, unseen = 1.0, dict[str, float]()
        for one in asked:
            value = one.values.get(one.name, float("nan"))
            kept = membership(one.limit, value, one.softness, self.settings)
            if value == value:
                product *= kept
            else:
                limb = limb_of(one.name)
                kept = self.settings.unseen if one.limit.must_be_seen else kept
                unseen[limb] = min(kept, unseen.get(limb, 1.0))
        return product * math.prod(unseen.values())

    def side_of(self, limit: Range, values: Mapping[str, float]) -> str:
        """The full name of the measure that a range means, by what was measured."""
        return self._sides.full_name(limit.measure, values)

    def _product(
        self, ranges: Iterable[Range], values: Mapping[str, float], softness: Mapping[Unit, float]
    ) -> float:
        product = 1.0
        for limit in ranges:
            value = self._sides.value(limit.measure, values)
            product *= membership(limit, value, softness, self.settings)
        return product

    @property
    def _sides(self) -> SideChoice:
        return SideChoice(near=self.near, working=self.working or self.near)


ARM, LEG = frozenset({"elbow", "wrist"}), frozenset({"knee", "ankle", "heel", "foot_index"})


def limb_of(name: str) -> str:
    """The limb that a measure, by its full name, is measured at; its own name where it is none."""
    measure, side = name_and_role(name)
    joints = set(find(measure).joints)
    limb = "arm" if joints & ARM else "leg" if joints & LEG else measure
    return f"{limb}.{side}"


def membership(
    limit: Range, value: float, softness: Mapping[Unit, float], settings: FitSettings
) -> float:
    """1 inside a range, falling to the least with the distance from it."""
    if value != value:
        return _unseen(limit, settings)
    low = value if limit.at_least is None else limit.at_least
    high = value if limit.at_most is None else limit.at_most
    beyond = max(low - value, value - high, 0.0) / softness[find(limit.measure).unit]
    return settings.least + (1 - settings.least) * float(np.exp(-(beyond**2)))


def _unseen(limit: Range, settings: FitSettings) -> float:
    if limit.must_be_seen:
        return settings.least
    often_hidden = limit.may_be_unseen or limit.measure.endswith(".far")
    return settings.far_unseen if often_hidden else settings.unseen
