"""Plain meshes of things in a room: boards, boxes, bands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samples.studio.geometry import Array, unit

WOOD, PLASTER, FABRIC = 10.0, 11.0, 12.0
"""Materials, as the shader knows them."""


@dataclass(frozen=True)
class Mesh:
    """Vertices, normals and colours (V, 3), material (V,), triangles (F, 3)."""

    vertices: Array
    normals: Array
    colours: Array
    material: Array
    faces: Array


def board(
    corner: ArrayLike, along: ArrayLike, across: ArrayLike, material: float, colour: ArrayLike
) -> Mesh:
    """A flat rectangle; it faces along the cross product of `along` and `across`."""
    corner, along, across = (np.asarray(v, dtype=float) for v in (corner, along, across))
    vertices = np.array([corner, corner + along, corner + along + across, corner + across])
    normal = unit(np.cross(along, across))
    return Mesh(
        vertices,
        np.tile(normal, (4, 1)),
        np.tile(np.asarray(colour, dtype=float), (4, 1)),
        np.full(4, material),
        np.array([[0, 1, 2], [0, 2, 3]]),
    )


def block(
    centre: ArrayLike,
    size: ArrayLike,
    material: float,
    colour: ArrayLike,
    turn: Array | None = None,
) -> Mesh:
    """A box; `turn` (3, 3) rotates it about its centre."""
    centre = np.asarray(centre, dtype=float)
    half = np.asarray(size, dtype=float) / 2
    turn = np.eye(3) if turn is None else turn
    sides = []
    for axis in range(3):
        first, second = turn[:, (axis + 1) % 3], turn[:, (axis + 2) % 3]
        a, b = first * half[(axis + 1) % 3], second * half[(axis + 2) % 3]
        for sign in (1.0, -1.0):
            middle = centre + sign * half[axis] * turn[:, axis]
            if sign > 0:
                sides.append(board(middle - a - b, 2 * a, 2 * b, material, colour))
            else:
                sides.append(board(middle - a - b, 2 * b, 2 * a, material, colour))
    return joined(sides)


def band(first: Array, last: Array, width: float, colour: ArrayLike) -> Mesh:
    """A flat strap between two points (3,), seen from every side."""
    line = last - first
    across = unit(np.cross(line, [0.3, 1.0, 0.2])) * width
    thick = unit(np.cross(line, across)) * width
    turn = np.stack([unit(line), unit(across), unit(thick)], axis=1)
    length = float(np.linalg.norm(line))
    return block((first + last) / 2, (length, width, 0.3 * width), FABRIC, colour, turn)


def joined(meshes: list[Mesh]) -> Mesh:
    """Several meshes as one."""
    starts = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.colours for mesh in meshes]),
        np.concatenate([mesh.material for mesh in meshes]),
        np.concatenate([mesh.faces + start for mesh, start in zip(meshes, starts, strict=True)]),
    )
