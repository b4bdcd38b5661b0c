"""Turns the key poses of a motion file into concrete poses for one body.

Each body has its own proportions, so that "hands under the shoulders" and
"lowered until the elbow is at 90" lie elsewhere for each: places are measured
on the body's own start pose, and terms that a pose asks to be solved are
searched for until the measured angle is as asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from samples.studio.anatomy import joint_angles
from samples.studio.errors import MotionDataError
from samples.studio.geometry import Array, X
from samples.studio.kinematics import BodyPose, pose_body
from samples.studio.motion import Choice, KeyPose, Solve
from samples.studio.places import places_of
from samples.studio.pose_state import Hold, Places, PoseState
from samples.studio.skeleton import SIDES, Skeleton
from samples.studio.torso import torso
from samples.studio.vocabulary import MIRRORED, SIDE_TERMS, check_name, default_values, for_sides

CLOSE_ENOUGH = 1e-3
"""Degrees or metres within which an angle or height is as asked."""


SETTLING_ROUNDS = 3
"""How often a pose is solved anew because the answer changed how the body meets the floor."""

OFF_THE_FLOOR = 0.04
"""Metres by which a joint may then be off the height that is asked: what a soft mat gives way, and
more than is seen. Wide hips lie so high that an elbow beside them came to rest 15 cm in the floor.
"""


@dataclass(frozen=True)
class SolvedPoses:
    """Concrete poses by name for one body, working side and choice of faults.

    `exact` names the terms of each pose that contacts depend on.
    """

    states: Mapping[str, PoseState]
    places: Places
    exact: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Stage:
    """What posing needs to know besides the pose: the body, the anchor, the working side.

    `settle` gives the lift (metres) with which a posed body meets the floor.
    """

    skeleton: Skeleton
    anchor: str
    working: str
    settle: Callable[[PoseState, Places, str], float]


def solve_poses(stage: Stage, choice: Choice, places: Places | None = None) -> SolvedPoses:
    """Make every key pose concrete; `places` keeps those of an earlier choice.

    Raises MotionDataError where no value of a solved term gives the angle asked.
    """
    start = _changed(PoseState(default_values()), choice.poses["start"], stage.working)
    start = _solve_all(stage, choice, start, "start", places)
    if places is None:
        lift = stage.settle(
            start, places_of(stage.skeleton, stage.anchor, choice, start, 0.0), stage.anchor
        )
        places = places_of(stage.skeleton, stage.anchor, choice, start, lift)
    states = {"start": start}
    start_pelvis = pelvis_pitch(torso(stage.skeleton, start)[0])
    for name, pose in choice.poses.items():
        if name == "start":
            continue
        if pose.base not in states:
            raise MotionDataError(
                f"poses.{name}: 'from' must name an earlier pose, not {pose.base!r}"
            )
        state = _changed(states[pose.base], pose, stage.working)
        states[name] = _solve_all(stage, choice, state, name, places, start_pelvis)
    exact = {
        name: frozenset(t for solve in pose.solve for t in for_sides(solve.vary, stage.working))
        for name, pose in choice.poses.items()
    }
    return SolvedPoses(states, places, exact)


def _solve_all(
    stage: Stage,
    choice: Choice,
    state: PoseState,
    name: str,
    places: Places | None,
    start_pelvis: float = 0.0,
) -> PoseState:
    """Solve a pose's terms, each time for where the body meets the floor by the last answer."""
    solves = choice.poses[name].solve
    lift = 0.0
    for _ in range(SETTLING_ROUNDS if solves else 0):
        for solve in solves:
            state = _solved(stage, choice, state, solve, name, places, lift, start_pelvis)
        where = places or places_of(stage.skeleton, stage.anchor, choice, state, lift)
        lift = stage.settle(state, where, stage.anchor)
    for solve in (one for one in solves if one.until.endswith("_height")):
        off = _missed(stage, choice, state, solve, places, lift, start_pelvis)
        if abs(off) > OFF_THE_FLOOR:
            raise MotionDataError(
                f"poses.{name}: set down on the floor, {solve.until} is {off:+.2f} m off"
            )
    return state


def _changed(state: PoseState, pose: KeyPose, working: str) -> PoseState:
    values = dict(state.values)
    for general in (True, False):
        for name, value in pose.terms.items():
            if (name in SIDE_TERMS) == general:
                sign = -1.0 if name in MIRRORED and working == "right" else 1.0
                values |= dict.fromkeys(for_sides(name, working), sign * float(value))
    hands, feet = dict(state.hands), dict(state.feet)
    for key, place in sorted(pose.places.items(), key=lambda item: "_" in item[0]):
        limb, _, side = key.partition("_")
        sides: tuple[str, ...] = SIDES
        if side:
            sides = (_concrete(side, working),)
        (hands if limb.startswith("hand") else feet).update(dict.fromkeys(sides, Hold.at(place)))
    return PoseState(values, hands, feet)


def _concrete(side: str, working: str) -> str:
    if side == "opposite":
        return SIDES[1 - SIDES.index(working)]
    return working if side == "working" else side


def _solved(
    stage: Stage,
    choice: Choice,
    state: PoseState,
    solve: Solve,
    name: str,
    places: Places | None,
    lift: float,
    start_pelvis: float,
) -> PoseState:
    terms = for_sides(solve.vary, stage.working)

    def with_value(value: float) -> PoseState:
        values = {**state.values, **dict.fromkeys(terms, value)}
        return PoseState(values, state.hands, state.feet)

    def miss(value: float) -> float:
        return _missed(stage, choice, with_value(value), solve, places, lift, start_pelvis)

    limits = check_name(solve.vary, name)
    current = state.values[terms[0]]
    if solve.vary == "hip_height":
        current, step = current or 0.9, 0.03
    else:
        step = 4.0
    value = _nearest_zero(miss, current, step, limits.low, limits.high)
    if value is None:
        aim = _aim(solve, start_pelvis)
        raise MotionDataError(
            f"poses.{name}: no {solve.vary} near {current:g} gives {solve.until} = {aim:.0f}; "
            f"{current:g} gives {miss(current) + aim:.0f}"
        )
    return with_value(value)


def _missed(
    stage: Stage,
    choice: Choice,
    state: PoseState,
    solve: Solve,
    places: Places | None,
    lift: float,
    start_pelvis: float,
) -> float:
    """By how much what a pose measures is off what is asked."""
    where = places or places_of(stage.skeleton, stage.anchor, choice, state, lift)
    pose = pose_body(stage.skeleton, state, where, stage.anchor, lift)
    found = measured(stage.skeleton, pose, solve.until, stage.working)
    return found - _aim(solve, start_pelvis)


def _aim(solve: Solve, start_pelvis: float) -> float:
    return solve.equals + (start_pelvis if solve.until == "pelvis" else 0.0)


def _nearest_zero(
    miss: Callable[[float], float], start: float, step: float, low: float, high: float
) -> float | None:
    """The zero of `miss` nearest to `start`, looked for outward on both sides, or None."""
    if abs(miss(start)) < CLOSE_ENOUGH:
        return start
    last = {1: (start, miss(start)), -1: (start, miss(start))}
    for count in range(1, 20):
        for way in (1, -1):
            value = start + way * count * step
            if not low <= value <= high:
                continue
            now = miss(value)
            before, missed = last[way]
            if missed * now <= 0 and abs(missed - now) < 90:
                return float(brentq(miss, *sorted((before, value)), xtol=1e-3))
            last[way] = (value, now)
    return None


def pelvis_pitch(rotations: Mapping[str, Array]) -> float:
    """Degrees that the pelvis is pitched forward from upright."""
    up = rotations["Hips"][:, 1]
    return float(np.degrees(np.arctan2(up[2], up[1])))


def measured(skeleton: Skeleton, pose: BodyPose, name: str, working: str) -> float:
    """A measured angle by name; without a side it is the mean of both.

    Besides the names of `joint_angles`: `pelvis`, the pelvis's pitch, and
    `elbow_height` and the like, the working side's joint over the floor in metres.
    """
    if name == "pelvis":
        return pelvis_pitch(pose.rotations)
    if name.endswith("_height"):
        joint = f"{name.removesuffix('_height')}_{working}"
        return float(pose.joints(skeleton)[joint][1])
    angles = joint_angles(pose.joints(skeleton), pose.rotations["Hips"] @ X)
    names = [f"{name}_{side}" for side in SIDES] if f"{name}_left" in angles else None
    if names is None:
        base, _, side = name.rpartition("_")
        names = [name if name in angles else f"{base}_{_concrete(side, working)}"]
    if any(each not in angles for each in names):
        raise MotionDataError(f"solve: nothing measures {name!r}")
    return float(np.mean([angles[each] for each in names]))
