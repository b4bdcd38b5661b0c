"""Moves a mesh with its bones: half linear blending, half dual quaternions.

Linear blending alone pinches twisted joints, dual quaternions alone bulge bent
ones; their mean held up at hips, knees and shoulders.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial.transform import Rotation

from samples.studio.geometry import Array


def skin(
    vertices: Array,
    weights: Array,
    bones: tuple[str, ...],
    parents: Mapping[str, str],
    rest: Mapping[str, Array],
    rotations: Mapping[str, Array],
    positions: Mapping[str, Array],
) -> Array:
    """Vertices (V, 3) at rest → (V, 3) posed.

    `rest` and `positions` hold each bone's joint at rest and posed, `rotations`
    its world rotation (3, 3) from rest; `weights` is (V, bones).
    """
    turns = np.stack([rotations[name] for name in bones])
    moves = np.stack([positions[name] - rotations[name] @ rest[name] for name in bones])
    linear = _linear_blend(vertices, weights, turns, moves)
    return np.asarray(
        0.5 * (linear + _dual_quaternion_blend(vertices, weights, bones, parents, turns, moves))
    )


def _linear_blend(vertices: Array, weights: Array, turns: Array, moves: Array) -> Array:
    affine = np.concatenate([turns, moves[:, :, None]], axis=2).reshape(len(turns), 12)
    blended = (weights @ affine.astype(weights.dtype)).reshape(-1, 3, 4)
    return np.asarray(np.einsum("nij,nj->ni", blended[:, :, :3], vertices) + blended[:, :, 3])


def _dual_quaternion_blend(
    vertices: Array,
    weights: Array,
    bones: tuple[str, ...],
    parents: Mapping[str, str],
    turns: Array,
    moves: Array,
) -> Array:
    real = Rotation.from_matrix(turns).as_quat()[:, [3, 0, 1, 2]]
    for number, name in enumerate(bones):
        parent = parents[name]
        if parent and real[number] @ real[bones.index(parent)] < 0:
            real[number] *= -1
    pure = np.concatenate([np.zeros((len(moves), 1)), moves], axis=1)
    dual = 0.5 * _multiply(pure, real)
    blended = weights @ np.concatenate([real, dual], axis=1).astype(weights.dtype)
    blended /= np.linalg.norm(blended[:, :4], axis=1, keepdims=True)
    w, r, dw, dr = blended[:, :1], blended[:, 1:4], blended[:, 4:5], blended[:, 5:]
    turned = vertices + 2 * np.cross(r, np.cross(r, vertices) + w * vertices)
    return np.asarray(turned + 2 * (w * dr - dw * r + np.cross(r, dr)))


def _multiply(a: Array, b: Array) -> Array:
    """Quaternion products (N, 4), scalar first."""
    aw, ax, ay, az = a.T
    bw, bx, by, bz = b.T
    return np.stack(
        [
            aw * bw - ax * bx - ay * by - az * bz,
            aw * bx + ax * bw + ay * bz - az * by,
            aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw,
        ],
        axis=1,
    )
