"""How stored pictures must be turned to stand upright."""

from dataclasses import dataclass
from math import atan2, degrees
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.video.frame import Image


@dataclass(frozen=True)
class Rotation:
    """Exchange rows and columns first, then mirror: one of the eight ways to lay a picture.

    transpose: rows become columns.
    mirror_x, mirror_y: left and right, top and bottom change places afterwards.
    """

    transpose: bool = False
    mirror_x: bool = False
    mirror_y: bool = False

    @classmethod
    def from_display_matrix(cls, matrix: bytes) -> Self:
        """From FFmpeg's display matrix: nine 32-bit integers, row by row, native byte order.

        The matrix sends a stored point (p, q) to (a·p + c·q, b·p + d·q), with a, b its first two
        numbers and c, d the fourth and fifth. Angles between quarter turns are rounded.
        """
        a, b, _, c, d = (float(number) for number in np.frombuffer(matrix, np.int32)[:5])
        if abs(b) + abs(c) > abs(a) + abs(d):
            return cls(transpose=True, mirror_x=c < 0, mirror_y=b < 0)
        return cls(mirror_x=a < 0, mirror_y=d < 0)

    @classmethod
    def from_degrees(cls, clockwise_degrees: float) -> Self:
        """From a clockwise turn, rounded to a quarter."""
        quarter = round(clockwise_degrees / 90) % 4
        return cls(
            transpose=quarter in (1, 3), mirror_x=quarter in (1, 2), mirror_y=quarter in (2, 3)
        )

    @classmethod
    def from_exif(cls, orientation: int) -> Self:
        """From the value of EXIF's orientation tag (0112h); values beyond 1 to 8 are upright."""
        return cls(
            transpose=orientation in (5, 6, 7, 8),
            mirror_x=orientation in (2, 3, 6, 7),
            mirror_y=orientation in (3, 4, 7, 8),
        )

    def turned(self, clockwise_degrees: int) -> "Rotation":
        """This, and then so many degrees clockwise more, a multiple of 90."""
        matrix = Rotation.from_degrees(clockwise_degrees)._matrix @ self._matrix
        return Rotation(
            transpose=bool(matrix[0, 0] == 0),
            mirror_x=bool(matrix[0].sum() < 0),
            mirror_y=bool(matrix[1].sum() < 0),
        )

    @property
    def degrees(self) -> int:
        """Degrees clockwise of the turn: 0, 90, 180 or 270, after any mirroring left to right."""
        across, down = self._matrix[:, 0]
        mirrored = np.linalg.det(self._matrix) < 0
        sign = -1 if mirrored else 1
        return round(degrees(atan2(sign * down, sign * across))) % 360

    @property
    def _matrix(self) -> NDArray[np.float64]:
        """2 × 2, sends a stored direction (right, down) to the upright one."""
        turned = np.array([[0.0, 1.0], [1.0, 0.0]]) if self.transpose else np.eye(2)
        signs = np.diag([-1.0 if self.mirror_x else 1.0, -1.0 if self.mirror_y else 1.0])
        product: NDArray[np.float64] = signs @ turned
        return product

    def apply(self, image: Image) -> Image:
        """The picture upright; the same array where nothing needs doing."""
        upright = cv2.transpose(image) if self.transpose else image
        if self.mirror_x and self.mirror_y:
            upright = cv2.flip(upright, -1)
        elif self.mirror_x:
            upright = cv2.flip(upright, 1)
        elif self.mirror_y:
            upright = cv2.flip(upright, 0)
        return np.asarray(upright, np.uint8)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height of the upright picture."""
        return (height, width) if self.transpose else (width, height)
