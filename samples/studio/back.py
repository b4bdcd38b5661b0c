"""The back's outline: what the silhouette of a person seen from the side shows of the spine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.geometry import Array, X, unit
from samples.studio.kinematics import BodyPose
from samples.studio.skeleton import Skeleton

STATIONS = np.linspace(0.08, 0.92, 21)
"""Where along the hip–shoulder line the back is looked at; beyond lie buttock and arm."""

HALF_SLICE = 0.045
"""Half the thickness of the slice round a station, in hip–shoulder lengths."""


@dataclass(frozen=True)
class Back:
    """The back's outer surface in one frame.

    `curve` (S, 3) from hip level to shoulder level; `rounding` is the curve's
    signed sagitta over the hip–shoulder line, by the parabola that fits best,
    divided by the length that the curve spans: positive where the back is
    rounded, negative where it is arched.
    """

    curve: Array
    rounding: float


def back_of(pose: BodyPose, skeleton: Skeleton, torso: Array) -> Back:
    """Find the back's outline as a camera at the person's side sees it.

    In each slice across the hip–shoulder line the outermost point of the
    torso's surface (V, 3) on the back's side is taken.
    """
    joints = pose.joints(skeleton)
    hips = (joints["hip_left"] + joints["hip_right"]) / 2
    shoulders = (joints["shoulder_left"] + joints["shoulder_right"]) / 2
    length = float(np.linalg.norm(shoulders - hips))
    along = unit(shoulders - hips)
    left = pose.rotations["Hips"] @ X + pose.rotations["Spine2"] @ X
    behind = -unit(np.cross(left, along))
    place = (torso - hips) @ along / length
    depth = (torso - hips) @ behind / length
    depths = np.full(len(STATIONS), np.nan)
    for number, station in enumerate(STATIONS):
        inside = np.abs(place - station) < HALF_SLICE
        if inside.any():
            depths[number] = depth[inside].max()
    known = np.isfinite(depths)
    depths = np.interp(STATIONS, STATIONS[known], depths[known])
    curve = hips + length * (STATIONS[:, None] * along + depths[:, None] * behind)
    return Back(curve, sagitta(STATIONS, depths))


def sagitta(along: Array, offsets: Array) -> float:
    """Height of an arc over its chord in chord lengths, by the parabola that fits best.

    `along` (S,) rising positions on the chord, `offsets` (S,) distances from
    it, positive outward. A slope or a constant distance has no sagitta.
    """
    span = float(along[-1] - along[0])
    share = (along - along[0]) / span
    terms = np.stack([np.ones_like(share), share, 4 * share * (1 - share)], axis=1)
    fitted, *_ = np.linalg.lstsq(terms, offsets, rcond=None)
    return float(fitted[2] / span)
