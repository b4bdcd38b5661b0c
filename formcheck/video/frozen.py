"""Pictures that stand still: a film that hangs shows the same one again and again.

A camera that hangs and a slide show do. A living person never stands as still, nor is any camera
without noise: of somebody who holds a plank no two pictures in a row are the same.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.video.frame import Image


@dataclass(frozen=True)
class FrozenSettings:
    """When a picture shows nothing new.

    most_difference: of 255, in any pixel that is looked at: what the compression changes in a
        picture that it is given again (2 in H.264).
    looked_at: pixels of both sides that are looked at, each as it is, since a mean has no noise.
    frozen_s: seconds for which nothing new was seen, from which on it stands still. Some cameras
        give each picture six times, within a tenth of a second; compressed to the utmost (x264 at
        40) four clips of people who hold still show nothing new for 0.27 s at most.
    """

    most_difference: int = 2
    looked_at: int = 160
    frozen_s: float = 0.5


DEFAULTS = FrozenSettings()


class FrozenWatch:
    """Tells how long pictures have shown nothing new; state over time."""

    def __init__(self, settings: FrozenSettings = DEFAULTS) -> None:
        self._settings = settings
        self._before: Image | None = None
        self._new_s = 0.0

    def update(self, image: Image, time_s: float) -> bool:
        """Take the next picture; whether the film stands still."""
        side = self._settings.looked_at
        picture = cv2.resize(image, (side, side), interpolation=cv2.INTER_NEAREST)
        before, self._before = self._before, picture.astype(np.uint8, copy=False)
        if (
            before is None
            or int(cv2.absdiff(before, picture).max()) > self._settings.most_difference
        ):
            self._new_s = time_s
        return time_s - self._new_s > self._settings.frozen_s
