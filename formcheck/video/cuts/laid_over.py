"""Where something that hides the scene lies over a film, from when it comes until it goes.

A caption on a plate, or a banner: the model draws a body on under it and is sure of that, but
nobody sees it. Letters and lines alone hide no joint.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from formcheck.video.cuts.cuts import DEFAULTS as CUTS
from formcheck.video.cuts.overlays import DEFAULTS as OVERLAYS
from formcheck.video.cuts.overlays import (
    OverlaySettings,
    clear_change,
    difference_of,
    rectangle_of,
    rim_of,
    sharper_in_each,
    small_picture,
    small_shape,
)
from formcheck.video.frame import Image, Mask
from formcheck.video.thumbnail import change, thumbnail


@dataclass(frozen=True)
class LaidOverSettings:
    """What hides the scene, and how long.

    solid: share of the longer side; what is narrower, as letters are, hides no joint. Of plates
        with one line of writing the lowest is twice as high (engineering).
    filled: of a rectangle, what must have changed: of plates 0.96 and more has, of bold letters
        with a rim 0.73 at most.
    whole: of what has changed in one piece, what a rectangle must be, and of a rectangle, what must
        have, with the holes of writing filled: a limb that moves at its edge is part of that
        (engineering).
    gone: share of it of which the picture has changed clearly, from which on it is there no more:
        writing that changes on a plate changes a fifth (engineering).
    same_scene: change, of what no plate hides, up to which the scene is the same: no cut is less.
    """

    solid: float = 0.035
    filled: float = 0.85
    whole: float = 0.8
    gone: float = 0.5
    same_scene: float = CUTS.least_change


DEFAULTS = LaidOverSettings()


@dataclass(frozen=True, eq=False)
class _Plate:
    """Where one, or a line of writing, lies in a small picture, and how that looked as it came.

    shape: rows and columns of the picture. solid: whether it hides what is under it.
    """

    rows: slice
    columns: slice
    shape: tuple[int, int]
    look: Image
    solid: bool


class LaidOverWatch:
    """Remembers what lies over the scene; state over a film's pictures."""

    def __init__(
        self, settings: LaidOverSettings = DEFAULTS, overlays: OverlaySettings = OVERLAYS
    ) -> None:
        self._settings = settings
        self._overlays = overlays
        self._plates: list[_Plate] = []

    def restart(self) -> None:
        """Begin with another scene, of which nobody knows what lies over it."""
        self._plates.clear()

    def changed(self, before: Image, after: Image) -> None:
        """Something has come or gone from one of these pictures to the other."""
        width = self._overlays.width
        old, new = small_picture(before, width), small_picture(after, width)
        self._plates += [one for one in self._came(old, new) if one.solid]

    def over(self, image: Image) -> Mask | None:
        """What is hidden of the next picture, rows × columns of a smaller one; None where nothing
        is.
        """
        if not self._plates:
            return None
        shape = small_shape(image, self._overlays.width)
        self._plates = [one for one in self._plates if self._is_there(one, image, shape)]
        if not self._plates:
            return None
        hidden = np.zeros(shape, np.bool_)
        for plate in self._plates:
            hidden[plate.rows, plate.columns] = True
        return hidden

    def explains(self, before: Image, after: Image) -> bool:
        """Whether two pictures are of one scene but for plates that came or went between them."""
        width = self._overlays.width
        old, new = small_picture(before, width), small_picture(after, width)
        if old.shape != new.shape:
            return False
        plates = [*self._came(old, new), *self._came(new, old)]
        if not plates:
            return False
        alike = old.copy()
        for plate in plates:
            alike[plate.rows, plate.columns] = new[plate.rows, plate.columns]
        return change(thumbnail(alike), thumbnail(new)) < self._settings.same_scene

    def _is_there(self, plate: _Plate, image: Image, shape: tuple[int, int]) -> bool:
        if shape != plate.shape:
            return False
        # All of a large picture made small costs a millisecond, a plate's part a tenth of that.
        rows = _enlarged(plate.rows, image.shape[0] / shape[0])
        columns = _enlarged(plate.columns, image.shape[1] / shape[1])
        size = plate.look.shape[1], plate.look.shape[0]
        now = cv2.resize(image[rows, columns], size, interpolation=cv2.INTER_AREA)
        changed = difference_of(np.asarray(now, np.uint8), plate.look) >= self._overlays.changed
        return bool(changed.mean() < self._settings.gone)

    def _came(self, old: Image, new: Image) -> Iterator[_Plate]:
        """The long rectangles that lie over the second picture and not over the first."""
        settings, overlays = self._settings, self._overlays
        changed = clear_change(difference_of(old, new), overlays)
        longer = max(changed.shape)
        least_side = max(1, round(settings.solid * longer))
        bridged = np.ones((max(1, round(overlays.bridged * longer)),) * 2, np.uint8)
        solid = np.ones((least_side, least_side), np.uint8)
        whole = cv2.morphologyEx(changed.astype(np.uint8), cv2.MORPH_CLOSE, bridged)
        whole = cv2.morphologyEx(whole, cv2.MORPH_OPEN, solid)
        _, labels, sizes, _ = cv2.connectedComponentsWithStats(whole)
        # Limbs and letters are as low as long: most are passed over at once.
        long = sizes[:, cv2.CC_STAT_WIDTH] >= overlays.plate_width * least_side
        for number in np.flatnonzero(long)[1:]:
            plate = self._plate(np.asarray(labels == number), changed, old, new)
            if plate is not None:
                yield plate

    def _plate(self, mask: Mask, changed: Mask, old: Image, new: Image) -> _Plate | None:
        """The long rectangle that a mask is, where that lies over the second picture."""
        settings, overlays = self._settings, self._overlays
        rows, columns = rectangle_of(mask, overlays)
        inside = mask[rows, columns]
        height, width = inside.shape
        is_long = width >= overlays.plate_width * height
        filled = inside.mean() >= settings.whole
        rim = rim_of(mask)
        if not (is_long and filled and rim.any()):
            return None
        if inside.sum() < settings.whole * mask.sum():
            return None
        in_old, in_new = sharper_in_each(rim, old, new, overlays)
        if in_new - in_old < overlays.sharper_lead:
            return None
        solid = bool(changed[rows, columns].mean() >= settings.filled)
        return _Plate(rows, columns, changed.shape, new[rows, columns].copy(), solid)


def _enlarged(part: slice, scale: float) -> slice:
    """The same part of a line of so many times as many pixels."""
    return slice(round(part.start * scale), round(part.stop * scale))
