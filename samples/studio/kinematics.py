"""From what is asked (PoseState) to where every bone is (BodyPose)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samples.studio.arms import place_arm
from samples.studio.geometry import Array
from samples.studio.legs import aim_leg, place_leg
from samples.studio.mannequin import Mannequin
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import SIDES, Skeleton, bone

JOINT_BONES = {
    "shoulder": "Arm",
    "elbow": "ForeArm",
    "wrist": "Hand",
    "hip": "UpLeg",
    "knee": "Leg",
    "ankle": "Foot",
    "toe": "ToeBase",
}


@dataclass(frozen=True)
class BodyPose:
    """World rotation (3, 3) from rest and joint position (3,) of every bone."""

    rotations: Mapping[str, Array]
    positions: Mapping[str, Array]

    def joints(self, skeleton: Skeleton) -> dict[str, Array]:
        """Joint centres (3,) by name, such as `knee_left`; `head` lies between the eyes."""
        found = {
            f"{name}_{side}": self.positions[bone(side, end)]
            for name, end in JOINT_BONES.items()
            for side in SIDES
        }
        offset = skeleton.eyes - skeleton.joints["Head"]
        found["head"] = self.positions["Head"] + self.rotations["Head"] @ offset
        found["neck"] = self.positions["Neck"]
        return found


def pose_body(
    skeleton: Skeleton, state: PoseState, places: Places, anchor: str, lift: float = 0.0
) -> BodyPose:
    """Pose the whole body.

    `anchor` names the part that stays over the same spot of the floor (see
    vocabulary.ANCHORS); `lift` in metres raises what isn't planted, to meet
    the floor exactly once the flesh is known.
    """
    body = Mannequin.without_limbs(skeleton, state, places)
    shift = _anchor_shift(body, anchor)
    body = body.shifted(shift + np.array([0.0, lift, state.values["ahead"]]))
    for side in SIDES:
        place_leg(body, side)
    for side in SIDES:
        place_arm(body, side)
    return BodyPose(body.rotations, body.positions)


def _anchor_shift(body: Mannequin, anchor: str) -> Array:
    """How far (3,) to move the body, built round its mid-hip, to stand where it should."""
    skeleton, state = body.skeleton, body.state
    height = state.values["hip_height"]
    if height > 0:
        return np.array([0.0, skeleton.ankle_depth + height * skeleton.leg, 0.0])
    if state.values["seat"] > 0:
        return np.array([0.0, state.values["seat"] + skeleton.seat_depth, 0.0])
    if anchor == "hips":
        return np.array([0.0, skeleton.seat_depth, 0.0])
    if anchor == "shoulders":
        shoulders = body.trunk_line * skeleton.trunk
        start = body.places.world.get(("shoulders", "left"), np.array([0.0, 0.0, -skeleton.trunk]))
        return np.asarray(
            np.array([0.0, skeleton.seat_depth, 0.0]) - shoulders * [0, 1, 1] + start * [0, 0, 1]
        )
    mode = {"feet": "flat", "toes": "toes", "knees": "kneel"}[anchor]
    contacts = []
    for side in SIDES:
        aim = aim_leg(body, side, mode)
        contact = body.positions[bone(side, "UpLeg")] + skeleton.thigh * aim.upper
        if anchor != "knees":
            contact = contact + skeleton.shank * aim.lower
        contacts.append(contact)
    depth = {
        "feet": skeleton.ankle_depth,
        "toes": skeleton.ankle_depth + 0.03,
        "knees": skeleton.knee_depth,
    }
    return np.asarray(np.array([0.0, depth[anchor], 0.0]) - np.mean(contacts, axis=0))
