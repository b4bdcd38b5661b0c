"""What is learnt says of a pose: joint angles in space, from any side, each with its error.

How they were learnt and how far off they are: samples/learned_measures/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from formcheck.measure.learned.features import OUTPUTS, TWIST, WHOLE, shown
from formcheck.measure.learned.frames import frames_of
from formcheck.measure.learned.network import Networks, read_networks
from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.in_space import InSpace
from formcheck.pose.landmarks import SIDES, Side
from formcheck.pose.pose import Pose

WEIGHTS = Path(__file__).with_name("weights.npz")

SIGMAS = 1.645
"""Standard deviations that 90 of 100 values lie within, where they are normal."""


class Estimate(NamedTuple):
    """A value in degrees, and its standard error; 9 of 10 truths are within 1.645 of it."""

    value: float
    error: float


def known_in_space(pose: Pose) -> InSpace | None:
    """What the networks say of a pose; asked now, unless they were asked before.

    None where nobody was found, and for poses of another model than the one learnt from.
    """
    return _asked_before(pose) or in_space([pose])[0] if can_be_asked(pose) else None


def estimates(found: InSpace, near: Side | None, turn: float) -> Mapping[str, Estimate]:
    """Each of OUTPUTS by name and side, e.g. `knee.left`; the trunk has no side.

    near: the side nearer to the camera. turn: degrees by which it is off the body's plane.
    """
    is_near = np.array([side == near for side in SIDES])
    values = found.values.copy()
    halves = _networks().halves(found.scales, is_near, np.full(2, turn))
    # The trunk has no side: what the picture and its mirror image say of it is one.
    for of_sides in (values, halves):
        of_sides[:, -1] = of_sides[:, -1].sum() / len(SIDES)
    # A twist to the left is one to the right, less than nothing.
    values[:, _TWIST] = (values[0, _TWIST] - values[1, _TWIST]) / 2 * np.array([1, -1])
    halves[:, _TWIST] = halves[:, _TWIST].mean()
    errors = halves / np.float32(SIGMAS)
    told = map(Estimate, values.ravel().tolist(), errors.ravel().tolist())
    return dict(zip(_NAMES, told, strict=True))


def can_be_asked(pose: Pose) -> bool:
    """Whether somebody was found, whole, by the model that was learnt from."""
    complete = np.isfinite(pose.landmarks).all() and np.isfinite(pose.world).all()
    return bool(complete) and pose.calibration.model == BLAZEPOSE.model


def in_space(poses: Sequence[Pose]) -> list[InSpace]:
    """What the networks say of some poses; see `can_be_asked`."""
    features, candidates = shown(frames_of(poses).both_sides())
    values, scales = _networks().unwidened(features, candidates)
    by_pose = (
        found.reshape(len(SIDES), len(poses), -1).swapaxes(0, 1)
        for found in (values, scales, features.astype(np.float32))
    )
    return [
        InSpace(
            value,
            scale,
            shown_of,
            pose.landmarks,
            pose.world,
            pose.visibility,
            pose.camera,
            pose.roll,
        )
        for pose, value, scale, shown_of in zip(poses, *by_pose, strict=True)
    ]


def _asked_before(pose: Pose) -> InSpace | None:
    """What was said of it, if of this very body in this very picture."""
    known = pose.in_space
    if known is None:
        return None
    same = (
        known.landmarks is pose.landmarks
        and known.world is pose.world
        and known.visibility is pose.visibility
        and known.camera == pose.camera
        and known.roll == pose.roll
    )
    return known if same else None


_NAMES = [f"{name}.{side}" if name != WHOLE else WHOLE for side in SIDES for name in OUTPUTS]
"""What the networks answer with, of the left side, then of the right one."""


_TWIST = OUTPUTS.index(TWIST)


@cache
def _networks() -> Networks:
    return read_networks(WEIGHTS)
