"""What a measure is: everything that anybody must know of it stands where it is computed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.orientation import Orientation
from formcheck.measure.spine import BackCurve
from formcheck.measure.unit import Unit

Pair = NDArray[np.floating]
"""Left and right."""

Subject = TypeVar("Subject")
Value = TypeVar("Value", bound=Pair | float)


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that is known of one frame: what measures are computed from."""

    body: Body
    orientation: Orientation
    back: BackCurve | None


class DrawnAs(Enum):
    """How a measure is shown in the picture, at its joints."""

    NOTHING = auto()
    """It has no place in the picture, or none that would tell anything."""
    INTERIOR_ANGLE = auto()
    """At the middle one of three joints, from the first line: straight is 180."""
    BEND = auto()
    """At the middle one of three joints, from the first line drawn on: straight is 0."""
    SIGNED_BEND = auto()
    """The same to either side, from -180 to 180."""
    INCLINATION = auto()
    """Of the line from the first of two joints to the second, from the vertical."""
    ELEVATION = auto()
    """Of the line from the first of two joints to the second, over the horizontal."""
    BACK_CURVE = auto()
    """Along the edge of the back."""


@dataclass(frozen=True, eq=False)
class MeasureDefinition(Generic[Subject, Value]):
    """One measure; call it with what it is computed from, or with `compute` from a whole frame.

    name: as exercise files write it, without side. unit: of its values. about: what the number
    means, for people. sided: whether it gives two values, left and right. joints: what it is drawn
    at, without side. drawn_as: how. needs_silhouette: whether it can only be had from the person's
    outline. function: computes it from its subject. subject: what of a frame that is.
    """

    name: str
    unit: Unit
    about: str
    sided: bool
    joints: tuple[str, ...]
    drawn_as: DrawnAs
    needs_silhouette: bool
    function: Callable[[Subject], Value]
    subject: Callable[[Evidence], Subject]

    def __call__(self, subject: Subject) -> Value:
        """The measure of what it is computed from."""
        return self.function(subject)

    def compute(self, evidence: Evidence) -> Value:
        """The measure of one frame; NaN where it can't be had."""
        return self.function(self.subject(evidence))


def sided_measure(
    unit: Unit, *joints: str, drawn_as: DrawnAs = DrawnAs.NOTHING
) -> Callable[[Callable[[Body], Pair]], MeasureDefinition[Body, Pair]]:
    """Make a measure of a function that gives two values of a body, left and right."""

    def define(function: Callable[[Body], Pair]) -> MeasureDefinition[Body, Pair]:
        return _definition(function, unit, joints, drawn_as, _body_of, sided=True)

    return define


def whole_measure(
    unit: Unit, *joints: str, drawn_as: DrawnAs = DrawnAs.NOTHING
) -> Callable[[Callable[[Body], float]], MeasureDefinition[Body, float]]:
    """Make a measure of a function that gives one value of a body."""

    def define(function: Callable[[Body], float]) -> MeasureDefinition[Body, float]:
        return _definition(function, unit, joints, drawn_as, _body_of, sided=False)

    return define


def orientation_measure(
    unit: Unit,
) -> Callable[[Callable[[Orientation], float]], MeasureDefinition[Orientation, float]]:
    """Make a measure of a function that gives one value of how the trunk is turned."""

    def define(function: Callable[[Orientation], float]) -> MeasureDefinition[Orientation, float]:
        nothing = DrawnAs.NOTHING
        return _definition(function, unit, (), nothing, lambda frame: frame.orientation)

    return define


def back_measure(
    unit: Unit,
) -> Callable[[Callable[[BackCurve | None], float]], MeasureDefinition[BackCurve | None, float]]:
    """Make a measure of a function that gives one value of the back's curve."""

    def define(
        function: Callable[[BackCurve | None], float],
    ) -> MeasureDefinition[BackCurve | None, float]:
        return _definition(function, unit, (), DrawnAs.BACK_CURVE, lambda frame: frame.back)

    return define


def _body_of(evidence: Evidence) -> Body:
    return evidence.body


def _definition(
    function: Callable[[Subject], Value],
    unit: Unit,
    joints: tuple[str, ...],
    drawn_as: DrawnAs,
    subject: Callable[[Evidence], Subject],
    *,
    sided: bool = False,
) -> MeasureDefinition[Subject, Value]:
    return MeasureDefinition(
        name=function.__name__,
        unit=unit,
        about=(function.__doc__ or "").strip().split("\n")[0],
        sided=sided,
        joints=joints,
        drawn_as=drawn_as,
        needs_silhouette=drawn_as is DrawnAs.BACK_CURVE,
        function=function,
        subject=subject,
    )
