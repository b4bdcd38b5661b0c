"""What a measure is: everything that anybody must know of it stands where it is computed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from math import nan
from typing import Generic, TypeVar

from formcheck.measure.body import Body
from formcheck.measure.joints import Array, Joints
from formcheck.measure.orientation import Orientation, View
from formcheck.measure.scale import BodyScale
from formcheck.measure.spine import BackCurve
from formcheck.measure.unit import TRUNK_LENGTHS, Unit
from formcheck.pose.landmarks import SIDES

Pair = list[float]
"""Left and right."""

Subject = TypeVar("Subject")
Value = TypeVar("Value", bound=Pair | float)

OfMany = Callable[[Joints], Array]
"""Works a measure out of the joints of N poses, in pixels: N values, or N × 2, left and right."""


FROM_THE_SIDE = (View.SIDE,)
"""What bends in the plane of the body's side, and from anywhere else towards the camera or away
from it: from the front a knee is off by up to 48 degrees (rendered clips with truth)."""

FROM_THE_FRONT = (View.FRONT,)
FROM_FRONT_OR_BACK = (View.FRONT, View.BACK)

LENGTHWISE = (View.SIDE, View.FRONT, View.BACK, View.THREE_QUARTER)
"""What is a line or a place in the picture, wherever the camera sees the body's whole length from:
what it says of the body is what leans or rises in the plane that is seen."""

Span = tuple[float, float]
"""The least and the largest value that anybody has."""

HEIGHTS: Span = (-5.0, 5.0)
"""Trunk lengths between two places; who stands with an arm raised is about four long."""


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


SPANS: Mapping[DrawnAs, Span] = {
    DrawnAs.INTERIOR_ANGLE: (0.0, 180.0),
    DrawnAs.BEND: (0.0, 180.0),
    DrawnAs.SIGNED_BEND: (-180.0, 180.0),
    DrawnAs.INCLINATION: (0.0, 180.0),
    DrawnAs.ELEVATION: (-90.0, 90.0),
}
"""Of what is drawn so, in degrees."""


@dataclass(frozen=True, eq=False)
class MeasureDefinition(Generic[Subject, Value]):
    """One measure; call it with what it is computed from, or with `compute` from a whole frame.

    name: as exercise files write it, without side. unit: of its values. about: what the number
    means, for people. sided: whether it gives two values, left and right. joints: what it is drawn
    at, without side. drawn_as: how. seen_from: the views in which the number is what it says.
    span: the values that anybody has. of_picture: whether it is a place in the picture, so that
    only its change says anything. against_vertical: whether it is another number in a picture that
    leans. needs_silhouette: whether it can only be had from the person's
    outline. function: computes it from its subject. subject: what of a frame that is.
    """

    name: str
    unit: Unit
    about: str
    sided: bool
    joints: tuple[str, ...]
    drawn_as: DrawnAs
    seen_from: tuple[View, ...]
    span: Span
    of_picture: bool
    against_vertical: bool
    needs_silhouette: bool
    function: Callable[[Subject], Value]
    subject: Callable[[Evidence], Subject]

    def __call__(self, subject: Subject) -> Value:
        """The measure of what it is computed from."""
        return self.function(subject)

    def compute(self, evidence: Evidence) -> Value:
        """The measure of one frame; NaN where it can't be had."""
        return self.function(self.subject(evidence))

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """Of its values: of the left and the right one where it has sides."""
        return tuple(f"{self.name}.{side}" for side in SIDES) if self.sided else (self.name,)


@dataclass(frozen=True, eq=False)
class BodyMeasure(MeasureDefinition[Body, Value]):
    """One that is had from joints. of: the same of many poses at once, in pixels."""

    of: OfMany


def sided_measure(
    unit: Unit,
    *joints: str,
    seen_from: tuple[View, ...],
    drawn_as: DrawnAs = DrawnAs.NOTHING,
    span: Span | None = None,
    of_picture: bool = False,
    against_vertical: bool = False,
    in_lengths: Callable[[Pair, BodyScale], Pair] | None = None,
) -> Callable[[OfMany], BodyMeasure[Pair]]:
    """Make a measure of a function that gives two values of each body, left and right.

    in_lengths: tells them in the person's own lengths; TRUNK_LENGTHS are without it.
    """

    def define(of: OfMany) -> BodyMeasure[Pair]:
        values = span or SPANS[drawn_as]
        about = _About(unit, joints, drawn_as, seen_from, values, of_picture, against_vertical)
        in_own = in_lengths or (_pair_in_trunks if unit is TRUNK_LENGTHS else None)
        return _of_body(of, about, in_own, sided=True)

    return define


def whole_measure(
    unit: Unit,
    *joints: str,
    seen_from: tuple[View, ...],
    drawn_as: DrawnAs = DrawnAs.NOTHING,
    span: Span | None = None,
    of_picture: bool = False,
    against_vertical: bool = False,
) -> Callable[[OfMany], BodyMeasure[float]]:
    """Make a measure of a function that gives one value of each body."""

    def define(of: OfMany) -> BodyMeasure[float]:
        values = span or SPANS[drawn_as]
        about = _About(unit, joints, drawn_as, seen_from, values, of_picture, against_vertical)
        return _of_body(of, about, _in_trunks if unit is TRUNK_LENGTHS else None)

    return define


def _in_trunks(pixels: float, scale: BodyScale) -> float:
    return pixels / scale.trunk if scale.trunk else nan


def _pair_in_trunks(pixels: Pair, scale: BodyScale) -> Pair:
    return [_in_trunks(one, scale) for one in pixels]


def orientation_measure(
    unit: Unit, *, seen_from: tuple[View, ...], span: Span, against_vertical: bool = False
) -> Callable[[Callable[[Orientation], float]], MeasureDefinition[Orientation, float]]:
    """Make a measure of a function that gives one value of how the trunk is turned."""

    def define(function: Callable[[Orientation], float]) -> MeasureDefinition[Orientation, float]:
        about = _About(
            unit, (), DrawnAs.NOTHING, seen_from, span, against_vertical=against_vertical
        )
        return _definition(function, function, about, lambda frame: frame.orientation)

    return define


def back_measure(
    unit: Unit, *, seen_from: tuple[View, ...], span: Span
) -> Callable[[Callable[[BackCurve | None], float]], MeasureDefinition[BackCurve | None, float]]:
    """Make a measure of a function that gives one value of the back's curve."""

    def define(
        function: Callable[[BackCurve | None], float],
    ) -> MeasureDefinition[BackCurve | None, float]:
        about = _About(unit, (), DrawnAs.BACK_CURVE, seen_from, span)
        return _definition(function, function, about, lambda frame: frame.back)

    return define


@dataclass(frozen=True)
class _About:
    """What is said of a measure where it is computed; see MeasureDefinition."""

    unit: Unit
    joints: tuple[str, ...]
    drawn_as: DrawnAs
    seen_from: tuple[View, ...]
    span: Span
    of_picture: bool = False
    against_vertical: bool = False


def _of_body(
    of: OfMany,
    about: _About,
    in_lengths: Callable[[Value, BodyScale], Value] | None,
    *,
    sided: bool = False,
) -> BodyMeasure[Value]:
    def function(body: Body) -> Value:
        value: Value = body.measured(of)
        return value if in_lengths is None else in_lengths(value, body.scale)

    plain = _definition(of, function, about, _body_of, sided=sided)
    return BodyMeasure(**vars(plain), of=of)


def _body_of(evidence: Evidence) -> Body:
    return evidence.body


def _definition(
    named: Callable[..., object],
    function: Callable[[Subject], Value],
    about: _About,
    subject: Callable[[Evidence], Subject],
    *,
    sided: bool = False,
) -> MeasureDefinition[Subject, Value]:
    """A measure with the name and the meaning of a function."""
    return MeasureDefinition(
        name=named.__name__,
        unit=about.unit,
        about=(named.__doc__ or "").strip().split("\n")[0],
        sided=sided,
        joints=about.joints,
        drawn_as=about.drawn_as,
        seen_from=about.seen_from,
        span=about.span,
        of_picture=about.of_picture,
        against_vertical=about.against_vertical
        or about.of_picture
        or about.drawn_as in (DrawnAs.INCLINATION, DrawnAs.ELEVATION),
        needs_silhouette=about.drawn_as is DrawnAs.BACK_CURVE,
        function=function,
        subject=subject,
    )
