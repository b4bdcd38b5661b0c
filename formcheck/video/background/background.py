"""Follows what stands still in a film: by it the camera's movement is told from the body's.

Corners of the background of one picture, the key, are found again in each later one by the method
of Lucas and Kanade, always from the key on, so that nothing adds up. Most of them must agree on how
the picture was moved, turned and enlarged; somebody who moves, and their shadow, don't.
"""

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.video.frame import Image

Grey = NDArray[np.uint8]
Points = NDArray[np.float32]
Outline = NDArray[np.int32]
"""Corners of a polygon, ... × 2 pixels."""

Matrix = NDArray[np.float64]
"""2 × 3: takes points of one picture to where they lie in another."""


@dataclass(frozen=True)
class BackgroundSettings:
    """What is looked for, and when it is believed. Pixels are those of the small picture."""

    longer_side: int = 320
    """Of the small grey picture that is looked at: a tenth of its pixels can be told, a fifth of
    one in 640 (119 sample clips, which a camera on a stand filmed)."""

    flattened_over: int = 15
    """What is lighter or darker over more pixels than this is left away: changes of exposure."""

    corners: int = 60
    apart: int = 14
    """How many are sought in the key, and how far apart."""

    least_quality: float = 0.005
    """Of a corner, as a share of the best one's (`cv2.goodFeaturesToTrack`): with ten times as much
    too few are found in plain rooms, and what the noise makes is outvoted."""

    window: int = 13
    """Pixels across the patch round a corner that is found again."""

    like: float = 0.5
    """Of the contrast of that patch, by which it may differ where it is found again. Two patches of
    nothing but noise differ by 1.4 times theirs: a bare wall, or a dark room, is full of such
    corners, and they agree with whatever is expected of them."""

    levels: int = 3
    """Halvings of the picture by which far moves are found, where the near look fails."""

    fewest: int = 10
    """Corners that must agree."""

    agreeing_px: float = 1.2
    """How far from its place one that agrees may be: a camera in a hand also moves sideways, so
    that near things move more than far ones."""

    agreeing_share: float = 0.4
    """Of the corners found again: somebody who isn't found in the picture yet has some too."""

    still_px: float = 0.5
    """A corner that moved less stands still in the picture."""

    still_share: float = 0.25
    """Of the corners found again: where more stand still, so does the camera, whatever moves."""

    least_spread: float = 0.2
    """Standard deviation of the places of those that agree, as a share of the picture's width, or
    of its height: two corners of one chair tell nothing of the room."""


DEFAULTS = BackgroundSettings()


def shrunk(image: Image, settings: BackgroundSettings = DEFAULTS) -> Grey:
    """The small grey picture, without slow changes of brightness; image: height × width × 3."""
    height, width = image.shape[:2]
    share = min(1.0, settings.longer_side / max(height, width))
    size = (max(1, round(width * share)), max(1, round(height * share)))
    grey = cv2.cvtColor(cv2.resize(image, size), cv2.COLOR_RGB2GRAY)
    broad = cv2.blur(grey, (settings.flattened_over, settings.flattened_over))
    return np.asarray(cv2.addWeighted(grey, 1.0, broad, -1.0, 128.0), np.uint8)


@dataclass(frozen=True, eq=False)
class Sighting:
    """How a key lies in a picture.

    place: None where that can't be told. seen: corners that were found again, in the background.
    """

    place: Matrix | None
    seen: int


class Background:
    """The corners of one picture's background.

    key: the small picture. body: outline of what isn't background in it, or None.
    """

    def __init__(
        self, key: Grey, body: Outline | None, settings: BackgroundSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._key = key
        self._body = body
        self._corners = _corners(key, body, settings)
        self._contrast = _contrast(key, self._corners, settings.window)

    @property
    def corners(self) -> int:
        """How many there are."""
        return len(self._corners)

    @property
    def tells(self) -> bool:
        """Whether there are corners enough to tell anything by."""
        return self.corners >= self._settings.fewest

    def place_in(self, picture: Grey, body: Outline | None, guess: Matrix) -> "Sighting":
        """How the key lies in another small picture.

        body: outline of what isn't background there, or None. guess: about how it lies.
        """
        seen = 0
        if not self.tells:
            return Sighting(None, seen)
        for levels in (0, self._settings.levels):
            before, after = self._found_again(1, picture, body, guess, levels)
            place, seen = self._agreed(before, after, picture.shape), len(after)
            if place is not None:
                return Sighting(place, seen)
        return Sighting(None, seen)

    def surely_still_in(self, picture: Grey, body: Outline | None, guess: Matrix) -> bool:
        """Whether every second corner is enough to tell that `place_in` finds it unmoved.

        Whatever the others did could change nothing: so a camera on a stand costs half.
        """
        if not self.tells:
            return False
        before, after = self._found_again(2, picture, body, guess, 0)
        if len(before) < self._settings.fewest:
            return False
        still = np.count_nonzero(self._stood_still(before, after))
        least = max(self._settings.still_share * self.corners, self._settings.fewest / 2)
        return bool(still >= least)

    def shift_in(self, picture: Grey, body: Outline | None) -> Matrix:
        """About how the key lies in another picture far off, as far as it is only shifted."""
        before, after = _without(self._key, self._body), _without(picture, body)
        shift, _ = cv2.phaseCorrelate(before, after, self._hanning)
        return np.array([[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]])

    @cached_property
    def _hanning(self) -> Points:
        rows, columns = self._key.shape
        return np.asarray(cv2.createHanningWindow((columns, rows), cv2.CV_32F))

    def _found_again(
        self,
        every: int,
        picture: Grey,
        body: Outline | None,
        guess: Matrix,
        levels: int,
    ) -> tuple[Points, Points]:
        """Of every so many corners in the key those that are found, and where in the picture."""
        window = self._settings.window
        corners = np.ascontiguousarray(self._corners[::every])
        expected = np.ascontiguousarray(corners @ guess[:, :2].T + guess[:, 2], np.float32)
        after, found, unlike = cv2.calcOpticalFlowPyrLK(
            self._key,
            picture,
            corners,
            expected,
            winSize=(window, window),
            maxLevel=levels,
            criteria=(cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 15, 0.03),
            flags=cv2.OPTFLOW_USE_INITIAL_FLOW,
        )
        kept = found[:, 0].astype(bool)
        kept &= unlike[:, 0] < self._settings.like * self._contrast[::every]
        kept[kept] = _is_background(after[kept], picture.shape, body, margin=window // 4)
        return corners[kept], after[kept]

    def _stood_still(self, before: Points, after: Points) -> NDArray[np.bool_]:
        return np.asarray(np.abs(after - before).max(axis=1) < self._settings.still_px)

    def _agreed(self, before: Points, after: Points, shape: tuple[int, ...]) -> Matrix | None:
        settings = self._settings
        if len(before) < settings.fewest:
            return None
        still = self._stood_still(before, after)
        if still.mean() >= settings.still_share and still.sum() >= settings.fewest / 2:
            return unmoved()
        place, agree = cv2.estimateAffinePartial2D(
            before, after, ransacReprojThreshold=settings.agreeing_px, maxIters=100
        )
        if place is None:
            return None
        agree = agree[:, 0].astype(bool)
        spread = (before[agree].std(axis=0) / (shape[1], shape[0])).max()
        enough = agree.sum() >= settings.fewest and agree.mean() >= settings.agreeing_share
        return np.asarray(place) if enough and spread >= settings.least_spread else None


def unmoved() -> Matrix:
    """How a picture lies in itself."""
    return np.eye(2, 3)


def one_after_the_other(first: Matrix, second: Matrix) -> Matrix:
    """Where the first takes points, taken on by the second."""
    turned = second[:, :2] @ first
    turned[:, 2] += second[:, 2]
    return np.asarray(turned)


def _without(picture: Grey, body: Outline | None) -> Points:
    """The picture with nothing to see where somebody is."""
    emptied = picture.astype(np.float32)
    if body is not None:
        cv2.fillPoly(emptied, [body], 128.0)
    return emptied


def _corners(key: Grey, body: Outline | None, settings: BackgroundSettings) -> Points:
    background = np.full(key.shape, 255, np.uint8)
    if body is not None:
        cv2.fillPoly(background, [body], 0)
    found = cv2.goodFeaturesToTrack(
        key, settings.corners, settings.least_quality, settings.apart, mask=background
    )
    return np.empty((0, 2), np.float32) if found is None else np.asarray(found[:, 0], np.float32)


def _contrast(key: Grey, corners: Points, window: int) -> Points:
    """By how much grey the pixels round each corner differ from their mean, on average."""
    grey = key.astype(np.float32)
    apart = cv2.blur(np.abs(grey - cv2.blur(grey, (window, window))), (window, window))
    places = corners.astype(np.int32)
    return np.asarray(apart[places[:, 1], places[:, 0]], np.float32)


def _is_background(
    points: Points, shape: tuple[int, ...], body: Outline | None, margin: int
) -> NDArray[np.bool_]:
    """Which points lie in the picture and not on somebody."""
    size = np.array([shape[1], shape[0]])
    inside = ((points >= margin) & (points < size - margin)).all(axis=1)
    if body is None:
        return np.asarray(inside)
    place = np.clip(points, 0, size - 1).astype(np.int32)
    somebody = np.zeros(shape, np.uint8)
    cv2.fillPoly(somebody, [body], 1)
    return np.asarray(inside & (somebody[place[:, 1], place[:, 0]] == 0))
