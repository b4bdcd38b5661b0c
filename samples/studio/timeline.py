"""When what happens: repetitions at a person's irregular pace, and the pose at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from samples.studio.key_poses import SolvedPoses, Stage, solve_poses
from samples.studio.motion import Ease, Motion, with_faults
from samples.studio.performer import Performer
from samples.studio.pose_state import Hold, Places, PoseState
from samples.studio.skeleton import SIDES
from samples.studio.vocabulary import BODY_TERMS

UNEVEN = 0.7
"""Standard deviation in degrees of how unlike each other two repetitions are."""

SWAY = 0.35
"""Amplitude in degrees of the sway of someone who holds still."""

_UNMOVED = {"hip_height", "seat", "carry", "ahead", "turn", "kneel"}


@dataclass(frozen=True)
class Repetition:
    """One repetition as it is done: the working side, its time, its faults."""

    side: str
    start_s: float
    end_s: float
    hold_s: float
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """A pose reached at a time."""

    time_s: float
    state: PoseState
    ease: Ease = "smooth"


@dataclass(frozen=True)
class Timeline:
    """The whole performance of one clip."""

    keys: tuple[Key, ...]
    repetitions: tuple[Repetition, ...]
    places: Places
    phases: dict[str, tuple[float, float]]
    sway: float = SWAY

    @property
    def duration_s(self) -> float:
        """Time of the last key."""
        return self.keys[-1].time_s

    def at(self, time_s: float) -> PoseState:
        """The pose at a time, between its two keys, with a little sway."""
        times = [key.time_s for key in self.keys]
        after = int(np.searchsorted(times, time_s, side="right"))
        if after >= len(self.keys):
            state = self.keys[-1].state
        else:
            before, key = self.keys[max(after - 1, 0)], self.keys[after]
            span = key.time_s - before.time_s
            share = float(np.clip((time_s - before.time_s) / max(span, 1e-6), 0, 1))
            state = between_states(before.state, key.state, eased(share, key.ease))
        return _swaying(state, time_s, self.phases, self.sway)


def eased(share: float, ease: Ease = "smooth") -> float:
    """Share of the way done (0..1).

    smooth: the minimum-jerk profile of human reaching (Flash & Hogan 1985);
    sudden: gathers speed all the way, as a limb that is dropped; even: steady;
    hesitating: stops half-way; overshooting: goes too far and comes back;
    interrupted: turns back on the way and sets out again.
    """
    if ease == "even":
        return share
    if ease == "sudden":
        return share * share
    if ease in _STOPS:
        return _by_way_of(share, _STOPS[ease])
    return float(share**3 * (share * (6 * share - 15) + 10))


_STOPS: Mapping[Ease, tuple[tuple[float, float], ...]] = {
    "hesitating": ((0.0, 0.0), (0.4, 0.5), (0.6, 0.5), (1.0, 1.0)),
    "overshooting": ((0.0, 0.0), (0.75, 1.1), (1.0, 1.0)),
    "interrupted": ((0.0, 0.0), (0.35, 0.6), (0.6, 0.25), (1.0, 1.0)),
}
"""Where such a move comes to rest on its way: at which share of the time, how far it has come."""


def _by_way_of(share: float, stops: tuple[tuple[float, float], ...]) -> float:
    for (start, origin), (end, goal) in pairwise(stops):
        if share <= end:
            return origin + (goal - origin) * eased((share - start) / (end - start))
    return stops[-1][1]


def between_states(first: PoseState, second: PoseState, share: float) -> PoseState:
    """A pose a share (0..1) of the way between two."""
    values = {
        name: (1 - share) * value + share * second.values[name]
        for name, value in first.values.items()
    }
    hands = {side: _moving(first.hands[side], second.hands[side], share) for side in SIDES}
    feet = {side: _moving(first.feet[side], second.feet[side], share) for side in SIDES}
    return PoseState(values, hands, feet)


def _moving(first: Hold, second: Hold, share: float) -> Hold:
    return Hold(first.goal, second.goal, share if first.goal != second.goal else 0.0)


def _swaying(
    state: PoseState, time_s: float, phases: dict[str, tuple[float, float]], sway: float
) -> PoseState:
    values = dict(state.values)
    for name, (rate, phase) in phases.items():
        values[name] += sway * np.sin(2 * np.pi * (rate * time_s + phase))
    return PoseState(values, state.hands, state.feet)


def perform(
    performer: Performer,
    motion: Motion,
    repetitions: int,
    faults: tuple[tuple[str, ...], ...],
    first_side: str,
    random: np.random.Generator,
) -> Timeline:
    """Perform a motion some times over; `faults` has one tuple of ids for each repetition."""
    everywhere = tuple(f for f in dict.fromkeys(sum(faults, ())) if motion.faults[f].places)
    places = None
    known: dict[tuple[str, tuple[str, ...]], SolvedPoses] = {}
    keys: list[Key] = []
    done: list[Repetition] = []
    time_s = 0.0
    for number in range(repetitions):
        side = working_side(motion, first_side, number)
        chosen = tuple(dict.fromkeys(everywhere + faults[number]))
        choice = with_faults(motion, chosen)
        if (side, chosen) not in known:
            stage = Stage(performer.skeleton, motion.anchor, side, performer.settle)
            known[side, chosen] = solve_poses(stage, choice, places)
        solved = known[side, chosen]
        places = solved.places
        if not keys:
            settle = random.uniform(*motion.settle)
            keys = [Key(0.0, solved.states["start"]), Key(settle, solved.states["start"])]
            time_s = settle
        begin, end, hold_s = None, time_s, 0.0
        for step in motion.repetition:
            low, high = choice.seconds.get(step.name, step.seconds)
            seconds = random.uniform(low, high)
            state = keys[-1].state
            if step.pose is not None:
                state = uneven(solved.states[step.pose], solved.exact[step.pose], random)
            if begin is None and not step.rest:
                begin = time_s
            time_s += seconds
            keys.append(Key(time_s, state, step.ease))
            hold_s += seconds if step.hold else 0.0
            end = end if step.rest else time_s
        broken = tuple(dict.fromkeys(sum((motion.breaks(f) for f in chosen), ())))
        label_side = "both" if motion.sides == "none" else side
        done.append(Repetition(label_side, begin or 0.0, end, hold_s, broken))
    keys.append(Key(time_s + 0.6, keys[-1].state))
    if places is None:
        raise ValueError("A performance needs at least one repetition.")
    return Timeline(tuple(keys), tuple(done), places, sway_phases(random))


def working_side(motion: Motion, first: str, number: int) -> str:
    """The side that a repetition (from 0) works."""
    if motion.sides != "alternating" or number % 2 == 0:
        return first
    return SIDES[1 - SIDES.index(first)]


def uneven(state: PoseState, exact: frozenset[str], random: np.random.Generator) -> PoseState:
    """The pose as it comes out this time; terms in `exact` stay as they are."""
    values = {
        name: value
        + (0.0 if name in _UNMOVED or name in exact else UNEVEN * float(random.normal()))
        for name, value in state.values.items()
    }
    return PoseState(values, state.hands, state.feet)


def sway_phases(random: np.random.Generator) -> dict[str, tuple[float, float]]:
    """How fast (hertz) and from where each term sways."""
    names = [name for name in BODY_TERMS if name not in _UNMOVED and name != "trunk"]
    names += [f"{name}_{side}" for name in ("hip", "shoulder", "arm_out") for side in SIDES]
    return {name: (random.uniform(0.15, 0.5), random.uniform()) for name in names}
