"""Loosens poses: nobody moves by the book, and films without a twist teach that nobody twists."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from samples.studio.pose_state import PoseState
from samples.studio.skeleton import SIDES
from samples.studio.vocabulary import BODY_TERMS, SIDE_TERMS

SPREAD: Mapping[str, float] = {
    "trunk": 7,
    "roll": 5,
    "lean": 4,
    "lumbar": 8,
    "thoracic": 8,
    "twist": 14,
    "side_bend": 6,
    "neck": 10,
    "head": 8,
    "head_turn": 15,
    "head_tilt": 8,
    "hip": 9,
    "abduction": 6,
    "hip_turn": 9,
    "knee": 14,
    "knee_out": 8,
    "shoulder": 12,
    "arm_out": 12,
    "elbow": 14,
    "arm_turn": 15,
    "elbow_out": 15,
}
"""Standard deviation in degrees of each term where a pose is as loose as can be: about half of what
the faults in the motions' files change, so that postures stay what they are."""

LOOSENED = 0.7
"""Share of poses that are loosened, each in a degree of its own."""


def loosened(state: PoseState, random: np.random.Generator) -> PoseState:
    """The same posture as somebody takes it who thinks of something else; hands and feet stay."""
    if random.random() > LOOSENED:
        return state
    degree = random.random()
    values = dict(state.values)
    for term, spread in SPREAD.items():
        limits = BODY_TERMS.get(term) or SIDE_TERMS[term]
        for name in [term] if term in BODY_TERMS else [f"{term}_{side}" for side in SIDES]:
            moved = values[name] + degree * spread * float(random.normal())
            values[name] = min(max(moved, limits.low), limits.high)
    return PoseState(values, state.hands, state.feet)
