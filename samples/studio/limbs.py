"""One arm or leg: two bones and an end, aimed by angles or towards a target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.geometry import (
    Array,
    between,
    cross,
    direction_between,
    orthogonal_frame,
    unit,
)


@dataclass(frozen=True)
class LimbAim:
    """Where a limb's bones point in the world.

    `upper` and `lower` (3,) unit directions, `hinge` (3,) the axis the middle
    joint bends about, `end` the world rotation (3, 3) of the hand or foot from
    rest, or None where it follows the lower bone.
    """

    upper: Array
    lower: Array
    hinge: Array
    end: Array | None


def blend(first: LimbAim, second: LimbAim, share: float) -> LimbAim:
    """The limb a share (0..1) of the way from one aim to another."""
    if share <= 0:
        return first
    if share >= 1:
        return second
    if first.end is None or second.end is None:
        raise ValueError("Blended limbs need an end rotation each.")
    return LimbAim(
        direction_between(first.upper, second.upper, share),
        direction_between(first.lower, second.lower, share),
        unit((1 - share) * first.hinge + share * second.hinge),
        between(first.end, second.end, share),
    )


def bend(upper: Array, towards: Array, angle: float) -> Array:
    """Direction of the lower bone: the middle joint at `angle` degrees, folded `towards`."""
    flexion = np.radians(180.0 - angle)
    side = unit(towards - upper * (upper @ towards))
    return np.asarray(np.cos(flexion) * upper + np.sin(flexion) * side)


def reach(
    root: Array, upper_length: float, lower_length: float, target: Array, pole: Array
) -> tuple[Array, Array]:
    """Directions of both bones so that the limb's end meets `target` (3,).

    The middle joint points to `pole`. Out of reach, the limb is stretched
    towards the target.
    """
    line = target - root
    distance = float(np.linalg.norm(line))
    line = unit(line)
    longest = (upper_length + lower_length) * 0.9998
    span = float(np.clip(distance, abs(upper_length - lower_length) + 0.02, longest))
    cosine = (upper_length**2 + span**2 - lower_length**2) / (2 * upper_length * span)
    corner = np.arccos(np.clip(cosine, -1.0, 1.0))
    away = unit(pole - line * (pole @ line))
    upper = np.cos(corner) * line + np.sin(corner) * away
    return upper, unit(line * span - upper * upper_length)


def bone_rotations(
    aim: LimbAim, rest_upper: Array, rest_lower: Array, rest_pole: Array
) -> tuple[Array, Array]:
    """World rotations (3, 3) of the upper and the lower bone from rest.

    `rest_pole` is where the middle joint points at rest.
    """
    rest_hinge = cross(rest_pole, rest_upper)
    rest_lower_hinge = cross(rest_pole, rest_lower)
    upper = orthogonal_frame(aim.upper, aim.hinge) @ orthogonal_frame(rest_upper, rest_hinge).T
    lower = (
        orthogonal_frame(aim.lower, aim.hinge) @ orthogonal_frame(rest_lower, rest_lower_hinge).T
    )
    return upper, lower
