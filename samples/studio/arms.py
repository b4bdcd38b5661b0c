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
from samples.studio.mannequin import Mannequin
from samples.studio.pose_state import PoseState
from samples.studio.skeleton import Skeleton, bone, outward


def place_arm(body: Mannequin, side: str) -> None:
    """Add the collar bone and arm of one side."""
    collar, upper, lower, end = (
        bone(side, name) for name in ("Shoulder", "Arm", "ForeArm", "Hand")
    )
    hold, rotations = body.state.hands[side], body.rotations
    places = dict.fromkeys((hold.origin, hold.goal))
    rotations[collar] = rotations["Spine2"]
    body.attach(collar)
    body.attach(upper)
    # The collar bone follows the arm, which moves the shoulder, which moves the aim: twice will do.
    for _ in range(2):
        aims = {place: _aim(body, side, place) for place in places}
        aim = blend(aims[hold.origin], aims[hold.goal], hold.share)
        rotations[collar] = _collar(body.state, side, aim.upper, rotations["Spine2"])
        body.attach(upper)
    body.place_limb((upper, lower, end), aim, -Z)
    rotations[lower] = _share_twist(rotations[lower], rotations[end], aim.lower)


def _aim(body: Mannequin, side: str, place: str) -> LimbAim:
    skeleton, state = body.skeleton, body.state
    shoulder = body.positions[bone(side, "Arm")]
    left = body.rotations["Spine2"] @ X
    if place == "free":
        return _by_angles(body, side, left)
    if place == "forearm":
        return _propped(body, side, shoulder)
    open_angle = np.radians(state.sided("elbow_out", side))
    pole = -np.cos(open_angle) * body.trunk_line + np.sin(open_angle) * outward(side) * left
    target = _target(body, side, place)
    upper, lower = reach(shoulder, skeleton.upper_arm, skeleton.forearm, target, pole)
    hinge = cross(pole, upper)
    if place in body.places.floor:
        turn = np.radians(state.values["turn"])
        fingers = np.array([np.sin(turn), 0.0, np.cos(turn)])
        end = _hand(skeleton, side, fingers, -Y)
    else:
        end = _along_forearm(skeleton, state, side, LimbAim(upper, lower, hinge, None))
    return LimbAim(upper, lower, hinge, end)


def _target(body: Mannequin, side: str, place: str) -> Array:
    """Where the wrist is to be (3,): at a point of the body or of the world."""
    attached = body.places.attached.get(place)
    if attached is None:
        return body.places.world[(place, side)]
    offset = attached.offset * [outward(side), 1, 1]
    name = attached.bone if attached.bone in body.positions else bone(side, attached.bone)
    return np.asarray(body.positions[name] + body.rotations[name] @ offset)


def _by_angles(body: Mannequin, side: str, left: Array) -> LimbAim:
    skeleton, state, trunk_line = body.skeleton, body.state, body.trunk_line
    ahead = unit(cross(left, trunk_line))
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


def _propped(body: Mannequin, side: str, shoulder: Array) -> LimbAim:
    """Upper arm to the elbow's place, forearm along the floor."""
    skeleton, state = body.skeleton, body.state
    elbow = body.places.world[("forearm", side)]
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
