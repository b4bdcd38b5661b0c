"""Face, eyes and hair: what a pose model looks for first."""

from __future__ import annotations

import numpy as np

from samples.studio.body_files import SKIN_VERTICES, BodyShape
from samples.studio.geometry import Array, unit
from samples.studio.look import Look
from samples.studio.parts import EYE, HAIR, Part, triangles, weight_of
from samples.studio.skeleton import SIDES, outward


def paint_face(shape: BodyShape, look: Look, side: str, head: Array, colours: Array) -> None:
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


def hairline(shape: BodyShape, head: Array) -> Array:
    """Metres (V,) inside the hair, negative outside: over the brow, behind the ears."""
    eyes = (shape.group_centre("joint-l-eye") + shape.group_centre("joint-r-eye")) / 2
    off = shape.vertices - eyes
    inside = off[:, 1] - 0.058 + 0.9 * np.clip(-(off[:, 2] + 0.035), -0.01, 0.2)
    inside = np.where(np.abs(off[:, 0]) > 0.055, inside - 0.01, inside)
    ears = (np.abs(off[:, 0]) > 0.066) & (off[:, 1] < 0.02) & (off[:, 2] > -0.115)
    return np.asarray(np.where(head & ~ears & (off[:, 1] > -0.13), inside, -1.0))


def eyes_part(shape: BodyShape) -> Part:
    """Both eyeballs, with dark irises."""
    groups = np.isin(shape.face_group, ["helper-l-eye", "helper-r-eye"])
    colours = np.tile([0.8, 0.78, 0.75], (len(shape.vertices), 1))
    for side in SIDES:
        index = shape.groups[f"helper-{side[0]}-eye"]
        off = shape.vertices[index] - shape.vertices[index].mean(axis=0)
        iris = (np.hypot(off[:, 0], off[:, 1]) < 0.0068) & (off[:, 2] > 0)
        colours[index[iris]] = [0.10, 0.07, 0.05]
    count = len(shape.vertices)
    faces = triangles(shape.faces[groups])
    return Part(shape.vertices, faces, colours, np.ones(count), np.full(count, EYE))


def bun(shape: BodyShape, look: Look) -> Part:
    """Hair tied to a ball at the back of the head."""
    head = shape.vertices[:SKIN_VERTICES][weight_of(shape, "Head")[:SKIN_VERTICES] > 0.5]
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
    return Part(
        crown + 0.042 * ball,
        triangles(quads),
        np.tile(np.array(look.hair, dtype=float), (count, 1)),
        np.ones(count),
        np.full(count, HAIR),
    )
