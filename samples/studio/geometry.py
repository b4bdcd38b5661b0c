"""Small vector geometry: metres, y up, z ahead of the person, x to the person's left."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.transform import Rotation, Slerp

Array = NDArray[Any]

X: Array = np.array([1.0, 0.0, 0.0])
Y: Array = np.array([0.0, 1.0, 0.0])
Z: Array = np.array([0.0, 0.0, 1.0])


def unit(vectors: ArrayLike) -> Array:
    """Vectors (..., 3) scaled to length one; a zero vector stays zero."""
    vectors = np.asarray(vectors, dtype=float)
    if vectors.ndim == 1:
        return np.asarray(vectors / max(float(np.sqrt(vectors @ vectors)), 1e-9))
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9))


def cross(first: Array, second: Array) -> Array:
    """Cross product of two single vectors (3,); many times faster than numpy's for any shape."""
    a, b, c = first
    d, e, f = second
    return np.array([b * f - c * e, c * d - a * f, a * e - b * d])


def turn_about(axis: str, degrees: float) -> Array:
    """Rotation matrix (3, 3) about the axis `x`, `y` or `z`.

    A positive turn about x pitches the person forward, about y turns them to
    their left, about z tips their head to their right.
    """
    # Rotation.from_euler costs ten times as much for a single turn.
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turn = np.eye(3)
    first, second = _PLANES[axis]
    turn[first, first] = turn[second, second] = cosine
    turn[first, second], turn[second, first] = -sine, sine
    return turn


_PLANES = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}


def turn_about_vector(axis: ArrayLike, degrees: float) -> Array:
    """Rotation matrix (3, 3) about any axis (3,), right-handed."""
    return np.asarray(Rotation.from_rotvec(np.radians(degrees) * unit(axis)).as_matrix())


def between(first: Array, second: Array, share: float) -> Array:
    """The rotation that lies the given share (0..1) of the way between two rotations."""
    return np.asarray(Slerp([0, 1], Rotation.from_matrix([first, second]))(share).as_matrix())


def direction_between(first: Array, second: Array, share: float) -> Array:
    """The unit vector a share (0..1) of the way along the arc between two unit vectors."""
    cosine = float(np.clip(first @ second, -1.0, 1.0))
    arc = np.arccos(cosine)
    if arc < 1e-4 or arc > np.pi - 1e-4:
        return unit((1 - share) * first + share * second)
    return np.asarray(
        (np.sin((1 - share) * arc) * first + np.sin(share * arc) * second) / np.sin(arc)
    )


def orthogonal_frame(direction: ArrayLike, hinge: ArrayLike) -> Array:
    """Right-handed frame (3, 3) in columns: direction, hinge made square to it, the rest."""
    first = unit(direction)
    hinge = np.asarray(hinge, dtype=float)
    second = unit(hinge - first * (hinge @ first))
    return np.stack([first, second, cross(first, second)], axis=1)


def interior_angle(first: Array, corner: Array, last: Array) -> Array:
    """Angle in degrees (...) at `corner` between `first` and `last`, each (..., 3)."""
    a, b = unit(first - corner), unit(last - corner)
    return np.asarray(np.degrees(np.arccos(np.clip((a * b).sum(-1), -1.0, 1.0))))
