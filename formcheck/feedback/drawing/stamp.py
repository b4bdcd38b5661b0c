"""What stays the same from picture to picture, drawn once and laid over each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np

from formcheck.feedback.drawing.panels import Rectangle, part_of
from formcheck.video.frame import Image


@dataclass(frozen=True, eq=False)
class Stamp:
    """A part of the picture with something drawn on it: how much shows through, and what is added.

    kept: of 255, for each pixel and channel. left, top: where it lies.
    """

    left: int
    top: int
    kept: Image
    added: Image

    @classmethod
    def of(cls, size: tuple[int, int], area: Rectangle, draw: Callable[[Image], object]) -> Self:
        """What `draw` does to a part of pictures of this size.

        size: rows and columns. draw: mixes colours into a picture; what it does to a pixel depends
        on that pixel alone, and nothing outside of the area changes.
        """
        dark, light = np.zeros((*size, 3), np.uint8), np.full((*size, 3), 255, np.uint8)
        draw(dark)
        draw(light)
        added = part_of(dark, area).copy()
        # OpenCV has no difference of parts without a pixel.
        kept = np.maximum(part_of(light, area), added) - added
        return cls(max(area.x, 0), max(area.y, 0), kept, added)

    def press(self, image: Image) -> None:
        """Draw it, in place."""
        rows, columns = self.kept.shape[:2]
        part = image[self.top : self.top + rows, self.left : self.left + columns]
        if part.size:
            cv2.multiply(part, self.kept, dst=part, scale=1 / 255)
            cv2.add(part, self.added, dst=part)
