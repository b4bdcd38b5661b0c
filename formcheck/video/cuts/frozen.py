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
    rows: so many of them are looked at first (engineering).
    frozen_s: seconds for which nothing new was seen, from which on it stands still. Some cameras
        give each picture six times, within a tenth of a second; compressed to the utmost (x264 at
        40) four clips of people who hold still show nothing new for 0.27 s at most.
    """

    most_difference: int = 2
    looked_at: int = 160
    rows: int = 12
    frozen_s: float = 0.5


DEFAULTS = FrozenSettings()


class FrozenWatch:
    """Tells how long pictures have shown nothing new; state over time."""

    def __init__(self, settings: FrozenSettings = DEFAULTS) -> None:
        self._settings = settings
        self._before: tuple[Image, Image] | None = None
        self._new_s = 0.0

    def update(self, image: Image, time_s: float) -> bool:
        """Take the next picture; whether the film stands still."""
        before, self._before = self._before, (image, _rows(image, self._settings))
        if before is None or self._is_new(before, self._before):
            self._new_s = time_s
        return time_s - self._new_s > self._settings.frozen_s

    def _is_new(self, before: tuple[Image, Image], now: tuple[Image, Image]) -> bool:
        """Whether any pixel differs; a few rows are asked first, as they mostly tell."""
        if self._differ(before[1], now[1]):
            return True
        old, new = (_all_over(image, self._settings) for image, _ in (before, now))
        return self._differ(old, new)

    def _differ(self, old: Image, new: Image) -> bool:
        if old.shape != new.shape:
            return True
        return cv2.norm(old, new, cv2.NORM_INF) > self._settings.most_difference


def _rows(image: Image, settings: FrozenSettings) -> Image:
    height, width = image.shape[:2]
    down, across = max(1, height // settings.rows), max(1, width // settings.looked_at)
    return np.ascontiguousarray(image[down // 2 :: down, ::across])


def _all_over(image: Image, settings: FrozenSettings) -> Image:
    side = (settings.looked_at, settings.looked_at)
    return np.asarray(cv2.resize(image, side, interpolation=cv2.INTER_NEAREST), np.uint8)
