"""Tells a camera that moves slowly, as a hand does, from a scene that dissolves into another.

In small pictures the two look alike: what moves by less than a pixel of theirs is a mixture of
before and after all the way. But of a camera that has moved everything that stands still is found
again, moved alike, where a dissolve leaves nothing, or in the same room what stands still.
"""

from dataclasses import dataclass, field
from math import inf

import numpy as np

from formcheck.video.background.background import (
    Background,
    BackgroundSettings,
    shrunk,
    unmoved,
)
from formcheck.video.cuts.overlays import small_picture
from formcheck.video.frame import Image


@dataclass(frozen=True)
class MovedCameraSettings:
    """When a camera has moved.

    least_move: of the picture's longer side, by which something in it must have moved: 2 of the 320
        pixels that are looked at (engineering; what makes such a change in a thumbnail moves by
        several).
    background: as where the camera is followed, but that whoever is in the picture is among what is
        looked at: so more must agree, and may lie closer together, as where somebody at a desk
        fills a plain room (four in five agree there). How like they look is not asked: of another
        room only the few corners would be left that happen to agree.
    swayed: to find it again where it has moved further, as a hand's sway goes within a second, or
        where somebody moves much in it. Fewer must agree, but all over the picture. Of 480 pairs of
        pictures of one sample clip, a second or two apart and aimed up to a tenth of the picture
        elsewhere, seven in ten are told so, and two in ten without it; of 601 pairs of two clips
        one, which are of one room.
    """

    least_move: float = 0.006
    background: BackgroundSettings = field(
        default_factory=lambda: BackgroundSettings(agreeing_share=0.6, least_spread=0.1, like=inf)
    )
    swayed: BackgroundSettings = field(default_factory=lambda: BackgroundSettings(like=inf))


DEFAULTS = MovedCameraSettings()


def camera_moved(before: Image, after: Image, settings: MovedCameraSettings = DEFAULTS) -> bool:
    """Whether the second picture shows what the first did, from a camera that has moved."""
    key, picture = shrunk(small_picture(before)), shrunk(small_picture(after))
    if key.shape != picture.shape:
        return False
    place = Background(key, None, settings.background).place_in(picture, None, unmoved()).place
    if place is None:
        swayed = Background(key, None, settings.swayed)
        place = swayed.place_in(picture, None, swayed.shift_in(picture, None)).place
    if place is None:
        return False
    height, width = key.shape
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]])
    moved = np.linalg.norm(corners @ place[:, :2].T + place[:, 2] - corners, axis=1)
    return bool(moved.max() >= settings.least_move * max(width, height))
