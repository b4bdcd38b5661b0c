"""Which way is up in a picture, from its light, its colours and its edges.

Light comes from above, floors are warmer than walls, what stands in a room has upright edges, and
floors have level ones. Each says little: of real photographs that were left out of the learning,
six in ten were laid the right way up by all of it together, so it only helps other evidence.

Loading this module loads OpenCV.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.pose.upright.upright_body import QUARTERS
from formcheck.video.frame import Image

Array = NDArray[np.float64]

WEIGHTS: Final = Path(__file__).with_name("upright_picture.npz")
"""`weights`: of each of `picture_values`, whose weighted sum scores a picture."""

SIDE: Final = 80
"""Pixels to which a picture is squeezed: rooms, not textures."""

BANDS: Final = 4
"""Level bands from top to bottom that are compared with each other."""


def picture_scores(images: Sequence[Image]) -> Array:
    """Logarithms of how likely each of QUARTERS makes each picture upright, pictures × 4."""
    if not images:
        return np.empty((0, len(QUARTERS)))
    scores = np.stack([turned_values(image) for image in images]) @ _weights()
    scores -= scores.max(axis=1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


def turned_values(image: Image) -> Array:
    """`picture_values` of a picture turned by each of QUARTERS."""
    small = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return np.stack([picture_values(np.rot90(small, -turn)) for turn in range(len(QUARTERS))])


def picture_values(small: NDArray[np.integer]) -> Array:
    """Of each band of a squeezed picture: light, warmth, amount and direction of edges."""
    colours = np.asarray(small, np.float64) / 255
    light = colours.mean(axis=2)
    warmth = colours[..., 0] - colours[..., 2]
    across = np.abs(np.diff(light, axis=1, prepend=light[:, :1]))
    down = np.abs(np.diff(light, axis=0, prepend=light[:1]))
    edges = np.log(_bands(across + down) + 0.005)
    return np.concatenate(
        [
            _centred(_bands(light)) / (light.std() + 0.05),
            _centred(_bands(warmth)) / (warmth.std() + 0.05),
            _centred(edges),
            np.log((_bands(down) + 0.003) / (_bands(across) + 0.003)),
        ]
    )


def _bands(values: Array) -> Array:
    return np.asarray(values.reshape(BANDS, -1).mean(axis=1))


def _centred(values: Array) -> Array:
    return np.asarray(values - values.mean())


@cache
def _weights() -> Array:
    with np.load(WEIGHTS) as file:
        return np.asarray(file["weights"], np.float64)
