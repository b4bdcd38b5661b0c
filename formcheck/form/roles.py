"""The roles that a side of the body may have: what exercise files write after a measure's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from formcheck.pose.landmarks import SIDES, Side, other


@dataclass(frozen=True)
class Role:
    """One role.

    about: what it means, for people. measure: the one that tells which side has it; empty where
    the camera or the exercise decides. larger: whether it is the side on which that is larger.
    alone_from: where only one side can be seen, it has the role from this value on (below it, where
    that is the side on which it is smaller), and else the other has it; None where both must be
    seen.
    """

    about: str
    measure: str = ""
    larger: bool = True
    alone_from: float | None = None


ROLES: Final[Mapping[str, Role]] = {
    "near": Role("the side of the body towards the camera"),
    "far": Role("the side away from the camera"),
    "working": Role("the side that moves, where one side works at a time"),
    "support": Role("the other one"),
    # From -45 degrees on an arm is no longer hanging down.
    "reaching": Role("the side whose arm is raised higher", "arm_elevation", alone_from=-45.0),
    # From 150 degrees on a knee is no longer that of a foot on the floor.
    "bent": Role("the side whose knee is bent more", "knee", larger=False, alone_from=150.0),
    "lower": Role("the side that someone lies on", "hip_height", larger=False),
    "left": Role("the person's left"),
    "right": Role("the person's right"),
}

ROLE_MEASURES: Final = tuple(role.measure for role in ROLES.values() if role.measure)
"""Measures, without side, that some role is told by."""


def side_by_measure(role: Role, measures: Mapping[str, float]) -> Side | None:
    """The side that has a role told by a measure; None where that can't be seen.

    measures: by full name, e.g. `arm_elevation.left`.
    """
    left, right = (measures.get(f"{role.measure}.{side}", float("nan")) for side in SIDES)
    if left == left and right == right:
        is_left = left >= right if role.larger else left < right
        return "left" if is_left else "right"
    seen: Side | None = "left" if left == left else "right" if right == right else None
    if seen is None or role.alone_from is None:
        return None
    beyond = measures[f"{role.measure}.{seen}"] >= role.alone_from
    return seen if beyond == role.larger else other(seen)
