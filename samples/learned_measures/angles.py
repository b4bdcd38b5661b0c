"""The learnt measures of a pose: joint angles in space, from any side, each with its error.

How they were learnt and how far off they are: README.md beside this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose
from samples.learned_measures.features import ANGLES, WHOLE, shown
from samples.learned_measures.frames import frame_of
from samples.learned_measures.network import Networks, read_networks

WEIGHTS = Path(__file__).with_name("angles.npz")

SIGMAS = 1.645
"""Standard deviations that 90 of 100 values lie within, where they are normal."""


NAMES = [name for side in SIDES for name in (*(f"{measure}.{side}" for measure in ANGLES), WHOLE)]
"""What the networks answer with, of the left side, then of the right one."""


@dataclass(frozen=True)
class Estimate:
    """A value in degrees, and its standard error; 9 of 10 truths are within 1.645 of it."""

    value: float
    error: float


def learned_angles(pose: Pose) -> Mapping[str, Estimate]:
    """Each learnt measure by full name, e.g. `knee.left`.

    Empty where nobody was found, and for poses of another model than the one learnt from.
    """
    complete = np.isfinite(pose.landmarks).all() and np.isfinite(pose.world).all()
    if not complete or pose.calibration != BLAZEPOSE:
        return {}
    features, candidates = shown(frame_of(pose).both_sides())
    values, halves = _networks()(features, candidates)
    # The trunk has no side: what the picture and its mirror image say of it is one.
    values[:, -1], halves[:, -1] = values[:, -1].mean(), halves[:, -1].mean()
    return {
        name: Estimate(value, half / SIGMAS)
        for name, value, half in zip(
            NAMES, values.ravel().tolist(), halves.ravel().tolist(), strict=True
        )
    }


@cache
def _networks() -> Networks:
    return read_networks(WEIGHTS)
