"""One picture of a video and when it was shown."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.video.camera_motion import STILL, CameraMotion

Image = NDArray[np.uint8]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Frame:
    """A decoded picture.

    image: height × width × 3, RGB, upright (rotation metadata applied) and never mirrored.
    time_s: presentation time in seconds since the first frame; rises strictly within a source.
    index: number of the frame within its source, from 0.
    take: number of the take within its source, from 0: a stretch of one camera without a cut.
        Nothing is compared across two takes.
    camera: how the camera has moved since the take's first frame, where somebody looked.
    frozen: whether nothing new has been seen for so long that the film stands still, where somebody
        looked; it is as if there were no picture.
    laid_over: where something hides the scene that was laid over it, such as a caption on a plate;
        rows and columns of a smaller picture. None where nothing does, or nobody looked.
    """

    image: Image
    time_s: float
    index: int
    take: int = 0
    camera: CameraMotion = STILL
    frozen: bool = False
    laid_over: Mask | None = None

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return int(self.image.shape[1])

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return int(self.image.shape[0])
