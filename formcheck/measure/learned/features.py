"""What the networks are shown of a frame: everything that the pose model says.

Everything is told from one side, the left one: see `Frames`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.frames import Frames, joint, spaces_of
from formcheck.pose.landmarks import INDEX, LANDMARKS, SIDES

Array = NDArray[np.float64]

ANGLES: Mapping[str, tuple[str, str, str]] = {
    "knee": ("hip", "knee", "ankle"),
    "hip": ("shoulder", "hip", "knee"),
    "elbow": ("shoulder", "elbow", "wrist"),
    "shoulder": ("elbow", "shoulder", "hip"),
    "neck": ("ear", "shoulder", "hip"),
}
"""Interior angle → its joints, the vertex between the others."""

BENDS: Mapping[str, tuple[str, str, str]] = {
    "hip_extension": ("shoulder", "hip", "knee"),
    "body_line": ("shoulder", "hip", "ankle"),
}
"""Angle that is below 180 where the joint between hangs under the line between the others."""

LINES: Mapping[str, tuple[str, str]] = {
    "thigh": ("knee", "hip"),
    "leg": ("ankle", "hip"),
    "shin": ("ankle", "knee"),
    "arm": ("wrist", "shoulder"),
    "upper_arm": ("elbow", "shoulder"),
}
"""Line → its ends; asked is how far it leans from the vertical."""

TWIST = "twist"
"""How far the shoulders are turned against the hips to the side that is asked for, about the trunk;
to the other side it is as much less than nothing."""

THIGH_OVER_TRUNK = "thigh_over_trunk"
"""How far the thigh is over (positive) or under the trunk's line, drawn on beyond the hips."""

HAND_OFF_TRUNK = "hand_off_trunk"
"""How far the wrist is from the line between hips and shoulders; in PER_TRUNK a trunk length."""

PER_TRUNK = 90.0
"""What a trunk's length counts as, among degrees: what the networks take for one."""

FARTHEST_HAND = 3.0
"""Trunk lengths beyond which nobody reaches: points that say so are wrong."""

WHOLE = "trunk"
"""The line without a side, from the middle of the hips to that of the shoulders."""

OUTPUTS = (*ANGLES, *BENDS, *LINES, TWIST, THIGH_OVER_TRUNK, HAND_OFF_TRUNK, WHOLE)
"""What the networks answer with, in degrees."""


MOST_TWISTED = 90.0
"""Degrees beyond which nobody twists: points that say so are wrong."""

VISIBILITY = slice(3 * len(LANDMARKS), 4 * len(LANDMARKS))
"""Columns of what is shown that say how sure the pose model is of each landmark."""


def _rows(many: Mapping[str, tuple[str, ...]]) -> NDArray[np.int64]:
    """Rows of the joints (joint × side and name), left ones first."""
    return np.array(
        [[INDEX[f"{side}_{name}"] for name in joints] for side in SIDES for joints in many.values()]
    ).T


_CORNERS = _rows({**ANGLES, **BENDS})
_ENDS = _rows(LINES)
_BENDS = np.array(
    [
        side * (len(ANGLES) + len(BENDS)) + len(ANGLES) + bend
        for side in range(len(SIDES))
        for bend in range(len(BENDS))
    ]
)
_SIDED = len(ANGLES) + len(BENDS)
_LEFT = np.array([*range(_SIDED), *range(2 * _SIDED, 2 * _SIDED + len(LINES)), -1])
"""Of all angles and lines those on the left side, and the trunk."""
_TWIST, _THIGH, _HAND = (OUTPUTS.index(name) for name in (TWIST, THIGH_OVER_TRUNK, HAND_OFF_TRUNK))
_GEOMETRY = [place for place in range(len(OUTPUTS)) if place not in (_TWIST, _THIGH, _HAND)]
"""Of OUTPUTS those that are such an angle or line."""
_WIDTHS = np.array([[INDEX[f"{side}_{name}"] for name in ("shoulder", "hip")] for side in SIDES])


def shown(frames: Frames) -> tuple[Array, Array]:
    """What the networks are shown (N × F), and the candidates (N × M × 3) in degrees.

    Where in the picture the body is, and how large, isn't shown: of films whose cameras all aim at
    somebody it teaches nothing (the error was the same with and without), and real ones don't.

    The candidates are what geometry makes of each of OUTPUTS on the left side: in the picture, with
    the landmarks' depth, and between world points. A picture shows no twist, which is 0 there.
    """
    points = frames.landmarks[..., :2]
    spaces = spaces_of(frames)
    geometry = np.concatenate([angles(spaces), inclinations(spaces)], axis=2)
    turned = twists(spaces[1:])
    candidates = np.empty((len(points), len(OUTPUTS), len(spaces)))
    candidates[:, _GEOMETRY] = np.moveaxis(geometry[:, :, _LEFT], 0, 2)
    candidates[:, _TWIST, 0] = 0
    candidates[:, _TWIST, 1:] = turned.T
    candidates[:, _THIGH] = thighs_over_trunk(spaces).T
    candidates[:, _HAND] = hands_off_trunk(spaces).T
    hips = joint(points, "hip")
    away = points - points.mean(axis=1, keepdims=True)
    scale = np.sqrt((away**2).sum(axis=2).mean(axis=1))[:, None] + 1e-6
    count = len(points)
    features = [
        ((points - hips[:, None]) / scale[:, None]).reshape(count, -1),
        0.5 * frames.landmarks[..., 2] / scale,
        frames.visibility,
        2 * frames.world.reshape(count, -1),
        geometry[0] / 90,
        geometry[2] / 90,
        turned.T / 90,
    ]
    return np.concatenate(features, axis=1), candidates


def angles(points: Array) -> Array:
    """ANGLES and BENDS (... × 14) between landmarks (... × 33 × 3), in degrees, left ones first."""
    joints = points[..., _CORNERS, :]
    a = joints[..., 0, :, :] - joints[..., 1, :, :]
    b = joints[..., 2, :, :] - joints[..., 1, :, :]
    lengths = np.sqrt(_dot(a, a) * _dot(b, b)) + 1e-9
    cosines = np.minimum(np.maximum(_dot(a, b) / lengths, -1), 1)
    found = np.asarray(np.arccos(cosines) * (180 / np.pi))
    found[..., _BENDS] = _over_the_floor(found[..., _BENDS], a[..., _BENDS, :], b[..., _BENDS, :])
    return found


def _dot(a: Array, b: Array) -> Array:
    """As that of `vectors` but for the last digit, in half the time for many frames."""
    return np.asarray(np.einsum("...i,...i->...", a, b))


def _over_the_floor(bends: Array, first: Array, last: Array) -> Array:
    """Below 180 where the corner hangs under the line between the ends of both lines from it."""
    across = last - first
    level = _dot(across[..., ::2], across[..., ::2]) + 1e-9
    share = -_dot(first[..., ::2], across[..., ::2]) / level
    hangs = first[..., 1] + share * across[..., 1] < 0
    return np.where(hangs, bends, 360 - bends)


def inclinations(points: Array) -> Array:
    """How far LINES and the trunk (... × 11) lean from the vertical, in degrees; left ones first,
    the trunk last.
    """
    low, high = (points[..., rows, :] for rows in _ENDS)
    trunk = joint(points, "shoulder") - joint(points, "hip")
    lines = np.concatenate([high - low, trunk[..., None, :]], axis=-2)
    across = np.hypot(lines[..., 0], lines[..., 2])
    return np.asarray(np.arctan2(across, -lines[..., 1]) * (180 / np.pi))


def thighs_over_trunk(points: Array) -> Array:
    """How far the left thigh is over the trunk's line (...), of landmarks (... × 33 × 3)."""
    line = _unit(joint(points, "hip") - joint(points, "shoulder"))
    thigh = _unit(points[..., INDEX["left_knee"], :] - points[..., INDEX["left_hip"], :])
    along = np.clip(_dot(line, thigh), -1, 1)
    raised = thigh[..., 1] - along * line[..., 1] < 0
    return np.asarray(np.where(raised, 1, -1) * np.arccos(along) * (180 / np.pi))


def hands_off_trunk(points: Array) -> Array:
    """How far the left wrist is from the trunk (...), of landmarks (... × 33 × 3)."""
    hips = joint(points, "hip")
    trunk, wrist = joint(points, "shoulder") - hips, points[..., INDEX["left_wrist"], :] - hips
    length = _dot(trunk, trunk) + 1e-9
    share = np.clip(_dot(wrist, trunk) / length, 0, 1)
    away = wrist - share[..., None] * trunk
    return np.asarray(PER_TRUNK * np.minimum(np.sqrt(_dot(away, away) / length), FARTHEST_HAND))


def _unit(lines: Array) -> Array:
    """Not NaN where a line has no direction: networks can't be shown that."""
    return np.asarray(lines / (np.sqrt(_dot(lines, lines))[..., None] + 1e-9))


def twists(points: Array) -> Array:
    """How far the shoulders are turned to the left against the hips (...), about the trunk's axis,
    of landmarks (... × 33 × 3), in degrees from -90 to 90."""
    left, right = points[..., _WIDTHS[0], :], points[..., _WIDTHS[1], :]
    both, lines = left + right, left - right
    axis = both[..., 0, :] - both[..., 1, :]
    axis = _unit(axis)
    flat = lines - _dot(lines, axis[..., None, :])[..., None] * axis[..., None, :]
    shoulders, hips = flat[..., 0, :], flat[..., 1, :]
    across = np.linalg.det(np.stack([hips, shoulders, axis], axis=-2))
    turned = np.arctan2(across, _dot(hips, shoulders)) * (180 / np.pi)
    return np.asarray(np.clip(turned, -MOST_TWISTED, MOST_TWISTED))
