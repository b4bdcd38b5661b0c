"""A pose as the picture shows it after some quarter turns."""

from dataclasses import replace

import numpy as np

from formcheck.pose.pose import Pose, Silhouette
from formcheck.video.camera_motion import STILL


def quarter_turned(pose: Pose, degrees: int) -> Pose:
    """The pose after a turn of the picture clockwise, as if the camera had never moved.

    degrees: a multiple of 90.
    """
    for _ in range(degrees // 90 % 4):
        landmarks, world = pose.landmarks.copy(), pose.world.copy()
        landmarks[:, 0] = pose.height - pose.landmarks[:, 1]
        landmarks[:, 1] = pose.landmarks[:, 0]
        world[:, 0], world[:, 1] = -pose.world[:, 1], pose.world[:, 0]
        seen = pose.silhouette
        pose = replace(
            pose,
            width=pose.height,
            height=pose.width,
            landmarks=landmarks,
            world=world,
            silhouette=seen
            and Silhouette(np.ascontiguousarray(np.rot90(seen.mask, -1)), seen.scale),
        )
    return replace(pose, camera=STILL)


def turned_with_camera(pose: Pose, degrees: int) -> Pose:
    """The same as if the camera had been turned that far, and had moved as it did."""
    camera = pose.camera
    for _ in range(degrees // 90 % 4):
        camera = replace(camera, right=-camera.down, down=camera.right)
    return replace(quarter_turned(pose, degrees), camera=camera)
