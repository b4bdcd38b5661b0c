"""Dresses a body: skin, hair, eyes and clothes as one coloured mesh that moves with the bones.

Clothes are the body's own `helper-tights` surface, smoothed and blown up.
Where a garment covers it, the skin beneath is not drawn; the border between
them is a number on every vertex (metres inside the garment), so that sleeves
and legs end where they should, between vertices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from pydantic import BaseModel, ConfigDict

from samples.studio.body_files import SKIN_VERTICES, BodyShape
from samples.studio.geometry import Array, unit
from samples.studio.skeleton import SIDES, bone, outward

SKIN, CLOTH, HAIR, EYE = 0.0, 1.0, 2.0, 3.0
"""Materials, as the shader knows them."""

HIDDEN_DEPTH = 0.025
"""The skin is left out where it lies this many metres and more inside a garment's edge."""

Colour = tuple[float, float, float]


class Look(BaseModel):
    """Colours (linear, 0..1) and cut of the clothes.

    `sleeve` and `leg` end on the limb: 1 is the elbow or knee, 2 the wrist or
    ankle. `hem` is the shirt's lower edge over the hips in metres;
    `shirt_loose` and `trousers_loose` how far the cloth stands off, in metres.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    skin: Colour
    hair: Colour
    shirt: Colour
    trousers: Colour
    socks: Colour | None = None
    sleeve: float = 0.5
    leg: float = 1.9
    hem: float = -0.06
    shirt_loose: float = 0.012
    trousers_loose: float = 0.008
    hair_depth: float = 0.014
    bun: bool = False


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
        return _normals(vertices, self.faces)


@dataclass(frozen=True)
class _Part:
    vertices: Array
    faces: Array
    colours: Array
    coverage: Array
    material: Array


def dress(shape: BodyShape, look: Look) -> DressedBody:
    """Put the look on a body."""
    arm, leg = _along_limbs(shape)
    shirt = _shirt_coverage(shape, look, arm, leg)
    trousers = _trousers_coverage(shape, look, arm, leg)
    skin = _skin_part(shape, look, leg, HIDDEN_DEPTH - np.maximum(shirt, trousers))
    parts = [
        skin,
        _eyes(shape),
        _garment(shape, look.trousers, trousers, look.trousers_loose, rounds=6),
        _garment(shape, look.shirt, shirt, look.shirt_loose, rounds=10),
    ]
    if look.bun:
        parts.append(_bun(shape, look))
    return _assemble(shape, parts)


def _weight_of(shape: BodyShape, *names: str) -> Array:
    return np.asarray(sum(shape.weights[:, shape.bones.index(name)] for name in names))


def _along_limbs(shape: BodyShape) -> tuple[Array, Array]:
    """How far down the arm and the leg each vertex lies: 0 root, 1 middle joint, 2 end."""
    arm = np.zeros(len(shape.vertices))
    leg = np.full(len(shape.vertices), -1.0)
    for side in SIDES:
        for values, upper, lower, ends in (
            (arm, "Arm", "ForeArm", ("Hand",)),
            (leg, "UpLeg", "Leg", ("Foot", "ToeBase")),
        ):
            low = _weight_of(shape, bone(side, lower), *(bone(side, end) for end in ends)) > 0.5
            every = [bone(side, name) for name in (upper, lower, *ends)]
            inside = _weight_of(shape, *every) > 0.5
            first = _along(shape, bone(side, upper), bone(side, lower))
            second = 1 + _along(shape, bone(side, lower), bone(side, ends[0]))
            along = np.where(low, np.maximum(second, 0.9), np.minimum(first, 1.1))
            values[inside] = along[inside]
    return arm, leg


def _along(shape: BodyShape, start: str, end: str) -> Array:
    line = shape.joints[end] - shape.joints[start]
    return np.asarray((shape.vertices - shape.joints[start]) @ line / (line @ line))


def _shirt_coverage(shape: BodyShape, look: Look, arm: Array, leg: Array) -> Array:
    vertices, joints = shape.vertices, shape.joints
    upper_arm = np.linalg.norm(joints["LeftForeArm"] - joints["LeftArm"])
    neckline = (joints["Neck"] - [0, 0.005, 0] - vertices) @ unit([0, 1, 0.45])
    inside = np.minimum.reduce(
        [
            vertices[:, 1] - joints["Hips"][1] - look.hem,
            (look.sleeve - arm) * upper_arm,
            np.where(np.abs(vertices[:, 0]) < 0.16, neckline, 1.0),
        ]
    )
    outside = (_weight_of(shape, "Head") > 0.6) | (leg > 0.2)
    return np.asarray(np.where(outside, -0.1, inside))


def _trousers_coverage(shape: BodyShape, look: Look, arm: Array, leg: Array) -> Array:
    joints = shape.joints
    thigh = np.linalg.norm(joints["LeftLeg"] - joints["LeftUpLeg"])
    waist = joints["Hips"][1] + look.hem + 0.05
    inside = np.minimum(waist - shape.vertices[:, 1], (look.leg - leg) * thigh)
    outside = (arm > 0.05) | (_weight_of(shape, "Head") > 0.4)
    return np.asarray(np.where(outside, -0.1, inside))


def _skin_part(shape: BodyShape, look: Look, leg: Array, coverage: Array) -> _Part:
    vertices = shape.vertices
    faces = _triangles(shape.faces[shape.face_group == "body"])
    colours = np.tile(np.array(look.skin, dtype=float), (len(vertices), 1))
    material = np.full(len(vertices), SKIN)
    head = _weight_of(shape, "Head") > 0.5
    for side in SIDES:
        _paint_face(shape, look, side, head, colours)
    hair = _hairline(shape, head)
    grown = hair > 0
    colours[grown], material[grown] = look.hair, HAIR
    depth = np.where(grown, look.hair_depth * np.clip(hair / 0.015, 0, 1), 0.0)
    if look.socks is not None:
        socked = leg > 1.85
        colours[socked], material[socked], depth[socked] = look.socks, CLOTH, 0.003
    raised = vertices + _normals(vertices, faces) * depth[:, None]
    return _Part(raised, faces, colours, coverage, material)


def _paint_face(shape: BodyShape, look: Look, side: str, head: Array, colours: Array) -> None:
    """Brow, shaded eye socket and lips, which a face finder looks for."""
    eye = shape.group_centre(f"joint-{side[0]}-eye")
    off = shape.vertices - eye
    across = off[:, 0] * outward(side)
    brow = np.abs(off[:, 1] - 0.021 + 6.0 * (across - 0.008) ** 2) < 0.0055
    brow &= head & (np.abs(across - 0.007) < 0.025) & (off[:, 2] > -0.01)
    colours[brow] = 0.35 * colours[brow] + 0.65 * np.array(look.hair)
    socket = np.hypot(off[:, 0], 1.6 * off[:, 1]) < 0.021
    colours[head & socket & (off[:, 2] > -0.005)] *= 0.86
    jaw = shape.group_centre("joint-jaw")
    mouth = np.array([0.0, jaw[1] - 0.033, 0.0])
    near = shape.vertices - mouth
    front = shape.vertices[:, 2] > eye[2] + 0.012
    lips = head & front & (np.abs(near[:, 0]) < 0.024) & (np.abs(near[:, 1]) < 0.008)
    colours[lips] *= [1.0, 0.72, 0.76]


def _hairline(shape: BodyShape, head: Array) -> Array:
    """Metres (V,) inside the hair, negative outside: over the brow, behind the ears."""
    eyes = (shape.group_centre("joint-l-eye") + shape.group_centre("joint-r-eye")) / 2
    off = shape.vertices - eyes
    inside = off[:, 1] - 0.058 + 0.9 * np.clip(-(off[:, 2] + 0.035), -0.01, 0.2)
    inside = np.where(np.abs(off[:, 0]) > 0.055, inside - 0.01, inside)
    ears = (np.abs(off[:, 0]) > 0.066) & (off[:, 1] < 0.02) & (off[:, 2] > -0.115)
    return np.asarray(np.where(head & ~ears & (off[:, 1] > -0.13), inside, -1.0))


def _eyes(shape: BodyShape) -> _Part:
    groups = np.isin(shape.face_group, ["helper-l-eye", "helper-r-eye"])
    colours = np.tile([0.8, 0.78, 0.75], (len(shape.vertices), 1))
    for side in SIDES:
        index = shape.groups[f"helper-{side[0]}-eye"]
        off = shape.vertices[index] - shape.vertices[index].mean(axis=0)
        iris = (np.hypot(off[:, 0], off[:, 1]) < 0.0068) & (off[:, 2] > 0)
        colours[index[iris]] = [0.10, 0.07, 0.05]
    count = len(shape.vertices)
    faces = _triangles(shape.faces[groups])
    return _Part(shape.vertices, faces, colours, np.ones(count), np.full(count, EYE))


def _garment(shape: BodyShape, colour: Colour, coverage: Array, loose: float, rounds: int) -> _Part:
    quads = shape.faces[shape.face_group == "helper-tights"]
    used = np.unique(quads)
    count = len(shape.vertices)
    edges = np.concatenate([quads[:, [k, (k + 1) % 4]] for k in range(4)])
    edges = np.concatenate([edges, edges[:, ::-1]])
    links = sparse.csr_matrix((np.ones(len(edges)), (edges[:, 0], edges[:, 1])), (count, count))
    links.data[:] = 1
    neighbours = np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1)
    smooth = shape.vertices.copy()
    for _ in range(rounds):
        mean = (links @ smooth) / neighbours[:, None]
        smooth[used] = 0.5 * smooth[used] + 0.5 * mean[used]
    faces = _triangles(quads)
    normals = _normals(smooth, faces)
    lost = np.maximum(((shape.vertices - smooth) * normals).sum(axis=1), 0)
    phase = shape.vertices @ np.array([[31, 17, 9], [11, 41, 23], [19, 7, 37]]).T
    folds = 0.5 * np.sin(phase[:, 0] + 2 * np.sin(phase[:, 1])) + 0.5 * np.sin(1.3 * phase[:, 2])
    blown = smooth + normals * (0.7 * lost + loose + 0.0035 * folds)[:, None]
    colours = np.tile(np.array(colour, dtype=float), (count, 1))
    return _Part(blown, faces, colours, coverage, np.full(count, CLOTH))


def _bun(shape: BodyShape, look: Look) -> _Part:
    head = shape.vertices[:SKIN_VERTICES][_weight_of(shape, "Head")[:SKIN_VERTICES] > 0.5]
    back = unit([0, 0.4, -1])
    crown = head[np.argmax(head @ back)] * [0, 1, 1] + 0.022 * back
    rings = 10
    polar, around = np.meshgrid(
        np.linspace(0, np.pi, rings), np.linspace(0, 2 * np.pi, rings), indexing="ij"
    )
    ball = np.stack(
        [np.sin(polar) * np.cos(around), np.cos(polar), np.sin(polar) * np.sin(around)], axis=-1
    ).reshape(-1, 3)
    grid = np.arange(rings * rings).reshape(rings, rings)
    quads = np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], axis=-1).reshape(
        -1, 4
    )
    count = len(ball)
    return _Part(
        crown + 0.042 * ball,
        _triangles(quads),
        np.tile(np.array(look.hair, dtype=float), (count, 1)),
        np.ones(count),
        np.full(count, HAIR),
    )


def _assemble(shape: BodyShape, parts: list[_Part]) -> DressedBody:
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


def _triangles(quads: Array) -> Array:
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    real = (
        (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    )
    return np.asarray(faces[real])


def _normals(vertices: Array, faces: Array) -> Array:
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
