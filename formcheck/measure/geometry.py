"""Plane geometry in pixels: pure functions on points.

Points are arrays of shape (..., 2), x to the right and y down, as in a picture. A NaN coordinate
gives NaN. Angles are in degrees. Pixels, never normalised coordinates: a 16:9 frame distorts them.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.floating]


def distance(a: ArrayLike, b: ArrayLike) -> Array:
    """Length between two points, in pixels."""
    difference = np.subtract(a, b, dtype=float)
    return np.asarray(np.hypot(difference[..., 0], difference[..., 1]))


def middle(a: ArrayLike, b: ArrayLike) -> Array:
    """The point half-way between two points."""
    return np.asarray((np.asarray(a, dtype=float) + np.asarray(b, dtype=float)) / 2)


def interior_angle(a: ArrayLike, vertex: ArrayLike, b: ArrayLike) -> Array:
    """Angle at `vertex` between the lines to `a` and `b`, 0 to 180; 180 where they are straight.

    NaN where two of the points coincide, since there is no angle then.
    """
    return np.abs(turn(a, vertex, b))


def turn(a: ArrayLike, vertex: ArrayLike, b: ArrayLike) -> Array:
    """Signed angle from the line vertex–a to the line vertex–b, −180 to 180.

    Positive is clockwise as the picture is seen (y points down).
    """
    first = np.subtract(a, vertex, dtype=float)
    second = np.subtract(b, vertex, dtype=float)
    cross = first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0]
    dot = first[..., 0] * second[..., 0] + first[..., 1] * second[..., 1]
    return np.asarray(
        np.where((cross == 0) & (dot == 0), np.nan, np.degrees(np.arctan2(cross, dot)))
    )


def inclination(low: ArrayLike, high: ArrayLike) -> Array:
    """Angle between the line low–high and the vertical, 0 to 180; 0 where `high` is right above."""
    line = np.subtract(high, low, dtype=float)
    length = np.hypot(line[..., 0], line[..., 1])
    angle = np.degrees(np.arctan2(np.abs(line[..., 0]), -line[..., 1]))
    return np.asarray(np.where(length == 0, np.nan, angle))


def elevation(near_end: ArrayLike, far_end: ArrayLike) -> Array:
    """Angle of the line near_end–far_end over the horizontal, −90 to 90; 90 points straight up."""
    line = np.subtract(far_end, near_end, dtype=float)
    length = np.hypot(line[..., 0], line[..., 1])
    angle = np.degrees(np.arctan2(-line[..., 1], np.abs(line[..., 0])))
    return np.asarray(np.where(length == 0, np.nan, angle))


def angle_from_reach(reach: ArrayLike, first: ArrayLike, second: ArrayLike) -> Array:
    """Angle between two bones of known length from the distance that they span, 0 to 180.

    reach: distance between the outer ends; first, second: lengths of the bones, in the same unit.
    The law of cosines. A reach longer than both bones is a straight limb, one shorter than their
    difference a folded one.
    """
    reach, first, second = (np.asarray(value, dtype=float) for value in (reach, first, second))
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = (first**2 + second**2 - reach**2) / (2 * first * second)
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))
