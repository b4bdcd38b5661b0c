"""Parts of a dressed body: coloured pieces of mesh on the body's own vertices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.body_files import BodyShape
from samples.studio.geometry import Array, unit

SKIN, CLOTH, HAIR, EYE = 0.0, 1.0, 2.0, 3.0
"""Materials, as the shader knows them."""


@dataclass(frozen=True)
class Part:
    """One piece: per vertex position, colour, coverage (see DressedBody) and material."""

    vertices: Array
    faces: Array
    colours: Array
    coverage: Array
    material: Array


def triangles(quads: Array) -> Array:
    """Quads (Q, 4) as triangles (T, 3), without those that have no area."""
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    real = (
        (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    )
    return np.asarray(faces[real])


def vertex_normals(vertices: Array, faces: Array) -> Array:
    """Unit normals (V, 3) of vertices (V, 3) from their triangles, by area."""
    corners = vertices[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    sums = np.stack(
        [
            np.bincount(faces.ravel(), np.repeat(across[:, k], 3), minlength=len(vertices))
            for k in range(3)
        ],
        axis=1,
    )
    return unit(sums)


def weight_of(shape: BodyShape, *names: str) -> Array:
    """How much of each vertex (V,) moves with the bones named, 0..1."""
    return np.asarray(sum(shape.weights[:, shape.bones.index(name)] for name in names))
