"""Longer and shorter limbs than the body's files have: people differ in more than height."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from pydantic import BaseModel, ConfigDict

from samples.studio.geometry import Array, unit


class Proportions(BaseModel):
    """Length of legs and arms over what the body's files give; 1 leaves them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    legs: float = 1.0
    arms: float = 1.0


AS_MODELLED = Proportions()


def stretched(vertices: Array, groups: Mapping[str, Array], proportions: Proportions) -> Array:
    """The body at rest (V, 3), standing with arms held out and down, its limbs stretched.

    Everything below the hips is stretched downward, everything beyond the shoulders along the arm;
    the joints' vertices move with it.
    """
    moved = vertices.copy()
    shoulder, hand = (vertices[groups[f"joint-l-{name}"]].mean(axis=0) for name in _ARM)
    along = unit(hand - shoulder)
    beyond = np.maximum(np.abs(vertices[:, :1]) - shoulder[0], 0) / along[0]
    moved += (proportions.arms - 1) * beyond * along * np.where(vertices[:, :1] < 0, _MIRROR, 1)
    hip = float(vertices[groups["joint-l-upper-leg"], 1].mean())
    below = np.minimum(vertices[:, 1] - hip, 0) * (beyond[:, 0] < _HIPS_OUT)
    moved[:, 1] += (proportions.legs - 1) * below
    return moved


_ARM = ("shoulder", "hand")
_MIRROR = np.array([-1.0, 1.0, 1.0])
_HIPS_OUT = 0.2
"""Metres along the arm within which a vertex may belong to a broad hip."""
