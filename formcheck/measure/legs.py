"""The legs: one function a measure, NaN where a joint can't be seen.

Angles are in degrees, in the picture's plane; they are what they say only where the limb moves in
that plane, which the camera's view decides.
"""

import numpy as np

from formcheck.measure.body import Body
from formcheck.measure.definition import (
    FROM_THE_FRONT,
    FROM_THE_SIDE,
    HEIGHTS,
    LENGTHWISE,
    DrawnAs,
    Pair,
    sided_measure,
    whole_measure,
)
from formcheck.measure.geometry import elevation, inclination, interior_angle
from formcheck.measure.unit import DEGREES, TRUNK_LENGTHS
from formcheck.pose.landmarks import INDEX, SIDES

ONE_KNEE_ALONE = 20.0
"""Degrees between the knees up to which both are bent; from twice as many only one is, and between
them it is as much the one as the other, so that no value jumps (engineering)."""


@sided_measure(
    DEGREES, "hip", "knee", "ankle", drawn_as=DrawnAs.INTERIOR_ANGLE, seen_from=FROM_THE_SIDE
)
def knee(body: Body) -> Pair:
    """Interior angle hip–knee–ankle; a straight knee is 180."""
    return interior_angle(body.both("hip"), body.both("knee"), body.both("ankle"))


@sided_measure(DEGREES, "hip", "knee", "ankle", drawn_as=DrawnAs.BEND, seen_from=FROM_THE_SIDE)
def knee_flexion(body: Body) -> Pair:
    """How far the knee is bent; a straight knee is 0."""
    return 180 - knee(body)


@whole_measure(DEGREES, seen_from=FROM_THE_SIDE, span=(0, 180))
def both_knees_flexion(body: Body) -> float:
    """How far both knees are bent, by the better seen one; walking bends one at a time.

    Where the other one is much straighter, it is by that: the two differ by up to 10 degrees in a
    squat, so that taking the straighter one would jump whenever it is hidden for a moment.
    """
    flexions = knee_flexion(body)
    known = [side for side in range(len(SIDES)) if not np.isnan(flexions[side])]
    if not known:
        return float("nan")
    seen = body.pose.visibility[[INDEX[f"{side}_knee"] for side in SIDES]]
    best = max(known, key=lambda side: seen[side])
    straighter = flexions[known].min()
    alone = max(0.0, (flexions[best] - straighter) / ONE_KNEE_ALONE - 1)
    return float(max(straighter, flexions[best] - 2 * ONE_KNEE_ALONE * alone))


@whole_measure(DEGREES, seen_from=FROM_THE_SIDE, span=(0, 180))
def more_bent_knee(body: Body) -> float:
    """Interior angle of the knee that is bent more; who stands on one leg stretches the other."""
    known = [angle for angle in knee(body) if not np.isnan(angle)]
    return float(min(known, default=np.nan))


@sided_measure(DEGREES, "hip", "knee", drawn_as=DrawnAs.ELEVATION, seen_from=FROM_THE_SIDE)
def thigh_elevation(body: Body) -> Pair:
    """Angle of the thigh over the horizontal, hip to knee; hanging down is −90, level is 0."""
    return elevation(body.both("hip"), body.both("knee"))


@sided_measure(DEGREES, "hip", "ankle", drawn_as=DrawnAs.ELEVATION, seen_from=LENGTHWISE)
def leg_elevation(body: Body) -> Pair:
    """Angle of the whole leg over the horizontal, hip to ankle; lying flat is 0."""
    return elevation(body.both("hip"), body.both("ankle"))


@sided_measure(DEGREES, seen_from=LENGTHWISE, span=(-180, 180))
def leg_lead(body: Body) -> Pair:
    """How much higher this side's leg is raised than the other side's."""
    raised = leg_elevation(body)
    return raised - raised[::-1]


@sided_measure(DEGREES, "knee", "hip", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def thigh_inclination(body: Body) -> Pair:
    """Angle of the thigh from the vertical, knee to hip; the hip right over the knee is 0."""
    return inclination(body.both("knee"), body.both("hip"))


@sided_measure(DEGREES, "ankle", "knee", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def shin_inclination(body: Body) -> Pair:
    """Angle of the shin from the vertical, ankle to knee; the knee right over the ankle is 0."""
    return inclination(body.both("ankle"), body.both("knee"))


@sided_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def ankle_height(body: Body) -> Pair:
    """Height of the ankle over mid-picture, in trunk lengths; compare it with its start."""
    return body.height("ankle")


@sided_measure(TRUNK_LENGTHS, "heel", "foot_index", seen_from=LENGTHWISE, span=(-1, 1))
def toe_over_heel(body: Body) -> Pair:
    """How far the toes are turned up against the heel, across the leg, in trunk lengths."""
    leg = body.both("ankle") - body.both("hip")
    leg = leg / np.hypot(leg[:, :1], leg[:, 1:])
    # At right angles to the leg, on the side that points up in the picture.
    up = np.stack([leg[:, 1], -leg[:, 0]], axis=1)
    up = np.where(up[:, 1:] > 0, -up, up)
    return body.lengths(np.sum((body.both("foot_index") - body.both("heel")) * up, axis=1))


@sided_measure(TRUNK_LENGTHS, seen_from=FROM_THE_FRONT, span=(-3, 3), against_vertical=True)
def foot_crossed(body: Body) -> Pair:
    """How far the foot is beyond the other knee, seen from the front, in trunk lengths."""
    ankles, knees = body.both("ankle")[:, 0], body.both("knee")[:, 0]
    # Seen from the front the person's left is on the picture's right.
    return body.lengths(np.array([knees[1] - ankles[0], ankles[1] - knees[0]]))
