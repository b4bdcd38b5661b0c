"""Tells whether two pictures differ by something that was laid over one of them.

A caption, a banner or a logo comes and goes at once, as a new scene does, but the scene goes on
under it and round it. So all that changes has its edges in the one picture, where it is, and none
in the other, or all of them in both where a bar or writing changes its colour. Somebody who is
suddenly elsewhere has half of them in each. While a caption fades in, whoever is under it moves;
but one on a plate is a long low rectangle, which no body is.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.video.frame import Image, Mask


@dataclass(frozen=True)
class PlateSettings:
    """How much of a change a plate, which is a rectangle, must be.

    least_share: of all that has changed clearly. least_filled: of the rectangle, what has.
    """

    least_share: float = 0.8
    least_filled: float = 0.95


@dataclass(frozen=True)
class OverlaySettings:
    """What is laid over a film.

    Tried on the joins of 22 sample clips, each with each, of which it takes none for an overlay,
    and on 88 captions, banners and boxes drawn into them, of which it finds 72: of the others the
    body moved at the same time, or they were too thin to look like a cut. Of captions that fade in
    or out over somebody it finds 33 of 35 in clips that the plate's numbers were chosen by, and 25
    of 29 in others (19 without them), and takes none of 83 joins for one.
    """

    width: int = 640
    """Pixels to which larger pictures are brought: writing is still writing there."""

    changed: int = 40
    """Of 255, by which a pixel of any colour has changed, or an edge stands out: above what
    compression does."""

    least_changed: int = 12
    """Of 255, from which a pixel has changed at all."""

    told_share: float = 0.6
    """Least share of all change that lies in and next to what has changed clearly: in a dim room
    another scene changes much by little."""

    most_changed: float = 0.35
    """Share of the picture; what covers more of it hides the scene."""

    speck: float = 0.004
    """Share of the longer side; what is narrower is noise."""

    least_edged: float = 0.75
    """Share of the change's rim along which the picture with the overlay has an edge."""

    most_edged: float = 0.45
    """The same of the picture without it, whose own edges cross there. Of the joins none is
    beyond both; those of 9 captions in 10 are below 0.35."""

    least_recoloured: float = 0.85
    """Share of the rim along which both have an edge where something that is laid over changes its
    colour, such as a bar that turns from green to yellow: 0.95 there; where somebody else lies 2 %
    of the width beside 0.7."""

    sharper: int = 20
    """Of 255, by which an edge is surely sharper in one picture than in the other: half of
    `changed`, as what lies under a plate may have an edge there too."""

    least_sharper: float = 0.56
    """Share of the change's rim along which the picture with the overlay is sharper; captions that
    fade in over somebody have 0.5 to 1. By itself it says little: of who sits large at a desk in a
    plain room it is as much."""

    sharper_lead: float = 0.28
    """By how much that share must be ahead of the other picture's: of 26 joins in the same room
    0.25 at most."""

    bridged: float = 0.014
    """Share of the longer side: letters on a plate leave no wider holes in what has changed."""

    plate_width: float = 2.2
    """Least width of a plate over its height: captions are lines of writing (engineering)."""

    plate_height: float = 0.33
    """Most of the picture's height. Of 35 captions that fade in or out 31 % are the tallest, of 43
    joins that are a rectangle at all 70 % the least tall."""

    plate: PlateSettings = field(default_factory=PlateSettings)
    """What is a plate whatever its edges are."""

    plate_and_body: PlateSettings = field(
        default_factory=lambda: PlateSettings(least_share=0.5, least_filled=0.8)
    )
    """What is one where its rim is clearly sharper in one picture."""

    plate_side: float = 0.8
    """Of the longest row or column, as long as those of the rectangle are: a limb that sticks out
    belongs to none."""


DEFAULTS = OverlaySettings()


def is_overlay(before: Image, after: Image, settings: OverlaySettings = DEFAULTS) -> bool:
    """Whether one of two pictures is the other with something laid over it.

    They may be of different sizes.
    """
    old, new = small_picture(before, settings.width), small_picture(after, settings.width)
    if old.shape != new.shape:
        return False
    difference = difference_of(old, new)
    change = clear_change(difference, settings)
    if not _is_all_there_is(change, difference, settings):
        return False
    edged = _edged(change, old, settings), _edged(change, new, settings)
    plain, laid_over = sorted(float(one.mean()) for one in edged)
    comes_or_goes = plain <= settings.most_edged and laid_over >= settings.least_edged
    is_recoloured = (edged[0] & edged[1]).mean() >= settings.least_recoloured
    if comes_or_goes or is_recoloured or _is_plate(change, settings.plate, settings):
        return True
    # Under a plate somebody moves, and half of its rim may show no edge in either picture.
    return _is_sharper(change, old, new, settings) and _is_plate(
        change, settings.plate_and_body, settings
    )


def small_picture(image: Image, width: int = DEFAULTS.width) -> Image:
    """A picture with so many pixels on its longer side; smaller ones stay as they are."""
    rows, columns = small_shape(image, width)
    return np.asarray(cv2.resize(image, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)


def small_shape(image: Image, width: int = DEFAULTS.width) -> tuple[int, int]:
    """Rows and columns of what `small_picture` makes of a picture."""
    scale = min(1.0, width / max(image.shape[:2]))
    return round(image.shape[0] * scale), round(image.shape[1] * scale)


def difference_of(old: Image, new: Image) -> Image:
    """How much two small pictures differ in each pixel, of 255."""
    return _largest(np.asarray(cv2.absdiff(old, new), np.uint8))


def clear_change(difference: Image, settings: OverlaySettings = DEFAULTS) -> Mask:
    """Where two small pictures differ clearly, specks aside; see `difference_of`."""
    return _without_specks(difference >= settings.changed, settings.speck)


def _is_all_there_is(change: Mask, difference: Image, settings: OverlaySettings) -> bool:
    """Whether something changed, not too much of the picture, and hardly anything elsewhere."""
    area = np.count_nonzero(change)
    if not 0 < area <= settings.most_changed * change.size:
        return False
    there = _grown(change, 2 * round(settings.speck * max(change.shape)) + 1)
    told = np.where(difference >= settings.least_changed, difference, 0).astype(np.int64)
    return bool(told[there].sum() >= settings.told_share * told.sum())


def _is_sharper(change: Mask, old: Image, new: Image, settings: OverlaySettings) -> bool:
    """Whether the rim is sharper in one of the pictures far more often than in the other."""
    share, other = sorted(sharper_in_each(rim_of(change), old, new, settings), reverse=True)
    return share >= settings.least_sharper and share - other >= settings.sharper_lead


def _is_plate(change: Mask, wanted: PlateSettings, settings: OverlaySettings) -> bool:
    """Whether most of what has changed is one long low rectangle."""
    side = max(1, round(settings.bridged * max(change.shape)))
    square = np.ones((side, side), np.uint8)
    whole = cv2.morphologyEx(change.astype(np.uint8), cv2.MORPH_CLOSE, square)
    count, labels, sizes, _ = cv2.connectedComponentsWithStats(whole)
    if count < 2:
        return False
    largest = labels == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA]))
    plate = largest[rectangle_of(largest, settings)]
    height, width = plate.shape
    return bool(
        width >= settings.plate_width * height
        and height <= settings.plate_height * change.shape[0]
        and plate.mean() >= wanted.least_filled
        and plate.sum() >= wanted.least_share * np.count_nonzero(change)
    )


def rectangle_of(mask: Mask, settings: OverlaySettings = DEFAULTS) -> tuple[slice, slice]:
    """Rows and columns of the rectangle that most of a mask is.

    A body that sticks out of a plate is higher than that, but not as long.
    """
    rows = _long_lines(mask.sum(axis=1), settings.plate_side)
    return rows, _long_lines(mask[rows].sum(axis=0), settings.plate_side)


def _long_lines(lengths: NDArray[np.int64], share: float) -> slice:
    """From the first to the last of some lines that is nearly as long as the longest."""
    long = np.flatnonzero(lengths >= share * lengths.max())
    return slice(int(long[0]), int(long[-1]) + 1)


def _edged(change: Mask, image: Image, settings: OverlaySettings) -> Mask:
    """Where along the rim of what has changed a picture has an edge."""
    return np.asarray(_edges(image)[rim_of(change)] >= settings.changed)


def sharper_in_each(
    rim: Mask, old: Image, new: Image, settings: OverlaySettings = DEFAULTS
) -> tuple[float, float]:
    """Shares of a rim that are clearly sharper in the old and in the new picture."""
    sharper = _edges(new)[rim].astype(int) - _edges(old)[rim]
    in_old, in_new = sharper <= -settings.sharper, sharper >= settings.sharper
    return float(in_old.mean()), float(in_new.mean())


def rim_of(change: Mask) -> Mask:
    """Where what has changed ends."""
    return _grown(change, 3) & _grown(~change, 3)


def _edges(image: Image) -> Image:
    """How much each pixel's neighbourhood differs, of 255."""
    square = np.ones((5, 5), np.uint8)
    gradient = cv2.morphologyEx(image, cv2.MORPH_GRADIENT, square)
    return _largest(np.asarray(gradient, np.uint8))


def _largest(image: Image) -> Image:
    """Of the three colours of each pixel; numpy's `max` over them takes twenty times as long."""
    blue, green, red = cv2.split(image)
    return np.asarray(cv2.max(cv2.max(blue, green), red), np.uint8)


def _without_specks(mask: Mask, share: float) -> Mask:
    side = max(1, round(share * max(mask.shape)))
    square = np.ones((side, side), np.uint8)
    return np.asarray(cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, square), np.bool_)


def _grown(mask: Mask, side: int) -> Mask:
    square = np.ones((side, side), np.uint8)
    return np.asarray(cv2.dilate(mask.astype(np.uint8), square), np.bool_)
