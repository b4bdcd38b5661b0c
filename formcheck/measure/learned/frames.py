"""Poses as the learnt measures look at them: many frames at once, upright, told from one side.

Whichever side is asked for is shown as the left one: the right side is asked for by the mirror
image. So both sides are one task.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.geometry import middle
from formcheck.pose.landmarks import INDEX, SIDES, SWAPPED
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright, upright_directions

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Frames:
    """Many frames (N).

    landmarks: N × 33 × 3, upright pixels and depth. world: N × 33 × 3, upright metres.
    visibility: N × 33.
    """

    landmarks: Array
    world: Array
    visibility: Array

    def mirrored(self) -> Frames:
        """The same seen in a mirror: left is right."""
        landmarks, world = self.landmarks[:, SWAPPED], self.world[:, SWAPPED]
        landmarks[..., 0] *= -1
        world[..., 0] *= -1
        return Frames(landmarks, world, self.visibility[:, SWAPPED])

    def both_sides(self) -> Frames:
        """Each frame twice: as it is, then all of them in the mirror."""
        other = self.mirrored()
        return Frames(
            np.concatenate([self.landmarks, other.landmarks]),
            np.concatenate([self.world, other.world]),
            np.concatenate([self.visibility, other.visibility]),
        )


def frames_of(poses: Sequence[Pose]) -> Frames:
    """Poses, of which there is at least one, stood upright where the camera is rolled."""
    frames = [frame_of(pose) for pose in poses]
    return Frames(
        np.concatenate([one.landmarks for one in frames]),
        np.concatenate([one.world for one in frames]),
        np.concatenate([one.visibility for one in frames]),
    )


def frame_of(pose: Pose) -> Frames:
    """One pose, stood upright if the camera is rolled."""
    landmarks = pose.landmarks.astype(np.float64)
    landmarks[:, :2] = upright(pose, landmarks[:, :2])
    world = np.asarray(upright_directions(pose, pose.world), np.float64)
    return Frames(landmarks[None], world[None], pose.visibility.astype(np.float64)[None])


def spaces_of(frames: Frames) -> Array:
    """Their points in three ways (3 × N × 33 × 3): in the picture, with the landmarks' depth, and
    in the world.
    """
    spaces = np.stack([frames.landmarks, frames.landmarks, frames.world])
    spaces[0, ..., 2] = 0
    return spaces


def joint(points: Array, name: str) -> Array:
    """The middle between the left and the right one, ... × dimensions."""
    left, right = (points[..., INDEX[f"{side}_{name}"], :] for side in SIDES)
    return np.asarray(middle(left, right), np.float64)
