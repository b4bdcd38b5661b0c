"""What is learnt says of a pose: joint angles in space, from any side, each with its error.

How they were learnt and how far off they are: samples/learned_measures/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from formcheck.measure.learned.features import OUTPUTS, WHOLE, shown
from formcheck.measure.learned.frames import frame_of
from formcheck.measure.learned.network import Networks, read_networks
from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.landmarks import SIDES, Side
from formcheck.pose.pose import Pose

WEIGHTS = Path(__file__).with_name("weights.npz")

SIGMAS = 1.645
"""Standard deviations that 90 of 100 values lie within, where they are normal."""


@dataclass(frozen=True)
class Estimate:
    """A value in degrees, and its standard error; 9 of 10 truths are within 1.645 of it."""

    value: float
    error: float


def estimates(pose: Pose, near: Side | None, turn: float) -> Mapping[str, Estimate]:
    """Each of OUTPUTS by name and side, e.g. `knee.left`; the trunk has no side.

    near: the side nearer to the camera. turn: degrees by which it is off the body's plane.

    Empty where nobody was found, and for poses of another model than the one learnt from.
    """
    complete = np.isfinite(pose.landmarks).all() and np.isfinite(pose.world).all()
    if not complete or pose.calibration.model != BLAZEPOSE.model:
        return {}
    features, candidates = shown(frame_of(pose).both_sides())
    is_near = np.array([side == near for side in SIDES])
    values, halves = _networks()(features, candidates, is_near, np.full(2, turn))
    # The trunk has no side: what the picture and its mirror image say of it is one.
    values[:, -1], halves[:, -1] = values[:, -1].mean(), halves[:, -1].mean()
    return {
        name: Estimate(value, half / SIGMAS)
        for name, value, half in zip(
            _NAMES, values.ravel().tolist(), halves.ravel().tolist(), strict=True
        )
    }


_NAMES = [f"{name}.{side}" if name != WHOLE else WHOLE for side in SIDES for name in OUTPUTS]
"""What the networks answer with, of the left side, then of the right one."""


@cache
def _networks() -> Networks:
    return read_networks(WEIGHTS)
