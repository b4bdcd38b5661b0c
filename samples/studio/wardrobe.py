"""Dresses a body: skin, hair, eyes and clothes as one coloured mesh that moves with the bones.

Clothes are the body's own `helper-tights` surface, smoothed and blown up.
Where a garment covers it, the skin beneath is not drawn; the border between
them is a number on every vertex (metres inside the garment), so that sleeves
and legs end where they should, between vertices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.body_files import BodyShape
from samples.studio.garments import along_limbs, garment, shirt_coverage, trousers_coverage
from samples.studio.geometry import Array
from samples.studio.head import bun, eyes_part, hairline, paint_face
from samples.studio.look import Look
from samples.studio.parts import CLOTH, HAIR, SKIN, Part, triangles, vertex_normals, weight_of
from samples.studio.skeleton import SIDES

HIDDEN_DEPTH = 0.025
"""The skin is left out where it lies this many metres and more inside a garment's edge."""


@dataclass(frozen=True)
class DressedBody:
    """A mesh ready to skin and draw: per vertex position, colour, coverage, material, weights.

    A fragment whose interpolated `coverage` is below zero isn't drawn.
    """

    vertices: Array
    faces: Array
    colours: Array
    coverage: Array
    material: Array
    weights: Array
    torso: Array

    def normals(self, vertices: Array) -> Array:
        """Unit vertex normals (V, 3) of posed vertices."""
        return vertex_normals(vertices, self.faces)


def dress(shape: BodyShape, look: Look) -> DressedBody:
    """Put the look on a body."""
    arm, leg = along_limbs(shape)
    shirt = shirt_coverage(shape, look, arm, leg)
    trousers = trousers_coverage(shape, look, arm, leg)
    skin = _skin_part(shape, look, leg, HIDDEN_DEPTH - np.maximum(shirt, trousers))
    parts = [
        skin,
        eyes_part(shape),
        garment(shape, look.trousers, trousers, look.trousers_loose, rounds=6),
        garment(shape, look.shirt, shirt, look.shirt_loose, rounds=10),
    ]
    if look.bun:
        parts.append(bun(shape, look))
    return _assemble(shape, parts)


def _skin_part(shape: BodyShape, look: Look, leg: Array, coverage: Array) -> Part:
    vertices = shape.vertices
    faces = triangles(shape.faces[shape.face_group == "body"])
    colours = np.tile(np.array(look.skin, dtype=float), (len(vertices), 1))
    material = np.full(len(vertices), SKIN)
    head = weight_of(shape, "Head") > 0.5
    for side in SIDES:
        paint_face(shape, look, side, head, colours)
    hair = hairline(shape, head)
    grown = hair > 0
    colours[grown], material[grown] = look.hair, HAIR
    depth = np.where(grown, look.hair_depth * np.clip(hair / 0.015, 0, 1), 0.0)
    if look.socks is not None:
        socked = leg > 1.85
        colours[socked], material[socked], depth[socked] = look.socks, CLOTH, 0.003
    raised = vertices + vertex_normals(vertices, faces) * depth[:, None]
    return Part(raised, faces, colours, coverage, material)


def _assemble(shape: BodyShape, parts: list[Part]) -> DressedBody:
    """Join the parts, without vertices that no face uses and faces never seen."""
    head = np.zeros(len(shape.bones))
    head[shape.bones.index("Head")] = 1.0
    columns: list[list[Array]] = [[] for _ in range(6)]
    total = 0
    for part in parts:
        seen = part.faces[(part.coverage[part.faces] > 0).any(axis=1)]
        used, faces = np.unique(seen, return_inverse=True)
        whole = len(part.vertices) == len(shape.vertices)
        weights = shape.weights[used] if whole else np.tile(head, (len(used), 1))
        fields = (part.vertices, part.colours, part.coverage, part.material)
        for column, values in zip(columns, [field[used] for field in fields], strict=False):
            column.append(values)
        columns[4].append(weights)
        columns[5].append(faces.reshape(-1, 3) + total)
        total += len(used)
    vertices, colours, coverage, material, weights, faces = (np.concatenate(c) for c in columns)
    limbs = [name for name in shape.bones if name.endswith(("Arm", "Hand", "Leg", "Foot", "Head"))]
    limb_weight = weights[:, [shape.bones.index(name) for name in limbs]].sum(axis=1)
    return DressedBody(
        vertices.astype(np.float32),
        faces.astype(np.int32),
        colours.astype(np.float32),
        coverage.astype(np.float32),
        material.astype(np.float32),
        weights.astype(np.float32),
        np.flatnonzero((limb_weight < 0.6) & (coverage > 0)),
    )
