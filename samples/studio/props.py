"""Things that move with the person: the box to lift, the strap round a foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samples.studio.geometry import Array
from samples.studio.kinematics import BodyPose
from samples.studio.meshes import Mesh, band
from samples.studio.motion import Motion
from samples.studio.pose_state import Places
from samples.studio.scene import BOX_SIZE, lifted_box

STRAP = (0.75, 0.73, 0.66)


@dataclass(frozen=True)
class MovingThing:
    """A thing's mesh at rest, and the same mesh where a posed body (and `carry`) puts it."""

    mesh: Mesh
    at: Callable[[BodyPose, float], Mesh]


def moving_things(motion: Motion, places: Places) -> list[MovingThing]:
    """The moving things that a motion names among its props."""
    things = []
    if "box" in motion.props:
        things.append(_box(places))
    if "strap" in motion.props:
        things.append(_strap())
    return things


def _box(places: Places) -> MovingThing:
    box = lifted_box()
    grips = (places.world[("box", "left")] + places.world[("box", "right")]) / 2
    ground = np.array([grips[0], BOX_SIZE[1] / 2, grips[2]])

    def at(pose: BodyPose, carry: float) -> Mesh:
        hands = (pose.positions["LeftHand"] + pose.positions["RightHand"]) / 2
        # The box hangs from the grip by what the hands were over its middle on the floor.
        held = hands - (grips - ground)
        return _moved(box, (1 - carry) * ground + carry * held)

    return MovingThing(box, at)


def _strap() -> MovingThing:
    def at(pose: BodyPose, _carry: float) -> Mesh:
        hands = (pose.positions["LeftHand"] + pose.positions["RightHand"]) / 2
        higher = max(("Left", "Right"), key=lambda side: pose.positions[side + "Foot"][1])
        foot = pose.positions[higher + "ToeBase"]
        return band(hands, foot, 0.035, STRAP)

    return MovingThing(band(np.zeros(3), np.array([0.0, 0.0, 0.5]), 0.035, STRAP), at)


def _moved(mesh: Mesh, by: Array) -> Mesh:
    return Mesh(mesh.vertices + by, mesh.normals, mesh.colours, mesh.material, mesh.faces)
