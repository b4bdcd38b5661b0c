"""Whether a picture shows anything new; looking for a body in it costs fifty times as much."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.desk.seat import Seat, Stir
from formcheck.video.frame import Image


@dataclass(frozen=True)
class ChangeSettings:
    """What is a change."""

    grid: tuple[int, int] = (48, 27)
    """Fields across and down that are compared: an ear of someone at a desk is about one."""

    least_change: float = 5.0
    """Grey levels, of 255, by which one field must differ; a head that moves by its own ear's width
    changes some by 20 and more, a sensor's noise any by less than 1."""

    oldest_s: float = 8.0
    """A picture is looked at again after this, changed or not (engineering)."""


DEFAULTS = ChangeSettings()


class ChangeGate:
    """Compares each picture with the last that was looked at, so slow changes add up."""

    def __init__(self, *, settings: ChangeSettings = DEFAULTS) -> None:
        self._settings = settings
        self._reference: NDArray[np.float32] | None = None
        self._changed = np.zeros(settings.grid[::-1], np.bool_)
        self._looked_s = -float("inf")

    def is_news(self, image: Image, time_s: float) -> bool:
        """Whether to look at this picture; if so, the next ones are compared with it."""
        fields = _fields(image, self._settings.grid)
        if self._reference is not None:
            change = fields - self._reference
            # A camera that adjusts its exposure makes everything lighter or darker.
            self._changed = np.abs(change - np.median(change)) >= self._settings.least_change
            if not self._changed.any() and time_s - self._looked_s < self._settings.oldest_s:
                return False
        self._reference, self._looked_s = fields, time_s
        return True

    def stir_at(self, seat: Seat) -> Stir:
        """Where about a seat the last picture had changed, before which nobody knows."""
        down, across = self._changed.shape
        left, right = round(seat.left * across), round(seat.right * across)
        top = round(seat.top * down)
        above, inside = np.split(self._changed[:, left:right], [top])
        if not inside.any() and not above.any():
            return Stir.NONE
        return Stir.SEATED if top and not above.any() else Stir.ABOVE


def _fields(image: Image, grid: tuple[int, int]) -> NDArray[np.float32]:
    grey = cv2.cvtColor(np.ascontiguousarray(image[::2, ::2]), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.resize(grey, grid, interpolation=cv2.INTER_AREA), np.float32)
