"""Whether a picture shows anything new; looking for a body in it costs fifty times as much."""

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.video.frame import Image

GRID = (48, 27)
"""Fields across and down that are compared."""

LEAST_CHANGE = 5.0
"""Grey levels, of 255, by which one field must differ; a head that moves by its own ear's width
changes some by 20 and more, a sensor's noise any by less than 1."""

OLDEST_S = 8.0
"""A picture is looked at again after this, changed or not."""


class ChangeGate:
    """Compares each picture with the last that was looked at, so slow changes add up."""

    def __init__(self) -> None:
        self._reference: NDArray[np.float32] | None = None
        self._looked_s = -float("inf")

    def is_news(self, image: Image, time_s: float) -> bool:
        """Whether to look at this picture; if so, the next ones are compared with it."""
        fields = _fields(image)
        if self._reference is not None and time_s - self._looked_s < OLDEST_S:
            change = fields - self._reference
            # A camera that adjusts its exposure makes everything lighter or darker.
            if np.abs(change - np.median(change)).max() < LEAST_CHANGE:
                return False
        self._reference, self._looked_s = fields, time_s
        return True


def _fields(image: Image) -> NDArray[np.float32]:
    grey = cv2.cvtColor(np.ascontiguousarray(image[::2, ::2]), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, GRID, interpolation=cv2.INTER_AREA), np.float32)
