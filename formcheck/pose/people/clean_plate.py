"""The picture as it was before others came into it.

Film people call such a picture a clean plate. Laid over the others it takes them out of the
picture: the pose model then has nobody to go over to, and what is left of the one who is followed
is found as before.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.picture_box import PictureBox
from formcheck.video.frame import Frame, Image


@dataclass(frozen=True)
class PlateSettings:
    """How the plate is kept.

    every_s: between two pictures that it is made of, so that it costs next to nothing.
    behind: so many of them it lags: whoever comes into the picture is known by then.
    """

    every_s: float = 0.25
    behind: int = 3


class CleanPlate:
    """A picture without the others, as far as there was one. State over time."""

    def __init__(self, settings: PlateSettings = PlateSettings()) -> None:
        self._settings = settings
        self._waiting: deque[tuple[Frame, Sequence[PictureBox]]] = deque()
        self._plate: Image | None = None

    def update(self, frame: Frame, others: Sequence[PictureBox]) -> None:
        """Take a frame; others: where somebody else is in it."""
        waiting = self._waiting
        if waiting and frame.time_s - waiting[-1][0].time_s < self._settings.every_s:
            return
        if others and waiting and not waiting[-1][1]:
            # Somebody is there who wasn't known: the last few pictures may have them too.
            waiting.clear()
        waiting.append((frame, others))
        if len(waiting) > self._settings.behind:
            earlier, then = waiting.popleft()
            self._renew(earlier.image, (*then, *others))

    def without(self, frame: Frame, taken: NDArray[np.bool_]) -> Frame:
        """The frame with others taken out, as far as it is known what is behind them.

        taken: rows × columns, where they are.
        """
        image = frame.image.copy()
        plate = self._plate
        if plate is not None and plate.shape == image.shape:
            image[taken] = plate[taken]
        else:
            image[taken] = image[::8, ::8].mean(axis=(0, 1)).astype(np.uint8)
        return replace(frame, image=image)

    def _renew(self, image: Image, others: Sequence[PictureBox]) -> None:
        before = self._plate
        if not others or before is None or before.shape != image.shape:
            # Somebody who was there from the beginning is part of it: nothing else is known.
            self._plate = image
            return
        plate = image.copy()
        for box in others:
            part = np.s_[box.top : box.bottom, box.left : box.right]
            plate[part] = before[part]
        self._plate = plate
