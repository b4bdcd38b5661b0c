"""A pose that was found in a smaller copy of a picture, in pixels of the picture itself."""

from dataclasses import replace

import numpy as np

from formcheck.pose.pose import Pose, Silhouette
from formcheck.video.camera_motion import CameraMotion


def enlarged(pose: Pose, width: int, height: int) -> Pose:
    """The pose as a picture of this size shows it; the same where it has that size already."""
    if (pose.width, pose.height) == (width, height):
        return pose
    across, down = width / pose.width, height / pose.height
    outline = pose.silhouette
    return replace(
        pose,
        width=width,
        height=height,
        landmarks=pose.landmarks * np.array((across, down, across), np.float32),
        silhouette=None if outline is None else Silhouette(outline.mask, outline.scale / across),
        camera=_enlarged(pose.camera, across, down),
    )


def _enlarged(camera: CameraMotion, across: float, down: float) -> CameraMotion:
    if camera.is_none:
        return camera
    return replace(camera, right=camera.right * across, down=camera.down * down)
