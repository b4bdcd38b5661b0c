"""Rectangles and the plates that text stands on, so that it is legible on any picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.palette import INK, Colour
from formcheck.video.frame import Image

DIMMED: Final = 0.74
"""How much of the picture is hidden behind the help and during a pause."""


@dataclass(frozen=True)
class Rectangle:
    """A part of the picture: its left upper corner and its size, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The column just beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The row just below it."""
        return self.y + self.height

    def overlaps(self, other: "Rectangle") -> bool:
        """Whether the two share any pixel."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def grown(self, gap: int) -> "Rectangle":
        """This rectangle with so much around it."""
        return Rectangle(self.x - gap, self.y - gap, self.width + 2 * gap, self.height + 2 * gap)

    def within(self, outer: "Rectangle") -> "Rectangle":
        """This rectangle, moved as little as it takes to lie inside another."""
        x = max(outer.x, min(self.x, outer.right - self.width))
        y = max(outer.y, min(self.y, outer.bottom - self.height))
        return Rectangle(x, y, self.width, self.height)


def part_of(image: Image, area: Rectangle) -> Image:
    """The pixels of a picture that lie in a rectangle, as a view; empty where none do."""
    return image[
        max(area.y, 0) : max(area.bottom, 0),
        max(area.x, 0) : max(area.right, 0),
    ]


def plate(image: Image, area: Rectangle, colour: Colour, opacity: float = 1.0) -> None:
    """Lay a plate with round corners over a part of the picture.

    opacity: 0 leaves the picture as it is, 1 hides it.
    """
    part = part_of(image, area)
    if part.size == 0:
        return
    radius = min(min(part.shape[:2]) // 4, max(min(image.shape[:2]) // 40, 1))
    corners = [(view, view.copy(), cover) for view, cover in _corners(part, radius)]
    blend(part, colour, opacity)
    for view, before, cover in corners:
        view[:] = (before + (view - before.astype(np.float32)) * cover).astype(np.uint8)


def dim(image: Image) -> None:
    """Darken the whole picture, so that only what is written on it counts now."""
    blend(image, INK, DIMMED)


def dimmed(image: Image) -> Image:
    """The same picture, dark; it is changed in place."""
    dim(image)
    return image


def blend(part: Image, colour: Colour, opacity: float) -> None:
    """Mix one colour into a part of a picture, in place."""
    if part.size:
        # A fifth of the time that a table of the 256 values takes.
        cv2.transform(part, _mixture(colour, opacity), dst=part)


@lru_cache(maxsize=32)
def _mixture(colour: Colour, opacity: float) -> NDArray[np.float32]:
    """What of each channel becomes of a pixel under the plate, and what is added: 3 × 4."""
    added = np.array(colour)[:, None] * opacity
    return np.hstack([np.eye(3) * (1 - opacity), added]).astype(np.float32)


def _corners(part: Image, radius: int) -> Iterator[tuple[Image, NDArray[np.float32]]]:
    if radius == 0:
        return
    cover = _corner(radius)
    yield part[:radius, :radius], cover
    yield part[:radius, -radius:], cover[:, ::-1]
    yield part[-radius:, :radius], cover[::-1]
    yield part[-radius:, -radius:], cover[::-1, ::-1]


@lru_cache(maxsize=16)
def _corner(radius: int) -> NDArray[np.float32]:
    """How much of each pixel of a left upper corner the round plate covers, 0 to 1."""
    distance = radius - np.arange(radius) - 0.5
    from_centre = np.hypot(distance[:, None], distance[None, :])
    return np.asarray(np.clip(radius - from_centre + 0.5, 0, 1)[..., None], np.float32)
