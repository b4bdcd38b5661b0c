"""Measures a motion's places on one body's start pose: below the shoulders, before the hips."""

from __future__ import annotations

import numpy as np

from samples.studio.geometry import Array
from samples.studio.kinematics import BodyPose, pose_body
from samples.studio.motion import Choice, Spot
from samples.studio.pose_state import Attached, Places, PoseState
from samples.studio.skeleton import SIDES, Skeleton, bone, outward


def places_of(
    skeleton: Skeleton, anchor: str, choice: Choice, start: PoseState, lift: float
) -> Places:
    """Measure the motion's places on this body's start pose."""
    stand_in = {
        (name, side): np.array([outward(side) * 0.2, 0.05, 0.4])
        for name in ("hand", "foot", "forearm", *choice.places)
        for side in SIDES
    }
    pose = pose_body(skeleton, start, Places(stand_in, _attached(choice)), anchor, lift)
    world = {}
    for name in ("hand", "foot", "forearm", *choice.places):
        spot = choice.places.get(name, Spot())
        for side in SIDES:
            world[(name, side)] = _world_place(skeleton, pose, name, spot, side)
    shoulders = (pose.positions["LeftArm"] + pose.positions["RightArm"]) / 2
    world |= {("shoulders", side): shoulders for side in SIDES}
    floor = {
        name
        for name, spot in choice.places.items()
        if spot.bone is None and spot.world is None and name != "forearm"
    }
    return Places(world, _attached(choice), frozenset(floor | {"hand"}))


def _attached(choice: Choice) -> dict[str, Attached]:
    return {
        name: Attached(spot.bone, np.array(spot.offset))
        for name, spot in choice.places.items()
        if spot.bone is not None
    }


def _world_place(skeleton: Skeleton, pose: BodyPose, name: str, spot: Spot, side: str) -> Array:
    if spot.world is not None:
        return np.array(spot.world) * [outward(side), 1, 1]
    foot = name == "foot"
    above = pose.positions[bone(side, "UpLeg" if foot else "Arm")]
    height = {
        "foot": skeleton.ankle_depth,
        "forearm": skeleton.elbow_depth,
    }.get(name, skeleton.wrist_depth)
    ahead = spot.ahead
    if spot.knee is not None:
        angle = np.radians(spot.knee)
        straight = (
            skeleton.thigh**2
            + skeleton.shank**2
            - 2 * skeleton.thigh * skeleton.shank * np.cos(angle)
        )
        ahead += np.sqrt(max(straight - (above[1] - height) ** 2, 0.0))
    return np.array([above[0] + outward(side) * spot.out, height + spot.up, above[2] + ahead])
