"""One leg: by its angles, planted on the floor, on its toes, or kneeling."""

from __future__ import annotations

import numpy as np

from samples.studio.geometry import Array, X, Y, Z, cross, orthogonal_frame, turn_about_vector, unit
from samples.studio.limbs import LimbAim, bend, blend, bone_rotations, reach
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import Skeleton, bone, outward
from samples.studio.torso import attach

TOES_OUT = 8.0
"""Degrees that a standing foot points outward."""


def place_leg(
    skeleton: Skeleton,
    state: PoseState,
    places: Places,
    side: str,
    trunk_line: Array,
    rotations: dict[str, Array],
    positions: dict[str, Array],
) -> None:
    """Add the leg's bones of one side to `rotations` and `positions`."""
    hold = state.feet[side]
    aims = {
        mode: aim_leg(skeleton, state, places, side, mode, trunk_line, rotations, positions)
        for mode in dict.fromkeys((hold.origin, hold.goal))
    }
    aim = blend(aims[hold.origin], aims[hold.goal], hold.share)
    upper, lower, end, toes = (bone(side, name) for name in ("UpLeg", "Leg", "Foot", "ToeBase"))
    joints = skeleton.joints
    rotations[upper], rotations[lower] = bone_rotations(
        aim, joints[lower] - joints[upper], joints[end] - joints[lower], Z
    )
    positions[lower] = attach(skeleton, rotations, positions, lower)
    positions[end] = attach(skeleton, rotations, positions, end)
    rotations[end] = rotations[lower] if aim.end is None else aim.end
    rotations[toes] = rotations[end]
    if "toes" in (hold.origin, hold.goal):
        rotations[toes] = _level_toes(skeleton, side, rotations[end])
    positions[toes] = attach(skeleton, rotations, positions, toes)


def aim_leg(
    skeleton: Skeleton,
    state: PoseState,
    places: Places,
    side: str,
    mode: str,
    trunk_line: Array,
    rotations: dict[str, Array],
    positions: dict[str, Array],
) -> LimbAim:
    """Where the leg points in one of the modes of vocabulary.FOOT_PLACES."""
    left = rotations["Hips"] @ X
    ahead = unit(cross(left, trunk_line))
    hip = positions[bone(side, "UpLeg")]
    if mode == "floor":
        away = outward(side) * np.sin(np.radians(state.sided("knee_out", side))) * left
        pole = ahead + 0.3 * trunk_line + away
        target = places.world[("foot", side)]
        upper, lower = reach(hip, skeleton.thigh, skeleton.shank, target, pole)
        return LimbAim(upper, lower, cross(pole, upper), _flat_foot(skeleton, state, side))
    if mode == "kneel":
        return _kneeling(skeleton, state, side)
    upper, kneecap = _thigh(state, side, trunk_line, ahead, left)
    lower = bend(upper, -kneecap, state.sided("knee", side))
    hinge = cross(kneecap, upper)
    if mode == "flat":
        end = _flat_foot(skeleton, state, side)
    elif mode == "toes":
        end = _foot(skeleton, side, -Y - 0.12 * Z, Z)
    else:
        shin_front = cross(lower, unit(hinge))
        angle = np.radians(state.sided("ankle", side))
        toe = np.cos(angle) * -lower + np.sin(angle) * shin_front
        end = _foot(skeleton, side, toe, cross(toe, unit(hinge)))
    return LimbAim(upper, lower, hinge, end)


def _thigh(
    state: PoseState, side: str, trunk_line: Array, ahead: Array, left: Array
) -> tuple[Array, Array]:
    """Directions of the thigh and of the kneecap, from hip angle, abduction and turn."""
    angle = np.radians(state.sided("hip", side))
    thigh = np.cos(angle) * trunk_line + np.sin(angle) * ahead
    kneecap = np.sin(angle) * trunk_line - np.cos(angle) * ahead
    away = np.radians(state.sided("abduction", side))
    thigh = np.cos(away) * thigh + np.sin(away) * outward(side) * left
    turn = turn_about_vector(thigh, -outward(side) * state.sided("hip_turn", side))
    return thigh, turn @ unit(kneecap - thigh * (thigh @ kneecap))


def _kneeling(skeleton: Skeleton, state: PoseState, side: str) -> LimbAim:
    """Shin along the floor, toes behind; the thigh stands at the angle `kneel` over it."""
    angle = np.radians(state.values["kneel"])
    heading = _heading(state)
    away = np.radians(state.sided("abduction", side))
    across = outward(side) * cross(Y, heading)
    thigh = np.cos(angle) * heading - np.sin(angle) * Y
    thigh = np.cos(away) * thigh + np.sin(away) * across
    shin = -heading
    kneecap = unit(heading + 0.01 * Y)
    hinge = cross(unit(kneecap - thigh * (thigh @ kneecap)), thigh)
    return LimbAim(thigh, shin, hinge, _foot(skeleton, side, -heading - 0.12 * Y, -Y))


def _heading(state: PoseState) -> Array:
    """Where the body faces along the floor (3,)."""
    turn = np.radians(state.values["turn"])
    return np.array([np.sin(turn), 0.0, np.cos(turn)])


def _flat_foot(skeleton: Skeleton, state: PoseState, side: str) -> Array:
    """World rotation of a foot that stands flat, a little outward."""
    turn = turn_about_vector(Y, outward(side) * (TOES_OUT + state.sided("knee_out", side)))
    return _foot(skeleton, side, turn @ _heading(state), Y)


def _foot(skeleton: Skeleton, side: str, toe: Array, sole_up: Array) -> Array:
    """World rotation of the foot from where its toes and its upper side point."""
    joints = skeleton.joints
    rest = (joints[bone(side, "ToeBase")] - joints[bone(side, "Foot")]) * [1, 0, 1]
    return np.asarray(orthogonal_frame(toe, sole_up) @ orthogonal_frame(rest, Y).T)


def _level_toes(skeleton: Skeleton, side: str, foot: Array) -> Array:
    """Toes that lie on the floor, bent back from a standing foot."""
    bent = _foot(skeleton, side, Z, Y)
    return bent if (foot @ Z) @ -Y > 0.3 else foot
