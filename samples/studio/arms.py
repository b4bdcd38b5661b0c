"""One arm: by its angles, planted on the floor, propped on the forearm, or at a place."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from samples.studio.geometry import (
    Array,
    X,
    Y,
    Z,
    cross,
    orthogonal_frame,
    turn_about,
    turn_about_vector,
    unit,
)
from samples.studio.limbs import LimbAim, bend, blend, bone_rotations, reach
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import Skeleton, bone, outward
from samples.studio.torso import attach


def place_arm(
    skeleton: Skeleton,
    state: PoseState,
    places: Places,
    side: str,
    trunk_line: Array,
    rotations: dict[str, Array],
    positions: dict[str, Array],
) -> None:
    """Add the collar bone and arm of one side to `rotations` and `positions`."""
    collar, upper, lower, end = (
        bone(side, name) for name in ("Shoulder", "Arm", "ForeArm", "Hand")
    )
    hold = state.hands[side]
    rotations[collar] = rotations["Spine2"]
    positions[collar] = attach(skeleton, rotations, positions, collar)
    positions[upper] = attach(skeleton, rotations, positions, upper)
    # The collar bone follows the arm, which moves the shoulder, which moves the aim: twice will do.
    for _ in range(2):
        aims = {
            place: _aim(skeleton, state, places, side, place, trunk_line, rotations, positions)
            for place in dict.fromkeys((hold.origin, hold.goal))
        }
        aim = blend(aims[hold.origin], aims[hold.goal], hold.share)
        rotations[collar] = _collar(state, side, aim.upper, rotations["Spine2"])
        positions[upper] = attach(skeleton, rotations, positions, upper)
    joints = skeleton.joints
    rotations[upper], rotations[lower] = bone_rotations(
        aim, joints[lower] - joints[upper], joints[end] - joints[lower], -Z
    )
    positions[lower] = attach(skeleton, rotations, positions, lower)
    positions[end] = attach(skeleton, rotations, positions, end)
    rotations[end] = rotations[lower] if aim.end is None else aim.end
    rotations[lower] = _share_twist(rotations[lower], rotations[end], aim.lower)


def _aim(
    skeleton: Skeleton,
    state: PoseState,
    places: Places,
    side: str,
    place: str,
    trunk_line: Array,
    rotations: dict[str, Array],
    positions: dict[str, Array],
) -> LimbAim:
    left = rotations["Spine2"] @ X
    ahead = unit(cross(left, trunk_line))
    shoulder = positions[bone(side, "Arm")]
    if place == "free":
        return _by_angles(skeleton, state, side, trunk_line, ahead, left)
    open_angle = np.radians(state.sided("elbow_out", side))
    pole = -np.cos(open_angle) * trunk_line + np.sin(open_angle) * outward(side) * left
    if place == "forearm":
        return _propped(skeleton, state, places, side, shoulder)
    if place in places.attached:
        attached = places.attached[place]
        offset = attached.offset * [outward(side), 1, 1]
        name = attached.bone if attached.bone in positions else bone(side, attached.bone)
        target = positions[name] + rotations[name] @ offset
    else:
        target = places.world[(place, side)]
    upper, lower = reach(shoulder, skeleton.upper_arm, skeleton.forearm, target, pole)
    hinge = cross(pole, upper)
    if place in places.floor:
        turn = np.radians(state.values["turn"])
        fingers = np.array([np.sin(turn), 0.0, np.cos(turn)])
        end = _hand(skeleton, side, fingers, -Y)
    else:
        end = _along_forearm(skeleton, state, side, LimbAim(upper, lower, hinge, None))
    return LimbAim(upper, lower, hinge, end)


def _by_angles(
    skeleton: Skeleton, state: PoseState, side: str, trunk_line: Array, ahead: Array, left: Array
) -> LimbAim:
    angle = np.radians(state.sided("shoulder", side))
    arm = -np.cos(angle) * trunk_line + np.sin(angle) * ahead
    fold = np.sin(angle) * trunk_line + np.cos(angle) * ahead
    away = np.radians(state.sided("arm_out", side))
    arm = np.cos(away) * arm + np.sin(away) * outward(side) * left
    turn = turn_about_vector(arm, outward(side) * state.sided("arm_turn", side))
    fold = turn @ unit(fold - arm * (arm @ fold))
    lower = bend(arm, fold, state.sided("elbow", side))
    aim = LimbAim(arm, lower, cross(-fold, arm), None)
    return LimbAim(aim.upper, aim.lower, aim.hinge, _along_forearm(skeleton, state, side, aim))


def _propped(
    skeleton: Skeleton, state: PoseState, places: Places, side: str, shoulder: Array
) -> LimbAim:
    """Upper arm to the elbow's place, forearm along the floor."""
    elbow = places.world[("forearm", side)]
    upper = unit(elbow - shoulder)
    turn = np.radians(state.values["turn"] + state.sided("arm_turn", side) * outward(side))
    lower = np.array([np.sin(turn), 0.0, np.cos(turn)])
    return LimbAim(upper, lower, cross(-lower, upper), _hand(skeleton, side, lower, -Y))


def _along_forearm(skeleton: Skeleton, state: PoseState, side: str, aim: LimbAim) -> Array:
    """World rotation of a hand in line with the forearm, rolled by the term `palm`."""
    joints = skeleton.joints
    upper, lower, end = (joints[bone(side, name)] for name in ("Arm", "ForeArm", "Hand"))
    _, forearm = bone_rotations(aim, lower - upper, end - lower, -Z)
    roll = turn_about_vector(aim.lower, -outward(side) * state.sided("palm", side))
    return np.asarray(roll @ forearm)


def _hand(skeleton: Skeleton, side: str, fingers: Array, palm: Array) -> Array:
    """World rotation of the hand from where its fingers and its palm point."""
    rest = orthogonal_frame(skeleton.finger_direction[side], skeleton.palm_normal[side])
    return np.asarray(orthogonal_frame(fingers, palm) @ rest.T)


def _collar(state: PoseState, side: str, arm: Array, chest: Array) -> Array:
    """World rotation of the collar bone: it lifts and swings forward with the arm.

    The lift follows the arm's elevation at about one third of it (the
    scapulohumeral rhythm of 2:1, Inman 1944, less what the shoulder blade does
    without moving the joint).
    """
    lift_angle = np.degrees(np.arcsin(np.clip(chest[:, 1] @ arm, -1, 1)))
    lift = np.interp(lift_angle, [-90, 0, 90], [-6, 4, 30]) + state.sided("shrug", side)
    forward = 10 * max(float(chest[:, 2] @ arm), 0.0) + state.sided("protraction", side)
    sign = outward(side)
    turn = turn_about("z", sign * float(lift)) @ turn_about("y", -sign * forward)
    return np.asarray(chest @ turn)


def _share_twist(forearm: Array, hand: Array, along: Array) -> Array:
    """The forearm with half of the hand's roll, as radius and ulna cross."""
    turn = Rotation.from_matrix(hand @ forearm.T).as_quat()
    twist = 2 * np.arctan2(turn[:3] @ along, turn[3])
    twist = (twist + np.pi) % (2 * np.pi) - np.pi
    return np.asarray(Rotation.from_rotvec(along * twist * 0.5).as_matrix() @ forearm)
