"""Plane geometry in pixels: pure functions on points.

Points are arrays of shape (..., 2), x to the right and y down, as in a picture. A NaN coordinate
gives NaN. Angles are in degrees. Pixels, never normalised coordinates: a 16:9 frame distorts them.

Angles between lines are worked out point by point: of the two points of a pair of joints, left and
right, numpy takes five times as long.
"""

from collections.abc import Callable
from math import atan2, degrees, nan

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
    return _point_by_point(_turn, a, vertex, b)


def inclination(low: ArrayLike, high: ArrayLike) -> Array:
    """Angle between the line low–high and the vertical, 0 to 180; 0 where `high` is right above."""
    return _point_by_point(_inclination, low, high)


def elevation(near_end: ArrayLike, far_end: ArrayLike) -> Array:
    """Angle of the line near_end–far_end over the horizontal, −90 to 90; 90 points straight up."""
    return _point_by_point(_elevation, near_end, far_end)


Point = list[float]


def _turn(a: Point, vertex: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = vertex, a, b
    ax, ay, bx, by = ax - x, ay - y, bx - x, by - y
    cross, dot = ax * by - ay * bx, ax * bx + ay * by
    return nan if cross == 0 and dot == 0 else degrees(atan2(cross, dot))


def _inclination(low: Point, high: Point) -> float:
    across, up = abs(high[0] - low[0]), low[1] - high[1]
    return nan if across == 0 and up == 0 else degrees(atan2(across, up))


def _elevation(near_end: Point, far_end: Point) -> float:
    across, up = abs(far_end[0] - near_end[0]), near_end[1] - far_end[1]
    return nan if across == 0 and up == 0 else degrees(atan2(up, across))


def _point_by_point(angle: Callable[..., float], *points: ArrayLike) -> Array:
    """The angle that each of these arrays' points make with those of the others."""
    arrays = [np.asarray(each, float) for each in points]
    told = [each.reshape(-1, 2).tolist() for each in arrays]
    found = np.array([angle(*each) for each in zip(*told, strict=True)])
    return found.reshape(arrays[0].shape[:-1])


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
