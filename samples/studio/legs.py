"""One leg: by its angles, planted on the floor, on its toes, or kneeling."""

from __future__ import annotations

import numpy as np

from samples.studio.geometry import Array, X, Y, Z, cross, orthogonal_frame, turn_about_vector, unit
from samples.studio.limbs import LimbAim, bend, blend, reach
from samples.studio.mannequin import Mannequin
from samples.studio.pose_state import PoseState
from samples.studio.skeleton import Skeleton, bone, outward

TOES_OUT = 8.0
"""Degrees that a standing foot points outward."""


def place_leg(body: Mannequin, side: str) -> None:
    """Add the leg's bones of one side."""
    hold = body.state.feet[side]
    places = dict.fromkeys((hold.origin, hold.goal))
    aims = {mode: aim_leg(body, side, mode) for mode in places}
    aim = blend(aims[hold.origin], aims[hold.goal], hold.share)
    upper, lower, end, toes = (bone(side, name) for name in ("UpLeg", "Leg", "Foot", "ToeBase"))
    body.place_limb((upper, lower, end), aim, Z)
    rotations = body.rotations
    rotations[toes] = rotations[end]
    if "toes" in places:
        rotations[toes] = _level_toes(body.skeleton, side, rotations[end])
    body.attach(toes)


def aim_leg(body: Mannequin, side: str, mode: str) -> LimbAim:
    """Where the leg points in one of the modes of vocabulary.FOOT_PLACES."""
    skeleton, state, trunk_line = body.skeleton, body.state, body.trunk_line
    left = body.rotations["Hips"] @ X
    ahead = unit(cross(left, trunk_line))
    hip = body.positions[bone(side, "UpLeg")]
    if mode == "floor":
        away = outward(side) * np.sin(np.radians(state.sided("knee_out", side))) * left
        pole = ahead + 0.3 * trunk_line + away
        target = body.places.world[("foot", side)]
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
