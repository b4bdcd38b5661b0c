"""Geometry of directions in space: pure functions on vectors, ... × 3."""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float64]

_NEXT, _LAST = [1, 2, 0], [2, 0, 1]
"""Of x, y and z the one that comes next, and the one after it."""


def cross(a: Vectors, b: Vectors) -> Vectors:
    """At right angles to both, ... × 3; np.cross costs ten times as much for few of them."""
    return np.asarray(a[..., _NEXT] * b[..., _LAST] - a[..., _LAST] * b[..., _NEXT])


def dot(a: Vectors, b: Vectors) -> Vectors:
    """Their products, ... × 3 → ...; the same of one pair as of many."""
    return np.asarray((a * b).sum(axis=-1))


def unit(vectors: Vectors) -> Vectors:
    """The same directions, ... × 3, of length 1; NaN where they have none."""
    length = np.sqrt(dot(vectors, vectors))[..., None]
    return vectors / np.where(length > 0, length, np.nan)


def turned_about(axis: Vectors, first: Vectors, second: Vectors) -> Vectors:
    """Degrees by which the second line is turned against the first, as seen along an axis of
    length 1: −180 to 180.
    """
    first, second = (line - dot(line, axis)[..., None] * axis for line in (first, second))
    return np.degrees(np.arctan2(dot(cross(first, second), axis), dot(first, second)))
