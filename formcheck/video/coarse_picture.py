"""A picture in a few large parts, for what is asked of it as a whole."""

from typing import Final

import cv2
import numpy as np

from formcheck.video.frame import Image

GRID: Final = (32, 18)
"""Parts across and down that are averaged, since cameras amplify the noise of a dark picture."""


def coarse_picture(image: Image) -> Image:
    """The mean of every fourth pixel in each part of GRID.

    image: rows × columns × 3, not empty.
    """
    # A third of what it costs to hand OpenCV a view with steps, which it copies first.
    size = max(1, image.shape[1] // 4), max(1, image.shape[0] // 4)
    fewer = cv2.resize(image, size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.resize(fewer, GRID, interpolation=cv2.INTER_AREA), np.uint8)
