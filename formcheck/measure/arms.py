"""The arms: one function a measure, left and right at once, NaN where a joint can't be seen.

Angles are in degrees, in the picture's plane; they are what they say only where the limb moves in
that plane, which the camera's view decides.
"""

import numpy as np

from formcheck.measure.definition import FROM_THE_SIDE, LENGTHWISE, DrawnAs, Pair, sided_measure
from formcheck.measure.geometry import (
    angle_from_reach,
    distance,
    elevation,
    inclination,
    interior_angle,
)
from formcheck.measure.joints import Array, Joints
from formcheck.measure.scale import BodyScale
from formcheck.measure.unit import DEGREES, TRUNK_LENGTHS

RAISED, HANGING = -45.0, -90.0
"""Elevation from which an arm is no longer hanging down, and of one that is."""

UPPER_ARM_SHARE, FOREARM_SHARE = 0.56, 0.44
"""Of the length from shoulder to wrist; Drillis and Contini (1966): 0.186 and 0.146 of height."""


@sided_measure(
    DEGREES, "shoulder", "elbow", "wrist", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=FROM_THE_SIDE
)
def elbow(joints: Joints) -> Array:
    """Interior angle shoulder–elbow–wrist; a straight arm is 180."""
    angle = interior_angle(joints.both("shoulder"), joints.both("elbow"), joints.both("wrist"))
    return np.where(joints.sure_of("elbow"), angle, np.nan)


def _angle_of_elbow(reach: Pair, scale: BodyScale) -> Pair:
    upper_arm, forearm = scale.arm * UPPER_ARM_SHARE, scale.arm * FOREARM_SHARE
    angles: Pair = angle_from_reach(reach, upper_arm, forearm).tolist()
    return angles


@sided_measure(
    DEGREES,
    "shoulder",
    "elbow",
    "wrist",
    drawn_as=DrawnAs.INTERIOR_ANGLE,
    seen_from=FROM_THE_SIDE,
    in_lengths=_angle_of_elbow,
)
def elbow_from_reach(joints: Joints) -> Array:
    """Interior elbow angle from how far the hand is from the shoulder; a straight arm is 180.

    By the law of cosines with the person's own arm length. In a push-up seen from the side the
    elbow points half to the camera and its drawn angle is 20 to 30 degrees too wide; this one is
    within 6 of the truth (rendered clips).
    """
    return distance(joints.both("shoulder"), joints.both("wrist"))


@sided_measure(
    DEGREES, "elbow", "shoulder", "hip", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=LENGTHWISE
)
def shoulder(joints: Joints) -> Array:
    """Interior angle elbow–shoulder–hip; an arm along the trunk is 0, overhead is 180."""
    return interior_angle(joints.both("elbow"), joints.both("shoulder"), joints.both("hip"))


@sided_measure(DEGREES, "wrist", "shoulder", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def arm_inclination(joints: Joints) -> Array:
    """Angle of the arm from the vertical, wrist to shoulder; the hand right below it is 0."""
    return inclination(joints.both("wrist"), joints.both("shoulder"))


@sided_measure(DEGREES, "elbow", "shoulder", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def upper_arm_inclination(joints: Joints) -> Array:
    """Angle of the upper arm from the vertical, elbow to shoulder."""
    return inclination(joints.both("elbow"), joints.both("shoulder"))


@sided_measure(DEGREES, "shoulder", "wrist", drawn_as=DrawnAs.ELEVATION, seen_from=LENGTHWISE)
def arm_elevation(joints: Joints) -> Array:
    """Angle of the arm over the horizontal, shoulder to wrist; hanging down is −90."""
    angle = elevation(joints.both("shoulder"), joints.both("wrist"))
    # A far arm that is not found is put where the near one is, with its elbow unseen.
    return np.where(np.isnan(joints.both("elbow")[..., 0]), np.nan, angle)


@sided_measure(DEGREES, seen_from=LENGTHWISE, span=(-180, 180))
def arm_lead(joints: Joints) -> Array:
    """How much higher this side's arm is raised than the other side's."""
    raised = arm_elevation.of(joints)
    # Beside an arm that is seen to be raised, an unseen one is taken to hang down, as the arm does
    # on which somebody on all fours stands. Beside one that is down, it could be anywhere.
    hidden, lifted = np.isnan(raised), raised > RAISED
    raised = np.where(hidden & lifted[:, ::-1], HANGING, raised)
    return raised - raised[:, ::-1]


@sided_measure(TRUNK_LENGTHS, seen_from=FROM_THE_SIDE, span=(0, 2))
def wrist_to_trunk(joints: Joints) -> Array:
    """Distance of the hand from the line between hips and shoulders, in trunk lengths."""
    hips, shoulders = joints.centre("hip"), joints.centre("shoulder")
    hips, trunk = hips[:, None], (shoulders - hips)[:, None]
    wrists = joints.both("wrist")
    along = ((wrists - hips) * trunk).sum(axis=-1) / (trunk * trunk).sum(axis=-1)
    along = np.clip(along, 0.0, 1.0)
    return distance(wrists, hips + along[..., None] * trunk)


@sided_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=(0, 2))
def arm_reach(joints: Joints) -> Array:
    """Distance from shoulder to wrist, in trunk lengths; a straight arm is about 1.1."""
    return distance(joints.both("shoulder"), joints.both("wrist"))


@sided_measure(TRUNK_LENGTHS, "wrist", "ankle", seen_from=FROM_THE_SIDE, span=(0, 4))
def hand_to_foot(joints: Joints) -> Array:
    """Distance from the hand to the ankle of the same side, in trunk lengths."""
    return distance(joints.both("wrist"), joints.both("ankle"))
