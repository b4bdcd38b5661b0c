"""Very small pictures, by which it is told cheaply whether two frames show the same scene."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.video.frame import Image

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ThumbnailSettings:
    """How much of a frame is looked at."""

    side: int = 32
    """Pixels of both sides, whatever the frame's form. Of 16, 32 and 64 the one at which cuts stand
    out most: the least change at 240 joins of 16 clips is 0.071 and the largest jolt of the
    compression in 119 clips 0.031 (at 64: 0.078 and 0.057, at 16: 0.054 and 0.047); a hand's sway
    weighs a quarter less than at 64."""

    looked_at: int = 4
    """Rows and columns of a frame that are looked at for each of a thumbnail: all of a large frame
    cost many times as much and tell no more (engineering)."""

    blank_contrast: float = 3.0
    """Standard deviation, of 255, below which a picture is a plain one, such as black between two
    scenes: what is left then is the noise of the compression (engineering; of the sample clips the
    flattest, in dim light, has 5.6)."""


DEFAULTS = ThumbnailSettings()


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """A frame on a few pixels.

    colours: side × side × 3, 0 to 255.
    contrast: their standard deviation.
    pattern: the same about 0 with a standard deviation of 1, so that a change of exposure is none;
        zeros where the picture is plain.
    """

    colours: Floats
    contrast: float
    pattern: Floats

    @property
    def blank(self) -> bool:
        """Whether it is one plain colour."""
        return not self.pattern.any()


def thumbnail(image: Image, settings: ThumbnailSettings = DEFAULTS) -> Thumbnail:
    """The thumbnail of a frame; image: height × width × 3."""
    side, looked_at = settings.side, settings.side * settings.looked_at
    coarse = cv2.resize(image, (looked_at, looked_at), interpolation=cv2.INTER_NEAREST)
    colours = cv2.resize(coarse, (side, side), interpolation=cv2.INTER_AREA).astype(np.float32)
    varied = colours - colours.mean()
    contrast = cv2.norm(varied) / varied.size**0.5
    if contrast < settings.blank_contrast:
        return Thumbnail(colours, contrast, np.zeros_like(colours))
    return Thumbnail(colours, contrast, varied / np.float32(contrast))


def change(before: Thumbnail, after: Thumbnail) -> float:
    """Mean difference of two patterns: 0 for the same scene, about 1 for unrelated ones."""
    return cv2.norm(after.pattern, before.pattern, cv2.NORM_L1) / after.pattern.size
