"""Pelvis, spine, neck and head: the bones that everything else hangs on."""

from __future__ import annotations

import numpy as np

from samples.studio.geometry import Array, between, turn_about
from samples.studio.pose_state import PoseState
from samples.studio.skeleton import SIDES, Skeleton, bone

SPINE_SHARES = {"Spine": (0.45, 0.0, 0.3), "Spine1": (0.9, 0.4, 0.65), "Spine2": (1.0, 1.0, 1.0)}
"""Share of the lumbar bend, of the thoracic bend, of the twist that each bone has done."""


def torso(skeleton: Skeleton, state: PoseState) -> tuple[dict[str, Array], dict[str, Array]]:
    """World rotation and joint position of the torso's bones, mid-hip at the origin.

    The line from mid-hip to mid-shoulder (shoulders at rest) gets exactly the
    trunk inclination asked for, however the spine is bent.
    """
    value = state.values
    local = _spine_rotations(skeleton, state)
    line = _shoulder_line(skeleton, local)
    tilt = float(np.degrees(np.arctan2(line[2], line[1])))
    whole = (
        turn_about("y", value["turn"])
        @ turn_about("z", -value["lean"])
        @ turn_about("x", value["trunk"])
        @ turn_about("y", value["roll"])
    )
    pelvis = whole @ turn_about("x", -tilt)
    rotations = {name: pelvis @ turn for name, turn in local.items()}
    hips = (skeleton.joints["LeftUpLeg"] + skeleton.joints["RightUpLeg"]) / 2
    positions = {"Hips": pelvis @ (skeleton.joints["Hips"] - hips)}
    for name in ("Spine", "Spine1", "Spine2", "Neck", "Head"):
        positions[name] = attach(skeleton, rotations, positions, name)
    for side in SIDES:
        positions[bone(side, "UpLeg")] = attach(skeleton, rotations, positions, bone(side, "UpLeg"))
    return rotations, positions


def attach(
    skeleton: Skeleton, rotations: dict[str, Array], positions: dict[str, Array], name: str
) -> Array:
    """Where a bone's joint (3,) is, given its parent's rotation and joint."""
    parent = skeleton.parents[name]
    offset = skeleton.joints[name] - skeleton.joints[parent]
    return np.asarray(positions[parent] + rotations[parent] @ offset)


def _spine_rotations(skeleton: Skeleton, state: PoseState) -> dict[str, Array]:
    value = state.values
    low = value["lumbar"] + skeleton.own_lumbar
    high = value["thoracic"] + skeleton.own_thoracic
    rotations: dict[str, Array] = {"Hips": np.eye(3)}
    for name, (lumbar, thoracic, turned) in SPINE_SHARES.items():
        rotations[name] = (
            turn_about("x", lumbar * low + thoracic * high)
            @ turn_about("y", turned * value["twist"])
            @ turn_about("z", -turned * value["side_bend"])
        )
    chest = rotations["Spine2"]
    turned_head = turn_about("y", value["head_turn"]) @ turn_about("z", -value["head_tilt"])
    rotations["Neck"] = (
        chest @ between(np.eye(3), turned_head, 0.5) @ turn_about("x", value["neck"])
    )
    rotations["Head"] = chest @ turned_head @ turn_about("x", value["neck"] + value["head"])
    return rotations


def _shoulder_line(skeleton: Skeleton, rotations: dict[str, Array]) -> Array:
    """From mid-hip to mid-shoulder (3,), the pelvis unturned and the shoulders at rest."""
    joints = skeleton.joints
    position = joints["Hips"]
    for parent, name in (("Hips", "Spine"), ("Spine", "Spine1"), ("Spine1", "Spine2")):
        position = position + rotations[parent] @ (joints[name] - joints[parent])
    shoulders = (joints["LeftArm"] + joints["RightArm"]) / 2
    hips = (joints["LeftUpLeg"] + joints["RightUpLeg"]) / 2
    return np.asarray(position + rotations["Spine2"] @ (shoulders - joints["Spine2"]) - hips)
