"""Where the camera and the lamp stand for a clip, and how to name what they see."""

from __future__ import annotations

import numpy as np

from samples.studio.camera import Camera
from samples.studio.catalogue import Room
from samples.studio.clips import Clip
from samples.studio.geometry import Array, Y, Z, unit
from samples.studio.light import Light
from samples.studio.motion import Motion

DISTANCE = {"standing": 3.0, "floor": 2.6, "sitting": 2.6}
HEIGHT = {"standing": 1.05, "floor": 0.75, "sitting": 0.95}
AZIMUTH = {"side": 90.0, "three-quarter": 42.0, "front": 0.0, "back": 180.0}

END_ON = 30.0
"""Degrees from the line to the camera within which nobody can say left or right."""


def place_camera(
    clip: Clip, motion: Motion, low: Array, high: Array, head_ahead: bool, belly: Array
) -> Camera:
    """Put the camera where the clip wants it.

    `low` and `high` (3,) bound the person over the whole clip; `head_ahead`
    is true where the head lies to the person's z, as on all fours;
    `belly` (3,) is where the front of the pelvis faces at the start.
    """
    azimuth = np.radians(_azimuth(clip, motion, head_ahead, belly))
    outward = np.array([np.sin(azimuth), 0.0, np.cos(azimuth)])
    centre = (low + high) / 2
    distance = clip.distance or DISTANCE[motion.view]
    height = clip.camera_height or HEIGHT[motion.view]
    across = np.cross(Y, outward)
    floor = centre * [1, 0, 1]
    eye = floor + distance * outward + height * Y
    target = floor + (0.95 * centre[1] + 0.03) * Y + clip.pan * across
    return Camera(eye, target, clip.field_of_view, clip.width, clip.height, clip.roll)


def _azimuth(clip: Clip, motion: Motion, head_ahead: bool, belly: Array) -> float:
    """Degrees round the person, from ahead of them (z) towards their left (x)."""
    if motion.camera_faces == "belly":
        front = float(np.degrees(np.arctan2(belly[0], belly[2])))
        turned = {"front": 0.0, "back": 180.0, "three-quarter": 48.0, "end-on": 90.0, "side": 90.0}
        return front + turned[clip.view] + clip.yaw
    # From the person's left (x), what lies ahead (z) appears on the picture's left.
    to_left = 1.0 if (clip.facing == "left") == head_ahead else -1.0
    azimuth = 0.0 if clip.view == "end-on" else AZIMUTH[clip.view]
    return to_left * (azimuth + clip.yaw)


def place_lamp(camera: Camera, room: Room, against_wall: bool = False) -> Light:
    """A ceiling lamp on one side of the camera; never behind the wall that a back leans on."""
    towards = unit((camera.eye - camera.target) * [1, 0, 1])
    across = np.cross(Y, towards)
    floor = camera.target * [1, 0, 1]
    side = float(room.lamp_side)
    if against_wall and abs(across @ Z) > 0.3:
        side = float(np.sign(across @ Z))
    lamp = floor + 1.3 * towards + side * 1.1 * across + 2.9 * Y
    return Light(lamp, floor + 0.4 * Y, exposure=0.36 * room.brightness)


def facing_in_picture(joints_3d: Array, names: tuple[str, ...], eye: Array, lying: bool) -> str:
    """Which way the head points (lying) or the face looks (upright) in the picture.

    `joints_3d` (T, J, 3). Empty where that is towards the camera or away from it.
    """
    at = {name: joints_3d[:, number].mean(axis=0) for number, name in enumerate(names)}
    hips = (at["hip_left"] + at["hip_right"]) / 2
    start = dict(zip(names, joints_3d[0], strict=True))
    toes, ankles = ((start[f"{one}_left"] + start[f"{one}_right"]) / 2 for one in ("toe", "ankle"))
    ahead = unit((at["head"] - hips if lying else toes - ankles) * [1, 0, 1])
    away = unit((hips - eye) * [1, 0, 1])
    to_left = float(np.cross(ahead, away) @ Y)
    if abs(to_left) < np.sin(np.radians(END_ON)):
        return ""
    return "left" if to_left < 0 else "right"


def near_side(joints_3d: Array, names: tuple[str, ...], eye: Array) -> str:
    """The side of the body (T, J, 3) that lies closer to the camera."""

    def distance(side: str) -> float:
        index = [names.index(f"{name}_{side}") for name in ("shoulder", "hip")]
        return float(np.linalg.norm(joints_3d[:, index] - eye, axis=-1).mean())

    return "left" if distance("left") <= distance("right") else "right"
