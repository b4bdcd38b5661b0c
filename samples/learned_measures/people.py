"""Real people's pose tracks have no truth; but bodies are alike left and right, and move smoothly.

In exercises that both sides do together, how much left and right differ tells how far off a measure
is at least: of somebody half to the front, the far side is where an angle in the picture fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.learned.estimates import Estimate, estimates, known_in_space
from formcheck.measure.learned.features import ANGLES, shown
from formcheck.measure.learned.frames import frame_of
from formcheck.measure.orientation import orientation
from formcheck.measure.scale import BodyScale
from formcheck.pose.landmarks import SIDES
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses

Array = NDArray[np.float64]

TOGETHER = ("squat", "plank", "push-up", "bridge", "childs-pose", "sit-up")
"""In the names of tracks of exercises that both sides do together."""

EVERY = 6
"""Of a track's frames every sixth is taken."""


@dataclass(frozen=True)
class Agreement:
    """How much left and right differ, in degrees: mean and 95th percentile, where both are seen.

    stated: the difference that the stated errors let expect, on average.
    """

    measure: str
    frames: int
    drawn: tuple[float, float]
    world: tuple[float, float]
    learned: tuple[float, float]
    stated: float


def agreements(folder: Path) -> list[Agreement]:
    """Over all tracks in a folder of exercises that both sides do together."""
    poses = [
        pose
        for path in sorted(folder.glob("*.npz"))
        if any(name in path.stem for name in TOGETHER)
        for number, pose in enumerate(read_poses(path))
        if number % EVERY == 0 and is_person(pose)
    ]
    drawn, world, learned = (
        np.stack([apart(pose) for pose in poses]) for apart in (_drawn, _world, _learned)
    )
    stated = np.stack([_stated(pose) for pose in poses])
    rows = []
    for number, measure in enumerate(ANGLES):
        seen = np.isfinite(drawn[:, number])
        rows.append(
            Agreement(
                measure,
                int(seen.sum()),
                _summary(drawn[seen, number]),
                _summary(world[seen, number]),
                _summary(learned[seen, number]),
                # The mean of what is normal and centred is 0.8 of its standard deviation.
                0.8 * float(stated[seen, number].mean()),
            )
        )
    return rows


def _drawn(pose: Pose) -> Array:
    body = Body(pose, BodyScale(1.0, 1.0))
    values = np.stack([CATALOGUE[measure](body) for measure in ANGLES])
    return np.asarray(values[:, 0] - values[:, 1])


def _world(pose: Pose) -> Array:
    _, candidates = shown(frame_of(pose).both_sides())
    return np.asarray(candidates[0, :4, -1] - candidates[1, :4, -1])


def _learned(pose: Pose) -> Array:
    left, right = _estimates(pose)
    return np.array([a.value - b.value for a, b in zip(left, right, strict=True)])


def _stated(pose: Pose) -> Array:
    left, right = _estimates(pose)
    return np.array([np.hypot(a.error, b.error) for a, b in zip(left, right, strict=True)])


def _estimates(pose: Pose) -> tuple[list[Estimate], list[Estimate]]:
    where, known = orientation(pose), known_in_space(pose)
    assert known is not None, "only people were kept"
    found = estimates(known, where.near_side, where.off_plane)
    left, right = ([found[f"{name}.{side}"] for name in ANGLES] for side in SIDES)
    return left, right


def _summary(off: Array) -> tuple[float, float]:
    return float(np.abs(off).mean()), float(np.percentile(np.abs(off), 95))
