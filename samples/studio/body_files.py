"""Reads the free MakeHuman body: base mesh, shape targets, joints and skinning weights.

The files are described, with their origin and checksums, in README.md. Units
in the files are decimetres; everything returned here is in metres, standing
on y = 0.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from samples.studio.errors import BodyFilesError
from samples.studio.geometry import Array
from samples.studio.proportions import AS_MODELLED, Proportions, stretched

VERTICES = 19158
SKIN_VERTICES = 13380
"""The first vertices are the skin; the others are helpers for clothes, hair and joints."""


@dataclass(frozen=True)
class BodyShape:
    """One person's body at rest (arms held out and down), before clothes.

    `vertices` (V, 3) in metres; `faces` (F, 4) quads, a triangle repeats its
    last corner; `face_group` (F,) names; `texture` (V, 2) coordinates in 0..1;
    `joints` and `tails` by bone; `parents` by bone; `weights` (V, bones).
    """

    vertices: Array
    faces: Array
    face_group: Array
    texture: Array
    bones: tuple[str, ...]
    parents: dict[str, str]
    joints: dict[str, Array]
    tails: dict[str, Array]
    weights: Array
    groups: dict[str, Array]

    def group_centre(self, name: str) -> Array:
        """Mean position (3,) of a named vertex group, such as `joint-l-eye`."""
        return np.asarray(self.vertices[self.groups[name]].mean(axis=0))


def read_body(
    folder: Path, targets: dict[str, float], proportions: Proportions = AS_MODELLED
) -> BodyShape:
    """Read the body in `folder`, apply shape targets (name → weight), then stretch its limbs.

    Raises BodyFilesError where a file is absent or unknown.
    """
    if not (folder / "base.obj").is_file():
        raise BodyFilesError(
            f"No body in {folder}: give the folder with base.obj by --body DIR "
            "(samples/studio/README.md says where it comes from)."
        )
    vertices, texture_of, quads, face_group = _read_obj(folder / "base.obj")
    for name, weight in targets.items():
        vertices = vertices + weight * _read_target(folder, name)
    groups = {
        name: np.concatenate([np.arange(first, last + 1) for first, last in ranges])
        for name, ranges in _read_json(folder / "basemesh_vertex_groups.json").items()
    }
    vertices = stretched(vertices * 0.1, groups, proportions)
    vertices[:, 1] -= vertices[:SKIN_VERTICES, 1].min()
    rig = _read_json(folder / "rig.mixamo.json")["bones"]
    bones, parents, joints, tails = _read_rig(rig, vertices, groups)
    weights = _read_weights(folder, [name.split(":")[1] for name in rig], bones)
    texture = np.zeros((len(vertices), 2))
    texture[quads[:, :4].ravel()] = texture_of[quads[:, 4:].ravel()]
    return BodyShape(
        vertices, quads[:, :4], face_group, texture, bones, parents, joints, tails, weights, groups
    )


@cache
def _read_json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@cache
def _read_obj(path: Path) -> tuple[Array, Array, Array, Array]:
    vertices, texture, quads, groups, group = [], [], [], [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(number) for number in rest.split()[:3]])
        elif kind == "vt":
            texture.append([float(number) for number in rest.split()[:2]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            corners = [corner.split("/") for corner in rest.split()]
            corners += corners[-1:] * (4 - len(corners))
            quads.append([int(c[0]) - 1 for c in corners] + [int(c[1]) - 1 for c in corners])
            groups.append(group)
    return np.array(vertices), np.array(texture), np.array(quads), np.array(groups)


@cache
def _read_target(folder: Path, name: str) -> Array:
    path = folder / "targets" / f"{name}.target.gz"
    if not path.is_file():
        raise BodyFilesError(f"No shape target {name!r} in {path.parent}: see bodies.toml.")
    moved = np.zeros((VERTICES, 3))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 4 and not parts[0].startswith("#"):
                moved[int(parts[0])] = [float(number) for number in parts[1:]]
    return moved


def _read_rig(
    rig: dict[str, Any], vertices: Array, groups: dict[str, Array]
) -> tuple[tuple[str, ...], dict[str, str], dict[str, Array], dict[str, Array]]:
    def place(end: dict[str, Any]) -> Array:
        if end["strategy"] == "CUBE":
            return np.asarray(vertices[groups[end["cube_name"]]].mean(axis=0))
        if end["strategy"] == "MEAN":
            return np.asarray(vertices[end["vertex_indices"]].mean(axis=0))
        return np.asarray(vertices[end["vertex_index"]])

    short = {name: name.split(":")[1] for name in rig}
    kept = {long: name for long, name in short.items() if _hand_of(name) == name}
    bones = _parents_first(
        {name: rig[long]["parent"].split(":")[-1] for long, name in kept.items()}
    )
    joints = {name: place(rig[long]["head"]) for long, name in kept.items()}
    tails = {name: place(rig[long]["tail"]) for long, name in kept.items()}
    return tuple(bones), bones, joints, tails


def _parents_first(parents: dict[str, str]) -> dict[str, str]:
    ordered: dict[str, str] = {}
    while len(ordered) < len(parents):
        for name, parent in parents.items():
            if name not in ordered and (parent == "" or parent in ordered):
                ordered[name] = parent
    return ordered


def _hand_of(bone: str) -> str:
    """The bone that carries this bone's vertices: fingers belong to the hand."""
    return bone[: bone.index("Hand") + 4] if "Hand" in bone else bone


def _read_weights(folder: Path, rig_bones: list[str], bones: tuple[str, ...]) -> Array:
    lists = _read_json(folder / "weights.mixamo.json")["weights"]
    weights = np.zeros((VERTICES, len(bones)))
    column = {name: number for number, name in enumerate(bones)}
    for long, pairs in lists.items():
        bone = long.split(":")[-1]
        if bone in rig_bones and pairs:
            index = np.array([int(vertex) for vertex, _ in pairs])
            weights[index, column[_hand_of(bone)]] += np.array([weight for _, weight in pairs])
    return np.asarray(weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-6))
