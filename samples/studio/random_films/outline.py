"""The silhouette of the trunk in a few numbers: how far both its edges lie from its line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Pose

Array = NDArray[np.float64]

STATIONS = np.linspace(0.08, 0.92, 12)
"""Where along the line from hips to shoulders the edges are sought."""

STEPS = np.linspace(0.0, 1.0, 101)
"""How far out, in lengths of that line."""


def trunk_outline(pose: Pose) -> Array:
    """The edges (2, stations) left and right of the line hips–shoulders, in its lengths.

    Seen from the hips to the shoulders; NaN where there is no silhouette or no edge.
    """
    nothing = np.full((2, len(STATIONS)), np.nan)
    if pose.silhouette is None:
        return nothing
    hips, shoulders = (_middle(pose, joint) for joint in ("hip", "shoulder"))
    chord = (shoulders - hips) * pose.silhouette.scale
    if not np.hypot(*chord) > 0:
        return nothing
    start, across = hips * pose.silhouette.scale, np.array([chord[1], -chord[0]])
    return np.stack([_edge(pose, start, chord, sign * across) for sign in (1.0, -1.0)])


def _edge(pose: Pose, start: Array, chord: Array, out: Array) -> Array:
    assert pose.silhouette is not None
    mask = pose.silhouette.mask
    points = start + STATIONS[:, None, None] * chord + STEPS[:, None] * out
    columns, rows = np.moveaxis(points.astype(np.int32), -1, 0)
    inside = (columns >= 0) & (columns < mask.shape[1]) & (rows >= 0) & (rows < mask.shape[0])
    person = inside & mask[rows.clip(0, mask.shape[0] - 1), columns.clip(0, mask.shape[1] - 1)]
    outside = ~person
    edge = STEPS[outside.argmax(axis=1)]
    return np.where(outside.any(axis=1), edge, np.nan)


def _middle(pose: Pose, joint: str) -> Array:
    rows = [INDEX[f"{side}_{joint}"] for side in SIDES]
    return np.asarray(pose.landmarks[rows, :2].mean(axis=0), np.float64)
