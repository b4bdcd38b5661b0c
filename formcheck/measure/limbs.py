"""Joint angles and the directions of limbs: one function a measure, both sides at once.

Each takes a Body and gives two numbers, left and right, NaN where a joint can't be seen. Angles are
in degrees, in the picture's plane; they are what they say only where the limb moves in that plane,
which the camera's view decides.
"""

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.geometry import (
    angle_from_reach,
    distance,
    elevation,
    inclination,
    interior_angle,
    turn,
)
from formcheck.pose.landmarks import INDEX, SIDES

Pair = NDArray[np.floating]

ONE_KNEE_ALONE = 20.0
"""Degrees between the knees from which only one is bent (engineering)."""

RAISED, HANGING = -45.0, -90.0
"""Elevation from which an arm is no longer hanging down, and of one that is."""

UPPER_ARM_SHARE, FOREARM_SHARE = 0.56, 0.44
"""Of the length from shoulder to wrist; Drillis and Contini (1966): 0.186 and 0.146 of height."""


def knee(body: Body) -> Pair:
    """Interior angle hip–knee–ankle; a straight knee is 180."""
    return interior_angle(body.both("hip"), body.both("knee"), body.both("ankle"))


def knee_flexion(body: Body) -> Pair:
    """How far the knee is bent; a straight knee is 0."""
    return 180 - knee(body)


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
    straighter = min(known, key=lambda side: flexions[side])
    apart = flexions[best] - flexions[straighter] > ONE_KNEE_ALONE
    return float(flexions[straighter if apart else best])


def hip(body: Body) -> Pair:
    """Interior angle shoulder–hip–knee; standing upright is 180."""
    return interior_angle(body.both("shoulder"), body.both("hip"), body.both("knee"))


def elbow(body: Body) -> Pair:
    """Interior angle shoulder–elbow–wrist; a straight arm is 180."""
    angle = interior_angle(body.both("shoulder"), body.both("elbow"), body.both("wrist"))
    return np.where(_sure_of_elbow(body), angle, np.nan)


def elbow_from_reach(body: Body) -> Pair:
    """Interior elbow angle from how far the hand is from the shoulder; a straight arm is 180.

    By the law of cosines with the person's own arm length. In a push-up seen from the side the
    elbow points half to the camera and its drawn angle is 20 to 30 degrees too wide; this one is
    within 6 of the truth (rendered clips).
    """
    reach = distance(body.both("shoulder"), body.both("wrist"))
    return angle_from_reach(reach, body.scale.arm * UPPER_ARM_SHARE, body.scale.arm * FOREARM_SHARE)


def shoulder(body: Body) -> Pair:
    """Interior angle elbow–shoulder–hip; an arm along the trunk is 0, overhead is 180."""
    return interior_angle(body.both("elbow"), body.both("shoulder"), body.both("hip"))


def neck(body: Body) -> Pair:
    """Interior angle ear–shoulder–hip; the head in line with the trunk is 180."""
    return interior_angle(body.both("ear"), body.both("shoulder"), body.both("hip"))


def hip_extension(body: Body) -> Pair:
    """Angle shoulder–hip–knee of someone on their back; in one line is 180.

    Below 180 the hips hang under the line from shoulder to knee, above 180 they are pushed over it.
    """
    return _bend_over_the_floor(body, "knee")


def body_line(body: Body) -> Pair:
    """Angle shoulder–hip–ankle of a body that lies along the floor; a straight body is 180.

    Below 180 the hips sag towards the floor, above 180 they are piked up.
    """
    return _bend_over_the_floor(body, "ankle")


def _bend_over_the_floor(body: Body, end: str) -> Pair:
    """Angle shoulder–hip–end, below 180 where the hip is under the line between the others."""
    shoulders, hips, ends = body.both("shoulder"), body.both("hip"), body.both(end)
    bend = 180 - interior_angle(shoulders, hips, ends)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (hips[:, 0] - shoulders[:, 0]) / (ends[:, 0] - shoulders[:, 0])
    straight = shoulders[:, 1] + share * (ends[:, 1] - shoulders[:, 1])
    return np.where(hips[:, 1] > straight, 180 - bend, 180 + bend)


def head_elevation(body: Body) -> Pair:
    """Angle of the line from hip to ear over the horizontal; lying is about 0."""
    return elevation(body.both("hip"), body.both("ear"))


def thigh_elevation(body: Body) -> Pair:
    """Angle of the thigh over the horizontal, hip to knee; hanging down is −90, level is 0."""
    return elevation(body.both("hip"), body.both("knee"))


def leg_elevation(body: Body) -> Pair:
    """Angle of the whole leg over the horizontal, hip to ankle; lying flat is 0."""
    return elevation(body.both("hip"), body.both("ankle"))


def thigh_inclination(body: Body) -> Pair:
    """Angle of the thigh from the vertical, knee to hip; the hip right over the knee is 0."""
    return inclination(body.both("knee"), body.both("hip"))


def shin_inclination(body: Body) -> Pair:
    """Angle of the shin from the vertical, ankle to knee; the knee right over the ankle is 0."""
    return inclination(body.both("ankle"), body.both("knee"))


def arm_inclination(body: Body) -> Pair:
    """Angle of the arm from the vertical, wrist to shoulder; the hand right below it is 0."""
    return inclination(body.both("wrist"), body.both("shoulder"))


def upper_arm_inclination(body: Body) -> Pair:
    """Angle of the upper arm from the vertical, elbow to shoulder."""
    return inclination(body.both("elbow"), body.both("shoulder"))


def arm_elevation(body: Body) -> Pair:
    """Angle of the arm over the horizontal, shoulder to wrist; hanging down is −90."""
    angle = elevation(body.both("shoulder"), body.both("wrist"))
    # A far arm that is not found is put where the near one is, with its elbow unseen.
    return np.where(np.isnan(body.both("elbow")[:, 0]), np.nan, angle)


def other_arm_lead(body: Body) -> Pair:
    """How much higher the other side's arm is raised than this side's."""
    raised = arm_elevation(body)
    # Someone on all fours stands on at least one arm: beside a raised one that is seen, an unseen
    # one hangs down. Beside one that is down, it could be anywhere.
    hidden, lifted = np.isnan(raised), raised > RAISED
    raised = np.where(hidden & lifted[::-1], HANGING, raised)
    return raised[::-1] - raised


def leg_to_trunk(body: Body) -> Pair:
    """How far the thigh is over (positive) or under the line from shoulder to hip, drawn on."""
    return _over_the_trunk_line(body, "shoulder", "hip", "knee")


def arm_to_trunk(body: Body) -> Pair:
    """How far the upper arm is over (positive) or under the line from hip to shoulder, drawn on."""
    angle = _over_the_trunk_line(body, "hip", "shoulder", "elbow")
    # How a raised far arm lies needs a sure elbow; that an arm hangs down can be seen without.
    return np.where(_sure_of_elbow(body) | (arm_elevation(body) < RAISED), angle, np.nan)


def _over_the_trunk_line(body: Body, first: str, root: str, end: str) -> Pair:
    # The trunk as a whole: one raised arm pulls its own shoulder up.
    trunk = body.centre(root) - body.centre(first)
    roots = body.both(root)
    angle = turn(roots + trunk, roots, body.both(end))
    # Clockwise is down for what points to the right, and up for what points to the left.
    return -angle if trunk[0] > 0 else angle


def hip_height(body: Body) -> Pair:
    """Height of the hip in the picture, in trunk lengths; compare it with its start."""
    return _height(body, "hip")


def toe_over_heel(body: Body) -> Pair:
    """How far the toes are turned up against the heel, across the leg, in trunk lengths."""
    leg = body.both("ankle") - body.both("hip")
    leg = leg / np.hypot(leg[:, :1], leg[:, 1:])
    # At right angles to the leg, on the side that points up in the picture.
    up = np.stack([leg[:, 1], -leg[:, 0]], axis=1)
    up = np.where(up[:, 1:] > 0, -up, up)
    return body.lengths(np.sum((body.both("foot_index") - body.both("heel")) * up, axis=1))


def hips_over_ankles(body: Body) -> float:
    """How much higher the hips are than the ankles, in trunk lengths; standing is about 1.6."""
    return float((body.centre("ankle")[1] - body.centre("hip")[1]) / body.scale.trunk)


def ear_over_shoulder(body: Body) -> Pair:
    """How much higher the ear is than the shoulder, in trunk lengths."""
    return body.lengths(body.both("shoulder")[:, 1] - body.both("ear")[:, 1])


def head_inclination(body: Body) -> Pair:
    """Angle of the line from shoulder to ear from the vertical; the ear right above is 0."""
    return inclination(body.both("shoulder"), body.both("ear"))


def wrist_to_trunk(body: Body) -> Pair:
    """Distance of the hand from the line between hips and shoulders, in trunk lengths."""
    hips, shoulders = body.centre("hip"), body.centre("shoulder")
    trunk = shoulders - hips
    wrists = body.both("wrist")
    along = np.clip((wrists - hips) @ trunk / (trunk @ trunk), 0.0, 1.0)
    return body.lengths(distance(wrists, hips + along[:, None] * trunk))


def foot_crossed(body: Body) -> Pair:
    """How far the foot is beyond the other knee, seen from the front, in trunk lengths."""
    ankles, knees = body.both("ankle")[:, 0], body.both("knee")[:, 0]
    # Seen from the front the person's left is on the picture's right.
    return body.lengths(np.array([knees[1] - ankles[0], ankles[1] - knees[0]]))


def ankle_height(body: Body) -> Pair:
    """Height of the ankle in the picture, in trunk lengths; compare it with its start."""
    return _height(body, "ankle")


def shoulder_height(body: Body) -> Pair:
    """Height of the shoulder in the picture, in trunk lengths; compare it with its start."""
    return _height(body, "shoulder")


def _sure_of_elbow(body: Body) -> NDArray[np.bool_]:
    seen = body.pose.visibility[[INDEX[f"{side}_elbow"] for side in SIDES]]
    return np.asarray(seen >= body.pose.calibration.sure_visibility)


def _height(body: Body, joint: str) -> Pair:
    return body.lengths(body.pose.height - body.both(joint)[:, 1])
