"""Joint angles of a posed body, as a physiotherapist would read them with a goniometer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from samples.studio.geometry import Array, interior_angle, unit
from samples.studio.skeleton import SIDES, outward

Y_AXIS = np.array([0.0, 1.0, 0.0])


def joint_angles(joints: Mapping[str, Array], pelvis_left: Array) -> dict[str, Array]:
    """Angles in degrees (...) from joint centres (..., 3), by name.

    `pelvis_left` (..., 3) points to the person's left across the pelvis. For
    each side: `knee`, `elbow` (interior, in three dimensions); `shoulder`
    (upper arm against the trunk line); `hip` and `body_line` (shoulder–hip–knee
    and shoulder–hip–ankle in the plane that the pelvis divides, 0..360, more
    than 180 where the leg lies behind the trunk); `thigh_elevation` and
    `arm_elevation` (over the horizontal), `shin_inclination`,
    `upper_arm_inclination`, `abduction`. For the body: `trunk_inclination`
    (0..180 from upright), `trunk_elevation` (over the horizontal), `neck`
    (head–shoulder–hip, interior), `pelvis_twist` (shoulder line against hip
    line, seen along the trunk). The trunk line runs from mid-hip to mid-shoulder.
    """
    shoulders = (joints["shoulder_left"] + joints["shoulder_right"]) / 2
    hips = (joints["hip_left"] + joints["hip_right"]) / 2
    trunk = unit(shoulders - hips)
    found: dict[str, Array] = {}
    for side in SIDES:
        found |= _limb_angles(joints, side, trunk, unit(pelvis_left))
    found["trunk_inclination"] = np.degrees(np.arccos(np.clip(trunk @ Y_AXIS, -1, 1)))
    found["trunk_elevation"] = 90 - found["trunk_inclination"]
    found["neck"] = interior_angle(joints["head"], shoulders, hips)
    shoulder_line = joints["shoulder_left"] - joints["shoulder_right"]
    hip_line = joints["hip_left"] - joints["hip_right"]
    found["pelvis_twist"] = _angle_about(trunk, hip_line, shoulder_line)
    return found


def _limb_angles(
    joints: Mapping[str, Array], side: str, trunk: Array, left: Array
) -> dict[str, Array]:
    def at(name: str) -> Array:
        return joints[f"{name}_{side}"]

    thigh, leg = at("knee") - at("hip"), at("ankle") - at("hip")
    upper_arm = at("elbow") - at("shoulder")
    shin = at("knee") - at("ankle")
    across = unit(thigh) @ left if left.ndim == 1 else (unit(thigh) * left).sum(-1)
    angles = {
        "knee": interior_angle(at("hip"), at("knee"), at("ankle")),
        "elbow": interior_angle(at("shoulder"), at("elbow"), at("wrist")),
        "shoulder": np.degrees(np.arccos(np.clip((unit(upper_arm) * -trunk).sum(-1), -1, 1))),
        "hip": _sagittal_angle(trunk, thigh, left),
        "body_line": _sagittal_angle(trunk, leg, left),
        "thigh_elevation": np.degrees(np.arcsin(np.clip(unit(thigh) @ Y_AXIS, -1, 1))),
        "arm_elevation": np.degrees(np.arcsin(np.clip(unit(upper_arm) @ Y_AXIS, -1, 1))),
        "shin_inclination": _from_vertical(shin),
        "upper_arm_inclination": _from_vertical(upper_arm),
        "abduction": outward(side) * np.degrees(np.arcsin(np.clip(across, -1, 1))),
    }
    return {f"{name}_{side}": angle for name, angle in angles.items()}


def _from_vertical(bone: Array) -> Array:
    """Angle (...) of a line with the vertical, 0..90 whichever way it points."""
    return np.asarray(np.degrees(np.arccos(np.clip(np.abs(unit(bone) @ Y_AXIS), 0, 1))))


def _sagittal_angle(trunk: Array, limb: Array, left: Array) -> Array:
    """Angle (...) from the trunk forward to the limb in the sagittal plane, 0..360."""
    ahead = unit(np.cross(left, trunk))
    up = unit(np.cross(ahead, left))
    angle = np.degrees(np.arctan2((limb * ahead).sum(-1), (limb * up).sum(-1)))
    # A limb drawn up to the chest is near 0, one far behind the back near 270.
    return np.asarray(np.mod(angle + 30, 360) - 30)


def _angle_about(axis: Array, first: Array, second: Array) -> Array:
    """Signed angle (...) from one line to another as seen along an axis."""
    a = unit(first - axis * (first * axis).sum(-1, keepdims=True))
    b = unit(second - axis * (second * axis).sum(-1, keepdims=True))
    return np.asarray(np.degrees(np.arctan2((np.cross(a, b) * axis).sum(-1), (a * b).sum(-1))))
