"""A pose that was found in a smaller copy of a picture, in pixels of the picture itself."""

from dataclasses import replace

import numpy as np

from formcheck.pose.pose import Pose, Silhouette
from formcheck.video.camera_motion import CameraMotion


def enlarged(pose: Pose, across: float, down: float) -> Pose:
    """The pose as a picture shows it that is so many times as wide and as high."""
    if across == down == 1:
        return pose
    outline = pose.silhouette
    return replace(
        pose,
        width=round(pose.width * across),
        height=round(pose.height * down),
        landmarks=pose.landmarks * np.array((across, down, across), np.float32),
        silhouette=None if outline is None else Silhouette(outline.mask, outline.scale / across),
        camera=_enlarged(pose.camera, across, down),
    )


def _enlarged(camera: CameraMotion, across: float, down: float) -> CameraMotion:
    if camera.is_none:
        return camera
    return replace(camera, right=camera.right * across, down=camera.down * down)
