"""What is known of a pose's joint angles in space, where it was asked beforehand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.video.camera_motion import CameraMotion


@dataclass(frozen=True, eq=False)
class InSpace:
    """What `formcheck.measure.learned` says of a pose, whichever side is near and however it is
    turned.

    values, scales: 2 × 16, of the left side, then of the right one, in degrees. shown: 2 × F, what
    the networks were shown of either side. landmarks, world,
    visibility, camera, roll: of the pose that it is said of; of another one it says nothing.
    """

    values: NDArray[np.float32]
    scales: NDArray[np.float32]
    shown: NDArray[np.float32]
    landmarks: NDArray[np.float32]
    world: NDArray[np.float32]
    visibility: NDArray[np.float32]
    camera: CameraMotion
    roll: float
