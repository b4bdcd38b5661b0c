"""The legs: one function a measure, NaN where a joint can't be seen.

Angles are in degrees, in the picture's plane; they are what they say only where the limb moves in
that plane, which the camera's view decides.
"""

import numpy as np

from formcheck.measure.definition import (
    FROM_THE_FRONT,
    FROM_THE_SIDE,
    HEIGHTS,
    LENGTHWISE,
    DrawnAs,
    sided_measure,
    whole_measure,
)
from formcheck.measure.geometry import elevation, inclination, interior_angle
from formcheck.measure.joints import ROWS, Array, Joints
from formcheck.measure.unit import DEGREES, TRUNK_LENGTHS

ONE_KNEE_ALONE = 20.0
"""Degrees between the knees up to which both are bent; from twice as many only one is, and between
them it is as much the one as the other, so that no value jumps (engineering)."""


@sided_measure(
    DEGREES, "hip", "knee", "ankle", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=FROM_THE_SIDE
)
def knee(joints: Joints) -> Array:
    """Interior angle hip–knee–ankle; a straight knee is 180."""
    return interior_angle(joints.both("hip"), joints.both("knee"), joints.both("ankle"))


@sided_measure(DEGREES, "hip", "knee", "ankle", drawn_as=DrawnAs.BEND, seen_from=FROM_THE_SIDE)
def knee_flexion(joints: Joints) -> Array:
    """How far the knee is bent; a straight knee is 0."""
    return 180 - knee.of(joints)


@whole_measure(DEGREES, seen_from=FROM_THE_SIDE, span=(0, 180))
def both_knees_flexion(joints: Joints) -> Array:
    """How far both knees are bent, by the better seen one; walking bends one at a time.

    Where the other one is much straighter, it is by that: the two differ by up to 10 degrees in a
    squat, so that taking the straighter one would jump whenever it is hidden for a moment.
    """
    flexions = knee_flexion.of(joints)
    seen = np.where(np.isnan(flexions), -np.inf, joints.visibility[:, ROWS["knee"]])
    best = np.take_along_axis(flexions, seen.argmax(axis=1)[:, None], axis=1)[:, 0]
    straighter = np.fmin(*flexions.T)
    alone = np.maximum(0.0, (best - straighter) / ONE_KNEE_ALONE - 1)
    return np.asarray(np.maximum(straighter, best - 2 * ONE_KNEE_ALONE * alone))


@whole_measure(DEGREES, seen_from=FROM_THE_SIDE, span=(0, 180))
def more_bent_knee(joints: Joints) -> Array:
    """Interior angle of the knee that is bent more; who stands on one leg stretches the other."""
    return np.asarray(np.fmin(*knee.of(joints).T))


@sided_measure(DEGREES, "hip", "knee", drawn_as=DrawnAs.ELEVATION, seen_from=FROM_THE_SIDE)
def thigh_elevation(joints: Joints) -> Array:
    """Angle of the thigh over the horizontal, hip to knee; hanging down is −90, level is 0."""
    return elevation(joints.both("hip"), joints.both("knee"))


@sided_measure(DEGREES, "hip", "ankle", drawn_as=DrawnAs.ELEVATION, seen_from=LENGTHWISE)
def leg_elevation(joints: Joints) -> Array:
    """Angle of the whole leg over the horizontal, hip to ankle; lying flat is 0."""
    return elevation(joints.both("hip"), joints.both("ankle"))


@sided_measure(DEGREES, seen_from=LENGTHWISE, span=(-180, 180))
def leg_lead(joints: Joints) -> Array:
    """How much higher this side's leg is raised than the other side's."""
    raised = leg_elevation.of(joints)
    return raised - raised[:, ::-1]


@sided_measure(DEGREES, "knee", "hip", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def thigh_inclination(joints: Joints) -> Array:
    """Angle of the thigh from the vertical, knee to hip; the hip right over the knee is 0."""
    return inclination(joints.both("knee"), joints.both("hip"))


@sided_measure(DEGREES, "ankle", "knee", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def shin_inclination(joints: Joints) -> Array:
    """Angle of the shin from the vertical, ankle to knee; the knee right over the ankle is 0."""
    return inclination(joints.both("ankle"), joints.both("knee"))


@sided_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def ankle_height(joints: Joints) -> Array:
    """Height of the ankle over mid-picture, in trunk lengths; compare it with its start."""
    return joints.height("ankle")


@sided_measure(TRUNK_LENGTHS, "heel", "foot_index", seen_from=LENGTHWISE, span=(-1, 1))
def toe_over_heel(joints: Joints) -> Array:
    """How far the toes are turned up against the heel, across the leg, in trunk lengths."""
    leg = joints.both("ankle") - joints.both("hip")
    leg = leg / np.hypot(leg[..., :1], leg[..., 1:])
    # At right angles to the leg, on the side that points up in the picture.
    up = np.stack([leg[..., 1], -leg[..., 0]], axis=-1)
    up = np.where(up[..., 1:] > 0, -up, up)
    return np.asarray(((joints.both("foot_index") - joints.both("heel")) * up).sum(axis=-1))


@sided_measure(TRUNK_LENGTHS, seen_from=FROM_THE_FRONT, span=(-3, 3), against_vertical=True)
def foot_crossed(joints: Joints) -> Array:
    """How far the foot is beyond the other knee, seen from the front, in trunk lengths."""
    ankles, knees = joints.both("ankle")[..., 0], joints.both("knee")[..., 0]
    # Seen from the front the person's left is on the picture's right.
    return np.stack([knees[:, 1] - ankles[:, 0], ankles[:, 1] - knees[:, 0]], axis=1)
