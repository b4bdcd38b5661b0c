"""Telling the legs apart by the knee that stays on the floor.

Seen from the side, the pose model swaps left and right where the near leg is lifted and it takes it
for the far one. But a knee that carries the body doesn't move: if the near knee seems to be planted
and lies somewhere else than before, it is the far one.
"""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, Side, other
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright

LEG = ("hip", "knee", "ankle", "heel", "foot_index")


@dataclass(frozen=True)
class LegSwapSettings:
    """When a knee is planted, and when it is the other one."""

    reference_s: float = 1.0
    """Time over which a planted knee's place is taken."""

    upright_share: float = 0.85
    """Height over length of a thigh that stands on its knee: within 30 degrees of upright."""

    moved: float = 0.15
    """Trunk lengths by which a knee lies elsewhere: planted ones moved by 0.07 at most on the
    sample clips of the bird dog, the wrong one by 0.4."""


DEFAULTS = LegSwapSettings()


class LegSwap:
    """Puts swapped legs right for an exercise in which one knee always stays planted."""

    def __init__(self, settings: LegSwapSettings = DEFAULTS) -> None:
        self._settings = settings
        self._places: deque[tuple[float, NDArray[np.float64]]] = deque()

    def update(self, pose: Pose, near: Side | None, trunk: float) -> Pose:
        """The pose with its legs under the right names. trunk: the trunk's length in pixels."""
        if near is None or not pose.found or not trunk > 0 or not pose.camera.known:
            return pose
        knee, beyond = (_point(pose, side, "knee") for side in (near, other(near)))
        least = self._settings.upright_share
        if _stands(pose, near, least) and _stands(pose, other(near), least):
            self._places.append((pose.time_s, knee))
            while pose.time_s - self._places[0][0] > self._settings.reference_s:
                self._places.popleft()
            return pose
        if not self._places or knee[1] < beyond[1]:
            return pose
        place = np.median([where for _, where in self._places], axis=0)
        moved = float(np.hypot(*(knee - place)))
        return _swapped(pose) if moved > self._settings.moved * trunk else pose


def _point(pose: Pose, side: Side, joint: str) -> NDArray[np.float64]:
    point = pose.landmarks[INDEX[f"{side}_{joint}"], :2].astype(np.float64)
    return np.asarray(upright(pose, point), np.float64)


def _stands(pose: Pose, side: Side, upright_share: float) -> bool:
    thigh = _point(pose, side, "knee") - _point(pose, side, "hip")
    return bool(thigh[1] > upright_share * float(np.hypot(*thigh)))


def _swapped(pose: Pose) -> Pose:
    order = list(range(len(pose.landmarks)))
    for joint in LEG:
        left, right = INDEX[f"left_{joint}"], INDEX[f"right_{joint}"]
        order[left], order[right] = right, left
    return replace(
        pose,
        landmarks=pose.landmarks[order],
        world=pose.world[order],
        visibility=pose.visibility[order],
        presence=pose.presence[order],
        jumps=pose.jumps and pose.jumps.reordered(order),
    )
