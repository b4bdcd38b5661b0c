"""Does a picture show nothing at all: a finger on the lens, with the light shining through?"""

from dataclasses import dataclass

import numpy as np

from formcheck.video.coarse_picture import coarse_picture
from formcheck.video.frame import Image


@dataclass(frozen=True)
class PlainPictureSettings:
    """When there is nothing in a picture."""

    most_step: float = 0.1
    """From one part to the next, over how light the picture is. Of 193 films and 85 photographs of
    people none has a step below 0.2 there; light that falls off evenly from the middle to black
    corners has 0.06."""

    percent: float = 98.0
    """Of the steps, which are no larger: the time that a camera writes into it is nothing to see
    either."""


DEFAULTS = PlainPictureSettings()


def is_plain(image: Image, settings: PlainPictureSettings = DEFAULTS) -> bool:
    """Whether nothing stands out in a picture (rows × columns × 3)."""
    if image.size == 0:
        return True
    parts = coarse_picture(image).astype(int)
    steps = [np.abs(np.diff(parts, axis=axis)).max(axis=2).ravel() for axis in (0, 1)]
    lightest = max(float(np.percentile(parts.max(axis=2), settings.percent)), 1.0)
    step = float(np.percentile(np.concatenate(steps), settings.percent))
    return step / lightest < settings.most_step
