"""Clothes: where each ends on the body, and the cloth itself."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from samples.studio.body_files import BodyShape
from samples.studio.geometry import Array, unit
from samples.studio.look import Colour, Look
from samples.studio.parts import CLOTH, Part, triangles, vertex_normals, weight_of
from samples.studio.skeleton import SIDES, bone


def along_limbs(shape: BodyShape) -> tuple[Array, Array]:
    """How far down the arm and the leg each vertex lies: 0 root, 1 middle joint, 2 end."""
    arm = np.zeros(len(shape.vertices))
    leg = np.full(len(shape.vertices), -1.0)
    for side in SIDES:
        for values, upper, lower, ends in (
            (arm, "Arm", "ForeArm", ("Hand",)),
            (leg, "UpLeg", "Leg", ("Foot", "ToeBase")),
        ):
            low = weight_of(shape, bone(side, lower), *(bone(side, end) for end in ends)) > 0.5
            every = [bone(side, name) for name in (upper, lower, *ends)]
            inside = weight_of(shape, *every) > 0.5
            first = _along(shape, bone(side, upper), bone(side, lower))
            second = 1 + _along(shape, bone(side, lower), bone(side, ends[0]))
            along = np.where(low, np.maximum(second, 0.9), np.minimum(first, 1.1))
            values[inside] = along[inside]
    return arm, leg


def _along(shape: BodyShape, start: str, end: str) -> Array:
    line = shape.joints[end] - shape.joints[start]
    return np.asarray((shape.vertices - shape.joints[start]) @ line / (line @ line))


def shirt_coverage(shape: BodyShape, look: Look, arm: Array, leg: Array) -> Array:
    """Metres (V,) inside the shirt's edge, negative outside."""
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
    outside = (weight_of(shape, "Head") > 0.6) | (leg > 0.2)
    return np.asarray(np.where(outside, -0.1, inside))


def trousers_coverage(shape: BodyShape, look: Look, arm: Array, leg: Array) -> Array:
    """Metres (V,) inside the edge of the trousers, negative outside."""
    joints = shape.joints
    thigh = np.linalg.norm(joints["LeftLeg"] - joints["LeftUpLeg"])
    waist = joints["Hips"][1] + look.hem + 0.05
    inside = np.minimum(waist - shape.vertices[:, 1], (look.leg - leg) * thigh)
    outside = (arm > 0.05) | (weight_of(shape, "Head") > 0.4)
    return np.asarray(np.where(outside, -0.1, inside))


def garment(shape: BodyShape, colour: Colour, coverage: Array, loose: float, rounds: int) -> Part:
    """A garment: the body's tights, smoothed `rounds` times and blown up by `loose` metres."""
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
    faces = triangles(quads)
    normals = vertex_normals(smooth, faces)
    lost = np.maximum(((shape.vertices - smooth) * normals).sum(axis=1), 0)
    phase = shape.vertices @ np.array([[31, 17, 9], [11, 41, 23], [19, 7, 37]]).T
    folds = 0.5 * np.sin(phase[:, 0] + 2 * np.sin(phase[:, 1])) + 0.5 * np.sin(1.3 * phase[:, 2])
    blown = smooth + normals * (0.7 * lost + loose + 0.0035 * folds)[:, None]
    colours = np.tile(np.array(colour, dtype=float), (count, 1))
    return Part(blown, faces, colours, coverage, np.full(count, CLOTH))
