"""The trunk as a whole: how it leans and lies, where the chest points, how the back is bent;
and how high its ends and the head are.
"""

import numpy as np

from formcheck.measure.definition import (
    FROM_FRONT_OR_BACK,
    FROM_THE_SIDE,
    HEIGHTS,
    LENGTHWISE,
    DrawnAs,
    back_measure,
    orientation_measure,
    sided_measure,
    whole_measure,
)
from formcheck.measure.geometry import elevation, inclination
from formcheck.measure.joints import Array, Joints
from formcheck.measure.orientation import Orientation
from formcheck.measure.spine import BackCurve
from formcheck.measure.unit import CHORD_LENGTHS, DEGREES, TRUNK_LENGTHS
from formcheck.measure.vectors import turned_about, unit
from formcheck.pose.landmarks import INDEX


@whole_measure(DEGREES, "hip", "shoulder", drawn_as=DrawnAs.INCLINATION, seen_from=LENGTHWISE)
def trunk_inclination(joints: Joints) -> Array:
    """Angle of the line from hips to shoulders from the vertical; upright is 0, level is 90."""
    return inclination(joints.centre("hip"), joints.centre("shoulder"))


@whole_measure(DEGREES, "hip", "shoulder", drawn_as=DrawnAs.ELEVATION, seen_from=LENGTHWISE)
def trunk_elevation(joints: Joints) -> Array:
    """Angle of the line from hips to shoulders over the horizontal; lying is 0, upright is 90."""
    return elevation(joints.centre("hip"), joints.centre("shoulder"))


@whole_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def hips_across(joints: Joints) -> Array:
    """Where the hips are across the picture, in trunk lengths; who walks doesn't exercise."""
    return joints.across("hip")


@orientation_measure(DEGREES, seen_from=LENGTHWISE, span=(-90, 90), against_vertical=True)
def chest_elevation(orientation: Orientation) -> float:
    """Where the chest points: 90 to the ceiling, 0 to the side, −90 to the floor."""
    return float(np.degrees(np.arcsin(np.clip(-orientation.chest[1], -1.0, 1.0))))


@orientation_measure(DEGREES, seen_from=LENGTHWISE, span=(0, 180))
def chest_to_camera(orientation: Orientation) -> float:
    """Angle between where the chest points and the camera; facing it is 0, side on is 90."""
    return float(np.degrees(np.arccos(np.clip(-orientation.chest[2], -1.0, 1.0))))


@sided_measure(DEGREES, seen_from=FROM_FRONT_OR_BACK, span=(-120, 120))
def trunk_twist(joints: Joints) -> Array:
    """How far the shoulders are turned against the hips, to the left and to the right.

    Two numbers with opposite signs, from the world landmarks: the turn is about the trunk's axis
    and shows in depth alone.
    """
    left_shoulder, right_shoulder, left_hip, right_hip = (
        joints.world[:, INDEX[name]]
        for name in ("left_shoulder", "right_shoulder", "left_hip", "right_hip")
    )
    axis = unit(left_shoulder + right_shoulder - left_hip - right_hip)
    turned = turned_about(axis, left_hip - right_hip, left_shoulder - right_shoulder)
    return np.stack([turned, -turned], axis=1)


@back_measure(CHORD_LENGTHS, seen_from=FROM_THE_SIDE, span=(-0.5, 0.5))
def back_rounding(curve: BackCurve | None) -> float:
    """How far the back is rounded (positive) or arched: its edge's sagitta over the chord."""
    return float("nan") if curve is None else curve.rounding


@sided_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def hip_height(joints: Joints) -> Array:
    """Height of the hip over mid-picture, in trunk lengths; compare it with its start."""
    return joints.height("hip")


@sided_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def shoulder_height(joints: Joints) -> Array:
    """Height of the shoulder over mid-picture, in trunk lengths; compare it with its start."""
    return joints.height("shoulder")


@whole_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=HEIGHTS, of_picture=True)
def head_height(joints: Joints) -> Array:
    """Height of the ears over mid-picture, in trunk lengths; compare it with its start."""
    return joints.above("ear")


@whole_measure(TRUNK_LENGTHS, seen_from=LENGTHWISE, span=(-2.5, 2.5))
def hips_over_ankles(joints: Joints) -> Array:
    """How much higher the hips are than the ankles, in trunk lengths; standing is about 1.6."""
    return np.asarray(joints.centre("ankle")[:, 1] - joints.centre("hip")[:, 1])
