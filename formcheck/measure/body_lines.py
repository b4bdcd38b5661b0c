"""How limbs and head lie to the trunk: one function a measure, left and right at once.

Angles are in degrees, in the picture's plane; NaN where a joint can't be seen.
"""

import numpy as np

from formcheck.measure.arms import RAISED, arm_elevation
from formcheck.measure.definition import FROM_THE_SIDE, LENGTHWISE, DrawnAs, sided_measure
from formcheck.measure.geometry import elevation, inclination, interior_angle, turn
from formcheck.measure.joints import Array, Joints
from formcheck.measure.unit import DEGREES, TRUNK_LENGTHS


@sided_measure(
    DEGREES, "shoulder", "hip", "knee", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=FROM_THE_SIDE
)
def hip(joints: Joints) -> Array:
    """Interior angle shoulder–hip–knee; standing upright is 180."""
    return interior_angle(joints.both("shoulder"), joints.both("hip"), joints.both("knee"))


@sided_measure(
    DEGREES,
    "shoulder",
    "hip",
    "knee",
    drawn_as=DrawnAs.INTERIOR_ANGLE,
    seen_from=FROM_THE_SIDE,
    span=(0, 360),
)
def hip_extension(joints: Joints) -> Array:
    """Angle shoulder–hip–knee of someone on their back; in one line is 180.

    Below 180 the hips hang under the line from shoulder to knee, above 180 they are pushed over it.
    """
    return _bend_over_the_floor(joints, "knee")


@sided_measure(
    DEGREES,
    "shoulder",
    "hip",
    "ankle",
    drawn_as=DrawnAs.INTERIOR_ANGLE,
    seen_from=LENGTHWISE,
    span=(0, 360),
)
def body_line(joints: Joints) -> Array:
    """Angle shoulder–hip–ankle of a body that lies along the floor; a straight body is 180.

    Below 180 the hips sag towards the floor, above 180 they are piked up.
    """
    return _bend_over_the_floor(joints, "ankle")


def _bend_over_the_floor(joints: Joints, end: str) -> Array:
    """Angle shoulder–hip–end, below 180 where the hip is under the line between the others."""
    shoulders, hips, ends = joints.both("shoulder"), joints.both("hip"), joints.both(end)
    bend = 180 - interior_angle(shoulders, hips, ends)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (hips[..., 0] - shoulders[..., 0]) / (ends[..., 0] - shoulders[..., 0])
    straight = shoulders[..., 1] + share * (ends[..., 1] - shoulders[..., 1])
    return np.where(hips[..., 1] > straight, 180 - bend, 180 + bend)


@sided_measure(
    DEGREES, "shoulder", "hip", "knee", drawn_as=DrawnAs.SIGNED_BEND, seen_from=LENGTHWISE
)
def leg_to_trunk(joints: Joints) -> Array:
    """How far the thigh is over (positive) or under the line from shoulder to hip, drawn on."""
    return _over_the_trunk_line(joints, "shoulder", "hip", "knee")


@sided_measure(
    DEGREES, "hip", "shoulder", "elbow", drawn_as=DrawnAs.SIGNED_BEND, seen_from=LENGTHWISE
)
def arm_to_trunk(joints: Joints) -> Array:
    """How far the upper arm is over (positive) or under the line from hip to shoulder, drawn on."""
    angle = _over_the_trunk_line(joints, "hip", "shoulder", "elbow")
    # How a raised far arm lies needs a sure elbow; that an arm hangs down can be seen without.
    return np.where(joints.sure_of("elbow") | (arm_elevation.of(joints) < RAISED), angle, np.nan)


def _over_the_trunk_line(joints: Joints, first: str, root: str, end: str) -> Array:
    # The trunk as a whole: one raised arm pulls its own shoulder up.
    trunk = (joints.centre(root) - joints.centre(first))[:, None]
    roots = joints.both(root)
    angle = turn(roots + trunk, roots, joints.both(end))
    # Clockwise is down for what points to the right, and up for what points to the left.
    return np.where(trunk[..., 0] > 0, -angle, angle)


@sided_measure(
    DEGREES, "ear", "shoulder", "hip", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=FROM_THE_SIDE
)
def neck(joints: Joints) -> Array:
    """Interior angle ear–shoulder–hip; the head in line with the trunk is 180."""
    return interior_angle(joints.both("ear"), joints.both("shoulder"), joints.both("hip"))


@sided_measure(DEGREES, "hip", "ear", drawn_as=DrawnAs.ELEVATION, seen_from=LENGTHWISE)
def head_elevation(joints: Joints) -> Array:
    """Angle of the line from hip to ear over the horizontal; lying is about 0."""
    return elevation(joints.both("hip"), joints.both("ear"))


@sided_measure(DEGREES, "shoulder", "ear", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def head_inclination(joints: Joints) -> Array:
    """Angle of the line from shoulder to ear from the vertical; the ear right above is 0."""
    return inclination(joints.both("shoulder"), joints.both("ear"))


@sided_measure(
    TRUNK_LENGTHS, "shoulder", "ear", seen_from=LENGTHWISE, span=(-1, 1), against_vertical=True
)
def ear_over_shoulder(joints: Joints) -> Array:
    """How much higher the ear is than the shoulder, in trunk lengths."""
    return np.asarray(joints.both("shoulder")[..., 1] - joints.both("ear")[..., 1])
