"""Somebody who stands, as the learnt measures are asked of them."""

from dataclasses import replace

import numpy as np

from formcheck.measure.learned.frames import Frames, frame_of
from formcheck.pose.landmarks import INDEX, LANDMARKS
from formcheck.pose.pose import Pose


def standing(lean: float = 0.0) -> Pose:
    """Somebody seen from their left who stands with straight limbs, leaning forward from the hips
    by so many degrees."""
    turn = np.radians(lean)
    places = {
        "ear": (0.0, -0.75),
        "shoulder": (0.0, -0.5),
        "elbow": (0.0, -0.2),
        "wrist": (0.0, 0.05),
        "hip": (0.0, 0.0),
        "knee": (0.0, 0.42),
        "ankle": (0.0, 0.82),
        "heel": (-0.05, 0.88),
        "index": (0.12, 0.88),
    }
    world = np.zeros((33, 3), np.float32)
    for row, name in enumerate(LANDMARKS):
        part = next((key for key in places if key in name), "ear")
        x, y = places[part]
        if y < 0 or part == "wrist":
            x, y = x * np.cos(turn) - y * np.sin(turn), y * np.cos(turn) + x * np.sin(turn)
        world[row] = (x, y, -0.15 if "left" in name else 0.15)
    landmarks = world * 150 + np.array([240, 180, 0], np.float32)
    sure = np.full(33, 0.95, np.float32)
    return Pose(0.0, 480, 360, landmarks.astype(np.float32), world, sure, sure)


def frames(*poses: Pose) -> Frames:
    parts = [frame_of(pose) for pose in poses]
    return Frames(*(np.concatenate([getattr(p, n) for p in parts]) for n in vars(parts[0])))


def twisted(degrees: float) -> Pose:
    """Somebody who stands and turns their shoulders to their left by so many degrees."""
    pose, turn = standing(), np.radians(degrees)
    world = pose.world.copy()
    for side, out in (("left", -0.18), ("right", 0.18)):
        world[INDEX[f"{side}_hip"], 2] = out / 2
        world[INDEX[f"{side}_shoulder"], ::2] = (-out * np.sin(turn), out * np.cos(turn))
    return replace(pose, world=world)
