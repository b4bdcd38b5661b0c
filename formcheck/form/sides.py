"""Which side of the body a criterion means: near, far, working, support, reaching."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from formcheck.errors import FormcheckError
from formcheck.exercises.range import Range
from formcheck.pose.landmarks import SIDES, Side, other

ROLES: Final = ("near", "far", "working", "support", "reaching", "lower", "left", "right")
"""near, far: towards and away from the camera. working: the side that moves. support: the other.
reaching: the side whose arm is raised higher. lower: the side that someone lies on."""

NEEDED: Final = {"reaching": "arm_elevation", "lower": "hip_height"}
"""Measures that a role is found by."""

RAISED = -45.0
"""Elevation of an arm, in degrees, from which it is no longer hanging down."""


class UnknownSideError(FormcheckError):
    """A side that no measure has."""


@dataclass(frozen=True)
class SideChoice:
    """The sides as far as they are known."""

    near: Side | None = None
    working: Side | None = None

    def full_name(self, name: str, measures: Mapping[str, float]) -> str:
        """`knee.working` as `knee.left`; the name as it is where it has no side or none is known.

        Raises UnknownSideError for a word that is none of ROLES.
        """
        measure, _, role = name.partition(".")
        if not role:
            return name
        side = self._side(role, measures)
        return name if side is None else f"{measure}.{side}"

    def value(self, name: str, measures: Mapping[str, float]) -> float:
        """The measure that a name with a role means; NaN where it can't be had."""
        return measures.get(self.full_name(name, measures), float("nan"))

    def _side(self, role: str, measures: Mapping[str, float]) -> Side | None:
        match role:
            case "left" | "right":
                return role
            case "near":
                return self.near
            case "far":
                return self.near and other(self.near)
            case "working":
                return self.working
            case "support":
                return self.working and other(self.working)
            case "reaching":
                return reaching_side(measures)
            case "lower":
                return lower_side(measures)
        raise UnknownSideError(f"there is no side {role!r}; there are: {', '.join(ROLES)}")


def all_hold(ranges: Iterable[Range], measures: Mapping[str, float], sides: SideChoice) -> bool:
    """Whether every range holds; one that can't be seen doesn't, unless it may be unseen."""
    return all(limit.contains(sides.value(limit.measure, measures)) for limit in ranges)


def reaching_side(measures: Mapping[str, float]) -> Side | None:
    """The side whose arm is raised higher; None where neither arm can be seen.

    Where only one arm can be seen and it is not raised, it is the other one that may be.
    """
    raised = {side: measures.get(f"arm_elevation.{side}", float("nan")) for side in SIDES}
    known = {side: value for side, value in raised.items() if value == value}
    if not known:
        return None
    highest = max(known, key=lambda side: known[side])
    if len(known) == 1 and known[highest] < RAISED:
        return other(highest)
    return highest


def lower_side(measures: Mapping[str, float]) -> Side | None:
    """The side whose hip is lower; None where a hip can't be seen."""
    left, right = (measures.get(f"hip_height.{side}", float("nan")) for side in SIDES)
    if left != left or right != right:
        return None
    return "left" if left < right else "right"


class SideVote:
    """The side that most frames named; left and right swap easily when seen from the side."""

    def __init__(self) -> None:
        self._votes: Counter[Side] = Counter()

    def add(self, side: Side | None) -> None:
        """Count one frame's side; None doesn't vote."""
        if side is not None:
            self._votes[side] += 1

    @property
    def winner(self) -> Side | None:
        """The side with the most votes, None before the first."""
        return self._votes.most_common(1)[0][0] if self._votes else None
