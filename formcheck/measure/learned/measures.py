"""Which measures are made of what the networks answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import hypot, inf

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.definition import Span
from formcheck.measure.learned.back import BACK, back_estimate
from formcheck.measure.learned.estimates import Estimate, InSpace, estimates, known_in_space
from formcheck.measure.learned.features import HAND_OFF_TRUNK, PER_TRUNK, THIGH_OVER_TRUNK
from formcheck.measure.learned.foot import FOOT, foot_estimates
from formcheck.measure.learned.kept import usual_errors
from formcheck.measure.measure_name import name_and_role, with_role
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.landmarks import SIDES, Side
from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class Made:
    """A measure is `offset + factor × output`."""

    output: str
    factor: float = 1.0
    offset: float = 0.0


MEASURES: Mapping[str, Made] = {
    "knee": Made("knee"),
    "knee_flexion": Made("knee", -1, 180),
    "hip": Made("hip"),
    "hip_extension": Made("hip_extension"),
    "body_line": Made("body_line"),
    "elbow": Made("elbow"),
    "shoulder": Made("shoulder"),
    "thigh_inclination": Made("thigh"),
    "thigh_elevation": Made("thigh", 1, -90),
    "leg_elevation": Made("leg", 1, -90),
    "shin_inclination": Made("shin"),
    "arm_inclination": Made("arm"),
    "arm_elevation": Made("arm", 1, -90),
    "upper_arm_inclination": Made("upper_arm"),
    "trunk_twist": Made("twist"),
    "neck": Made("neck"),
    "leg_to_trunk": Made(THIGH_OVER_TRUNK),
    "wrist_to_trunk": Made(HAND_OFF_TRUNK, 1 / PER_TRUNK),
    "trunk_inclination": Made("trunk"),
    "trunk_elevation": Made("trunk", -1, 90),
}
"""By name in the catalogue, without side."""

LEAST_OF: Mapping[str, str] = {"more_bent_knee": "knee"}
"""Measures without side that are the lesser of an output's two sides. On random films for learning
and choosing that is 5 to 6 degrees off at 15 to 45 degrees off the plane, where the drawn one is 11
to 21 off."""

OWN_NETWORKS = (BACK, FOOT)
"""Measures that are learnt by networks of their own, which are asked frame by frame."""

ALSO_DRAWN: Mapping[str, str] = {"elbow_from_reach": "elbow"}
"""Measures without side that are drawn in a way of their own, and the output that is of the same
angle: told is the mean of both by their errors. In 11 push-ups of whole random films for choosing
bent elbows are 12 degrees off so, by the hand's reach alone 19; straight ones 5 and 7."""

FEET = tuple(f"{FOOT}.{side}" for side in SIDES)

_NAMES_OF_OWN = (BACK, *FEET)

BETTER_DRAWN = ("body_line", "hip_extension", "trunk_twist")
"""What is learnt of these isn't told: in planks, push-ups on the knees and side planks of real
people it made three false alarms in 53 well-done recordings, where the drawn values make none. A
twist of 48 degrees, seen from the side, was told as 11 ± 11: most people don't twist, so that in
doubt it says so."""

DOUBTED_IF_CONTRADICTED = ("hip", "elbow", "shoulder", "thigh")
"""Outputs that are less sure where what is drawn contradicts them: of random films for choosing,
in those frames (1.5 standard errors apart and more) the stated 90 % range held 47 to 80 of 100
truths. Of knees, trunk, legs, shins and arms it held 87 to 97 there: it is the drawing that is
wrong."""


@dataclass(frozen=True)
class KnownValues:
    """Values and standard errors of measures by full name, in their units.

    learned: names of those that are learnt, not drawn.
    """

    values: Mapping[str, float]
    errors: Mapping[str, float]
    learned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Told:
    """How a measure with its side is made. outputs: with their sides; the least of them counts."""

    made: Made
    outputs: tuple[str, ...]
    span: Span


@cache
def _told(name: str) -> _Told | None:
    """By full name; None where what is drawn is told."""
    measure, side = name_and_role(name)
    if measure in LEAST_OF:
        output = LEAST_OF[measure]
        outputs = tuple(f"{output}.{one}" for one in SIDES)
        return _Told(Made(output), outputs, CATALOGUE[measure].span)
    made = None if measure in BETTER_DRAWN else MEASURES.get(measure)
    if made is None:
        return None
    return _Told(made, (with_role(made.output, side),), CATALOGUE[measure].span)


def is_learned(name: str) -> bool:
    """Whether an output by itself tells a measure, by its full name, and not what is drawn.

    What is made of two is left out: exercises are recognised without it.
    """
    told = _told(name)
    return told is not None and len(told.outputs) == 1


def usual_error(name: str, model: str, near: Side | None, *, on_the_side: bool) -> float:
    """The standard error that is usual of a learnt measure, by its full name, near the plane.

    model: the pose model's name. near: the side nearer to the camera. on_the_side: whether somebody
    lies on their side.
    """
    measure, side = name_and_role(name)
    row = "on_the_side" if on_the_side else "near" if not side or side == near else "far"
    if measure == BACK:
        return usual_errors(FULL.model)[row][BACK]
    usual = usual_errors(model)[row]
    if measure == FOOT:
        return usual[FOOT]
    if measure in ALSO_DRAWN:
        return usual[ALSO_DRAWN[measure]]
    told = _told(name)
    if told is None:
        raise ValueError(f"nothing is learnt of {name}")
    return abs(told.made.factor) * usual[told.made.output]


def learned_values(
    drawn: Mapping[str, float],
    errors_of_drawn: Mapping[str, float],
    pose: Pose,
    near: Side | None,
    turn: float,
) -> KnownValues:
    """Of those measures that are drawn at all in a frame and that something is learnt of.

    What isn't seen stays so: where a joint is hidden, the networks only know what is usual.
    What is drawn in a way of its own counts beside what is learnt. Where that which is drawn
    contradicts one of DOUBTED_IF_CONTRADICTED, it is as much less sure.
    """
    seen = {
        name: Estimate(value, errors_of_drawn.get(name, inf))
        for name, value in drawn.items()
        if value == value
    }
    told = {name: one for name in seen if (one := _told(name)) is not None}
    also = {name: output for name in seen if (output := _also_told(name)) is not None}
    asked = (
        known_in_space(pose) if told or also or not seen.keys().isdisjoint(_NAMES_OF_OWN) else None
    )
    if asked is None:
        return KnownValues({}, {})
    found = estimates(asked, near, turn) if told or also else {}
    known = {
        **_by_own_networks(seen, asked, pose, near, turn),
        **{name: _made(one, found, seen[name]) for name, one in told.items()},
        **{name: _mean(found[output], seen[name]) for name, output in also.items()},
    }
    values = {name: one.value for name, one in known.items()}
    errors = {name: one.error for name, one in known.items()}
    return KnownValues(values, errors, frozenset(known))


@cache
def _also_told(name: str) -> str | None:
    """The output that tells a measure beside what is drawn, both by their full names."""
    measure, side = name_and_role(name)
    output = ALSO_DRAWN.get(measure)
    return None if output is None else with_role(output, side)


def _by_own_networks(
    seen: Mapping[str, Estimate], asked: InSpace, pose: Pose, near: Side | None, turn: float
) -> dict[str, Estimate]:
    known = {BACK: back_estimate(asked, seen[BACK].value, turn)} if BACK in seen else {}
    if not seen.keys().isdisjoint(FEET):
        of_feet = foot_estimates(asked, pose, near, turn)
        known |= {name: of_feet[name] for name in FEET if name in seen}
    return known


def _made(told: _Told, found: Mapping[str, Estimate], drawn: Estimate) -> Estimate:
    """A measure of what the networks answer."""
    made, (least, most) = told.made, told.span
    one = min((found[output] for output in told.outputs), key=lambda each: each.value)
    value = min(max(made.offset + made.factor * one.value, least), most)
    error = abs(made.factor) * one.error
    if made.output in DOUBTED_IF_CONTRADICTED:
        error *= contradiction(abs(value - drawn.value), error, drawn.error)
    return Estimate(value, error)


def _mean(one: Estimate, other: Estimate) -> Estimate:
    """Of two measurements of the same, by their errors."""
    of_one, of_other = one.error**-2, other.error**-2
    weight = of_one + of_other
    apart = abs(one.value - other.value)
    return Estimate(
        (of_one * one.value + of_other * other.value) / weight,
        weight**-0.5 * contradiction(apart, one.error, other.error),
    )


def contradiction(apart: float, error: float, other_error: float) -> float:
    """By how many times two values of the same contradict each other, 1 where they don't.

    The scale factor of Birge (1932), as the Particle Data Group uses it: where two measurements
    are further apart than their standard errors let expect, these are too small, of which of them
    nobody knows.
    """
    return max(1.0, apart / hypot(error, other_error))
