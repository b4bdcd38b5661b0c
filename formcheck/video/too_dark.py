"""Is a picture too dark: a covered lens, a dark room?"""

from dataclasses import dataclass

import numpy as np

from formcheck.video.coarse_picture import coarse_picture
from formcheck.video.frame import Image


@dataclass(frozen=True)
class DarknessSettings:
    """When a picture is too dark for anybody to be told in it."""

    blackest: float = 32
    """Of 255. A room in which nobody can be seen at all, or a covered lens; in a room so dim that
    the pose model still finds its way, the brighter parts reach 42 to 48 (two rendered clips, with
    no word that they hadn't in the light). At 26 to 30 nobody is found in two of three dimmed
    clips; in the third, a good bird dog, the arm was told as bent all along."""

    bright_percent: float = 2.0
    """Of the picture that may be brighter: a network camera writes the time into it."""


DEFAULTS = DarknessSettings()


def is_too_dark(image: Image, settings: DarknessSettings = DEFAULTS) -> bool:
    """Whether there is nothing to see in a picture (rows × columns × 3).

    Who is found there all the same is guessed.
    """
    if image.size == 0:
        return True
    brighter = np.percentile(coarse_picture(image).max(axis=2), 100 - settings.bright_percent)
    return bool(brighter < settings.blackest)
