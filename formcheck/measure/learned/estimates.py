"""What is learnt says of a pose: joint angles in space, from any side, each with its error.

How they were learnt and how far off they are: samples/learned_measures/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

import numpy as np

from formcheck.measure.learned.features import OUTPUTS, TWIST, WHOLE, shown
from formcheck.measure.learned.frames import frames_of
from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.measure.learned.network import Networks, Single
from formcheck.measure.orientation import orientations
from formcheck.pose.landmarks import SIDES, Side
from formcheck.pose.pose import Pose
from formcheck.pose.together import among

SIGMAS = 1.645
"""Standard deviations that 90 of 100 values lie within, where they are normal."""


class Estimate(NamedTuple):
    """A value in degrees, and its standard error; 9 of 10 truths are within 1.645 of it."""

    value: float
    error: float


class InSpace(NamedTuple):
    """What the networks say of a pose, whichever side is near and however it is turned.

    asked: of it and those that it came with. row: its place among them.
    """

    asked: Asked
    row: int

    @property
    def shown(self) -> Single:
        """What the networks were shown of either side, 2 × F."""
        return np.asarray(self.asked.shown[self.row])

    @property
    def model(self) -> str:
        """The pose model's name, one of LEARNT."""
        return self.asked.model


def known_in_space(pose: Pose) -> InSpace | None:
    """What the networks say of a pose.

    None where nobody was found, and for poses of a model that nothing was learnt from.
    """
    asked, row = among(pose, Asked)
    return InSpace(asked, row) if asked.answered[row] else None


def estimates(found: InSpace, near: Side | None, turn: float) -> Mapping[str, Estimate]:
    """Each of OUTPUTS by name and side, e.g. `knee.left`; the trunk has no side.

    near: the side nearer to the camera. turn: degrees by which it is off the body's plane.
    """
    asked, row = found
    errors = asked.errors(row, near, turn)
    return dict(zip(_NAMES, map(Estimate, asked.values[row], errors), strict=True))


class Asked:
    """What the networks say of some poses, all of one pose model.

    model: its name, empty where nobody was found in any. answered: of which of them; they aren't
    asked where nobody was found, or not whole, or by a model that nothing was learnt from. values:
    of each, as _NAMES tells them. shown: what the networks were shown of each, N × 2 × F.
    """

    def __init__(self, poses: Sequence[Pose]) -> None:
        self.model = next((pose.calibration.model for pose in poses if pose.found), "")
        self.answered = [self._can_be_asked(pose) for pose in poses]
        shape = (len(poses), len(SIDES), len(OUTPUTS))
        values, self._scales = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        self.shown = np.zeros((*shape[:2], 0), np.float32)
        if any(self.answered):
            features, candidates = shown(
                frames_of(list(compress(poses, self.answered))).both_sides()
            )
            self.shown = np.zeros((*shape[:2], features.shape[1]), np.float32)
            told, scales = self._networks.unwidened(features, candidates)
            answers = ((values, told), (self._scales, scales), (self.shown, features))
            for kept, answer in answers:
                by_side = answer.reshape(len(SIDES), -1, answer.shape[1])
                kept[self.answered] = by_side.swapaxes(0, 1)
        # The trunk has no side: what the picture and its mirror image say of it is one.
        values[..., -1] = values[..., -1].sum(axis=1, keepdims=True) / len(SIDES)
        # A twist to the left is one to the right, less than nothing.
        to_left = (values[:, 0, _TWIST] - values[:, 1, _TWIST]) / 2
        values[..., _TWIST] = np.stack([to_left, -to_left], axis=1)
        self.values: list[list[float]] = values.reshape(len(poses), -1).tolist()
        self._poses = poses
        self._errors: dict[Side | None, list[list[float]]] = {}

    def errors(self, row: int, near: Side | None, turn: float) -> list[float]:
        """How far off what is said of one of them may be, as _NAMES tells them."""
        if len(self._poses) == 1 or turn != self._turns[row]:
            return self._errors_of(self._scales[row : row + 1], near, [turn])[0]
        if near not in self._errors:
            self._errors[near] = self._errors_of(self._scales, near, self._turns)
        return self._errors[near][row]

    @cached_property
    def _turns(self) -> list[float]:
        return [one.off_plane for one in orientations(self._poses)]

    @property
    def _networks(self) -> Networks:
        return networks_at(LEARNT[self.model].limbs)

    def _can_be_asked(self, pose: Pose) -> bool:
        complete = np.isfinite(pose.landmarks).all() and np.isfinite(pose.world).all()
        return bool(complete) and pose.calibration.model == self.model and self.model in LEARNT

    def _errors_of(
        self, scales: Single, near: Side | None, turns: Sequence[float]
    ) -> list[list[float]]:
        """By the scales that the networks give of N poses, N × 2 × OUTPUTS."""
        is_near = np.array([side == near for side in SIDES] * len(turns))
        flat = scales.reshape(-1, len(OUTPUTS))
        halves = self._networks.halves(flat, is_near, np.repeat(turns, len(SIDES)))
        halves = halves.reshape(scales.shape)
        halves[..., -1] = halves[..., -1].sum(axis=1, keepdims=True) / len(SIDES)
        halves[..., _TWIST] = halves[..., _TWIST].mean(axis=1, keepdims=True)
        errors: list[list[float]] = (halves / np.float32(SIGMAS)).reshape(len(turns), -1).tolist()
        return errors


_NAMES = [f"{name}.{side}" if name != WHOLE else WHOLE for side in SIDES for name in OUTPUTS]
"""What the networks answer with, of the left side, then of the right one."""


_TWIST = OUTPUTS.index(TWIST)
