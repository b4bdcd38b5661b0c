"""Faults in all degrees: key poses between the good ones and the faulty ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samples.studio.key_poses import SolvedPoses, Stage, solve_poses
from samples.studio.motion import Motion, with_faults
from samples.studio.pose_state import Places, PoseState
from samples.studio.vocabulary import BODY_TERMS, SIDE_TERMS

Seconds = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Degreed:
    """What is done with a fault in some degree: the key poses, and how long steps take."""

    poses: SolvedPoses
    seconds: Seconds


def draw_degree(random: np.random.Generator) -> float:
    """How far a fault goes: 0 none, 1 as the motion's file has it, which is plain to see."""
    return float(random.uniform(0.05, 1.2))


def in_degree(stage: Stage, motion: Motion, fault: str, degree: float) -> Degreed:
    """The motion with a fault (empty for none) in some degree.

    Where hands or feet go elsewhere altogether, they do so from half a degree on.
    """
    good = solve_poses(stage, with_faults(motion, ()))
    own = {step.name: step.seconds for step in motion.repetition}
    if not fault:
        return Degreed(good, own)
    choice = with_faults(motion, (fault,))
    faulty = solve_poses(stage, choice)
    seconds = {
        name: _between_pairs(own[name], choice.seconds.get(name, own[name]), min(degree, 1.0))
        for name in own
    }
    states = {
        name: _between(good.states[name], faulty.states[name], degree) for name in good.states
    }
    exact = {name: good.exact[name] | faulty.exact[name] for name in good.exact}
    return Degreed(SolvedPoses(states, _places(good.places, faulty.places, degree), exact), seconds)


def _between(good: PoseState, faulty: PoseState, degree: float) -> PoseState:
    values = {
        name: _within(name, (1 - degree) * value + degree * faulty.values[name])
        for name, value in good.values.items()
    }
    shown = faulty if degree >= 0.5 else good
    return PoseState(values, shown.hands, shown.feet)


def _within(name: str, value: float) -> float:
    term = BODY_TERMS.get(name) or SIDE_TERMS[name.rpartition("_")[0]]
    return float(np.clip(value, term.low, term.high))


def _between_pairs(
    first: tuple[float, float], second: tuple[float, float], share: float
) -> tuple[float, float]:
    low, high = ((1 - share) * a + share * b for a, b in zip(first, second, strict=True))
    return low, high


def _places(good: Places, faulty: Places, degree: float) -> Places:
    share = min(degree, 1.0)
    world = {
        key: (1 - share) * place + share * faulty.world.get(key, place)
        for key, place in good.world.items()
    }
    attached = faulty.attached if degree >= 0.5 else good.attached
    return Places({**faulty.world, **world}, attached, good.floor | faulty.floor)
