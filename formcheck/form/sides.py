"""Which side of the body a criterion means: near, far, working, support, reaching."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from formcheck.errors import FormcheckError
from formcheck.exercises.range import Range
from formcheck.form.roles import ROLES, side_by_measure
from formcheck.pose.landmarks import Side, other
from formcheck.texts.message import message


class UnknownSideError(FormcheckError):
    """A side that no measure has."""


@dataclass(frozen=True)
class SideChoice:
    """The sides as far as they are known. sure: whether no other side may be the working one."""

    near: Side | None = None
    working: Side | None = None
    sure: bool = True

    @property
    def swapped(self) -> "SideChoice":
        """The same with the other side working."""
        return replace(self, working=self.working and other(self.working))

    def full_name(self, name: str, measures: Mapping[str, float]) -> str:
        """`knee.working` as `knee.left`; the name as it is where it has no side or none is known.

        Raises UnknownSideError for a word that is none of ROLES.
        """
        measure, role = _measure_and_role(name)
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
        if role in ROLES:
            return side_by_measure(ROLES[role], measures)
        raise UnknownSideError(message("error.side", role=role, known=", ".join(ROLES)))


@cache
def _measure_and_role(name: str) -> tuple[str, str]:
    measure, _, role = name.partition(".")
    return measure, role


def all_hold(ranges: Iterable[Range], measures: Mapping[str, float], sides: SideChoice) -> bool:
    """Whether every range holds; one that can't be seen doesn't, unless it may be unseen."""
    return all(limit.contains(sides.value(limit.measure, measures)) for limit in ranges)


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
