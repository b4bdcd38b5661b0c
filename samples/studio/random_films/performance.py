"""Performs a motion in a manner, with a fault in some degree."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from samples.studio.key_poses import Stage
from samples.studio.motion import Ease, Motion, Step
from samples.studio.performer import Performer
from samples.studio.pose_state import Places, PoseState
from samples.studio.random_films.degrees import Degreed, in_degree
from samples.studio.random_films.kept_down import kept_down
from samples.studio.random_films.manner import Manner
from samples.studio.timeline import (
    Key,
    Repetition,
    Timeline,
    between_states,
    sway_phases,
    uneven,
    working_side,
)

WHOLE = 0.9
"""Share of the way from which a repetition is a whole one."""

GETTING_READY = 12.0
"""Standard deviation in degrees of how somebody stands or lies before they begin."""

TREMOR_HZ = (4.0, 9.0)


@dataclass(frozen=True)
class Told:
    """What the performer is told to do: a motion, a fault in some degree, how, how often."""

    motion: Motion
    fault: str
    degree: float
    manner: Manner
    first_side: str
    repetitions: int


@dataclass(frozen=True)
class Performance:
    """The timeline, and of each of its repetitions how far it goes (1 is all the way)."""

    timeline: Timeline
    ways: tuple[float, ...]


def performed(performer: Performer, told: Told, random: np.random.Generator) -> Performance:
    """Perform it; raises MotionDataError where this body can't."""
    motion, manner = told.motion, told.manner
    sides = [working_side(motion, told.first_side, n) for n in range(told.repetitions)]
    stages = {
        side: Stage(performer.skeleton, motion.anchor, side, performer.settle)
        for side in dict.fromkeys(sides)
    }
    known = {
        side: in_degree(stage, motion, told.fault, told.degree) for side, stage in stages.items()
    }
    poses = known[sides[0]].poses
    first = poses.states["start"]
    keys = [Key(0.0, first)]
    if manner.prepares:
        keys = _getting_ready(stages[sides[0]], poses.places, first, random)
    keys.append(Key(keys[-1].time_s + random.uniform(*motion.settle), first))
    done, ways = [], []
    for side in sides:
        choice = known[side]
        way = manner.half if manner.half < 1 and random.random() < 0.7 else 1.0
        if not _in_one_place(choice):
            way = 1.0
        done.append(_repetition(keys, stages[side], choice, told, way, random))
        ways.append(way)
        if manner.pause:
            keys.append(Key(keys[-1].time_s + manner.pause, keys[-1].state))
    keys.append(Key(keys[-1].time_s + 0.6, keys[-1].state))
    timeline = Timeline(
        tuple(keys), tuple(done), known[sides[0]].poses.places, _phases(manner, random), manner.sway
    )
    return Performance(timeline, tuple(ways))


def cut(performance: Performance, start_s: float) -> Performance:
    """The same from a later moment on, which is then 0."""
    timeline = performance.timeline
    keys = tuple(replace(key, time_s=key.time_s - start_s) for key in timeline.keys)
    done = tuple(
        replace(one, start_s=one.start_s - start_s, end_s=one.end_s - start_s)
        for one in timeline.repetitions
    )
    return replace(performance, timeline=replace(timeline, keys=keys, repetitions=done))


def _repetition(
    keys: list[Key],
    stage: Stage,
    choice: Degreed,
    told: Told,
    way: float,
    random: np.random.Generator,
) -> Repetition:
    """Add one repetition's keys; how long it is held is how long it was told to stop."""
    manner, states = told.manner, choice.poses.states
    begin, hold_s = None, 0.0
    time_s = end = keys[-1].time_s
    for step in told.motion.repetition:
        seconds = random.uniform(*choice.seconds[step.name])
        state = keys[-1].state
        if step.pose is not None:
            seconds *= manner.pace
            goal = between_states(states["start"], states[step.pose], way)
            alike = uneven(goal, choice.poses.exact[step.pose], random)
            state = _one_sided(stage, choice.poses.places, alike, manner)
        if begin is None and not step.rest:
            begin = time_s
        time_s += seconds
        keys.append(Key(time_s, state, _ease(step, manner)))
        hold_s += seconds if step.hold else 0.0
        end = end if step.rest else time_s
    broken = told.motion.breaks(told.fault) if told.fault else ()
    label_side = "both" if told.motion.sides == "none" else stage.working
    return Repetition(label_side, begin or 0.0, end, hold_s, broken)


def _ease(step: Step, manner: Manner) -> Ease:
    return step.ease if manner.ease is None or step.pose is None else manner.ease


def _one_sided(stage: Stage, places: Places, state: PoseState, manner: Manner) -> PoseState:
    """What isn't planted comes out differently on the left."""
    if not manner.uneven:
        return state
    moved = {f"{name}_left": manner.uneven for name in ("hip", "knee", "shoulder", "elbow")}
    values = {
        name: min(value + moved[name], 182.0) if name in moved else value
        for name, value in state.values.items()
    }
    return kept_down(stage, places, state, PoseState(values, state.hands, state.feet))


def _in_one_place(choice: Degreed) -> bool:
    """Whether hands and feet stay where they are: only then can a move end half-way."""
    start = choice.poses.states["start"]
    return all(
        state.hands == start.hands and state.feet == start.feet
        for state in choice.poses.states.values()
    )


def _getting_ready(
    stage: Stage, places: Places, start: PoseState, random: np.random.Generator
) -> list[Key]:
    """Somebody who shifts about before they begin."""
    names = [n for n in start.values if n.startswith(("trunk", "hip_", "knee_", "neck", "lumbar"))]
    keys = []
    for time_s in (0.0, 0.8, 1.6):
        moved = {
            name: min(start.values[name] + float(random.normal(0, GETTING_READY)), 180.0)
            for name in names
            if name not in ("hip_height", "knee_out_left", "knee_out_right")
        }
        shifted = PoseState({**start.values, **moved}, start.hands, start.feet)
        keys.append(Key(time_s, kept_down(stage, places, start, shifted)))
    return [*keys, Key(2.4, start)]


def _phases(manner: Manner, random: np.random.Generator) -> dict[str, tuple[float, float]]:
    phases = sway_phases(random)
    if not manner.trembling:
        return phases
    return {name: (random.uniform(*TREMOR_HZ), phase) for name, (_, phase) in phases.items()}
