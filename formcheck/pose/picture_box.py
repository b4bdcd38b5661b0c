"""An upright rectangle of whole pixels within a picture."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.pose import Pose

Corner = NDArray[np.floating]
"""x and y."""


@dataclass(frozen=True)
class PictureBox:
    """Left and top are within it, right and bottom are not."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def round(cls, low: Corner, high: Corner, pose: Pose) -> Self:
        """What lies between two corners, as far as it is in a pose's picture."""
        left, top = np.clip(np.floor(low), 0, [pose.width, pose.height]).astype(int)
        right, bottom = np.clip(np.ceil(high), 0, [pose.width, pose.height]).astype(int)
        return cls(int(left), int(top), int(right), int(bottom))

    def grown(self, pixels: float) -> "PictureBox":
        """With so much more on every side, also beyond the picture's border."""
        more = round(pixels)
        return PictureBox(self.left - more, self.top - more, self.right + more, self.bottom + more)

    @property
    def area(self) -> int:
        """Pixels."""
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def shared(self, other: "PictureBox") -> int:
        """How many pixels the two share."""
        return PictureBox(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        ).area

    def meets(self, other: "PictureBox") -> bool:
        """Whether the two share a pixel."""
        return self.shared(other) > 0
