"""Which side of the body a criterion means: near, far, working, support, reaching."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from formcheck.errors import FormcheckError
from formcheck.exercises.range import Range
from formcheck.form.roles import ROLES, side_by_measure
from formcheck.measure.measure_name import name_and_role
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
        known = _name_of_side(name, self.near, self.working)
        if known is not None:
            return known
        measure, role = name_and_role(name)
        side = side_by_measure(ROLES[role], measures)
        return name if side is None else f"{measure}.{side}"

    def value(self, name: str, measures: Mapping[str, float]) -> float:
        """The measure that a name with a role means; NaN where it can't be had."""
        return measures.get(self.full_name(name, measures), float("nan"))


@cache
def _name_of_side(name: str, near: Side | None, working: Side | None) -> str | None:
    """The full name; None where a measure tells which side is meant."""
    measure, role = name_and_role(name)
    match role:
        case "" | "left" | "right":
            return name
        case "near":
            side = near
        case "far":
            side = near and other(near)
        case "working":
            side = working
        case "support":
            side = working and other(working)
        case _ if role in ROLES:
            return None
        case _:
            raise UnknownSideError(message("error.side", role=role, known=", ".join(ROLES)))
    return name if side is None else f"{measure}.{side}"


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
