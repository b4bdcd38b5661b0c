"""What the network is shown of a frame: everything that the pose model says."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES
from samples.learned_measures.frames import Frames, joint

Array = NDArray[np.float64]

ANGLES: Mapping[str, tuple[str, str, str]] = {
    "knee": ("hip", "knee", "ankle"),
    "hip": ("shoulder", "hip", "knee"),
    "elbow": ("shoulder", "elbow", "wrist"),
    "shoulder": ("elbow", "shoulder", "hip"),
}
"""Measure → the joints of its interior angle."""

WHOLE = "trunk_inclination"
"""The measure without a side."""

MEASURES = (*ANGLES, WHOLE)

_LEFT = [0, 1, 2, 3, 8]
"""Of eight angles and the trunk's inclination those on the left side."""

_CORNERS = np.array(
    [[INDEX[f"{side}_{name}"] for name in joints] for side in SIDES for joints in ANGLES.values()]
).T
"""Rows of the first, the middle and the last joint of each angle, left ones first."""


def shown(frames: Frames) -> tuple[Array, Array]:
    """What the network is shown (N × F), and the candidates (N × M × 3) in degrees.

    The candidates are what geometry makes of each measure on the left side: in the picture, with
    the landmarks' depth, and between world points.
    """
    points = frames.landmarks[..., :2]
    spaces = np.stack([frames.landmarks, frames.landmarks, frames.world])
    spaces[0, ..., 2] = 0
    # 3 × N × 9: the left side's angles, the right side's, the trunk's inclination.
    geometry = np.concatenate([angles(spaces), inclination(spaces)[..., None]], axis=2)
    candidates = np.moveaxis(geometry[:, :, _LEFT], 0, 2)
    hips = joint(points, "hip")
    away = points - points.mean(axis=1, keepdims=True)
    scale = np.sqrt((away**2).sum(axis=2).mean(axis=1))[:, None] + 1e-6
    count = len(points)
    features = [
        ((points - hips[:, None]) / scale[:, None]).reshape(count, -1),
        0.5 * frames.landmarks[..., 2] / scale,
        frames.visibility,
        2 * frames.world.reshape(count, -1),
        (hips - frames.size / 2) / frames.size[:, :1],
        scale / frames.size[:, 1:],
        geometry[0] / 90,
        geometry[2] / 90,
    ]
    return np.concatenate(features, axis=1), candidates


def angles(points: Array) -> Array:
    """Interior angles (... × 8) between landmarks (... × 33 × 3), in degrees, left ones first."""
    first, corner, last = (points[..., rows, :] for rows in _CORNERS)
    a, b = first - corner, last - corner
    lengths = np.sqrt((a * a).sum(axis=-1) * (b * b).sum(axis=-1)) + 1e-9
    cosines = np.clip((a * b).sum(axis=-1) / lengths, -1, 1)
    return np.asarray(np.arccos(cosines) * (180 / np.pi))


def inclination(points: Array) -> Array:
    """Angle (...) of the line from hips to shoulders from the vertical, in degrees."""
    line = joint(points, "shoulder") - joint(points, "hip")
    across = np.hypot(line[..., 0], line[..., 2])
    return np.asarray(np.arctan2(across, -line[..., 1]) * (180 / np.pi))
