"""A fault that a label names is there in the truth, and isn't where the motion is done well."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from samples.studio.clips import Clip
from samples.studio.geometry import Array
from samples.studio.rehearsal import rehearse

Shown = Callable[[dict[str, Array]], float]

CASES: dict[tuple[str, str], tuple[Shown, float]] = {
    ("bird-dog", "leg-straight"): (lambda a: float(np.sort(a["knee_left"])[-3]), 155),
    ("wall-squat", "back-on-wall"): (lambda a: -float(a["trunk_inclination"].max()), -12),
    ("push-up", "deep-enough"): (lambda a: -float(a["elbow_left"].min()), -100),
    ("cat-stretch", "round-up"): (lambda a: float(a["rounding"].max()), 0.09),
    ("cat-stretch", "sink-down"): (lambda a: -float(a["rounding"].min()), 0.0),
    ("desk-sitting", "not-slouched"): (lambda a: -float(np.ptp(a["rounding"])), -0.06),
}
"""What to read off, and the limit: at least that where done well, less where not."""


@cache
def truth_of(folder: Path, motion: str, faults: tuple[str, ...]) -> dict[str, Array]:
    clip = Clip(
        name="x", motion=motion, what="", faults=faults, repetitions=1, rate=2, width=64, height=48
    )
    truth = rehearse(clip, folder).truth
    angles = dict(zip(truth.angle_names, truth.angles.T, strict=True))
    return angles | {"rounding": truth.back_rounding}


@pytest.mark.parametrize(("motion", "fault"), CASES)
def test_the_truth_shows_the_fault(body_folder: Path, motion: str, fault: str) -> None:
    shown, limit = CASES[motion, fault]
    assert shown(truth_of(body_folder, motion, ())) >= limit
    assert shown(truth_of(body_folder, motion, (fault,))) < limit
