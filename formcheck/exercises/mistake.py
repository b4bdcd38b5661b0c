"""A mistake in a file that people write: where it stands, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

Place = tuple[int | str, ...]
"""The keys that lead to a part of a file; places in a list are counted from 0."""


@dataclass(frozen=True)
class Mistake:
    """One mistake.

    place: where it stands. said: what is wrong, and the remedy. rests_on: other places that it is
    told by; where something is wrong there, this may be none.
    """

    place: Place
    said: str
    rests_on: tuple[Place, ...] = ()

    def __str__(self) -> str:
        return f"{place_text(self.place)}: {self.said}"

    def below(self, *place: int | str) -> "Mistake":
        """The same, of a part that stands at a place in the file."""
        rests_on = tuple((*place, *other) for other in self.rests_on)
        return replace(self, place=(*place, *self.place), rests_on=rests_on)


def place_text(place: Place) -> str:
    """`criteria[2].measure`, counted from 1 as people do."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place]
    return "".join(parts).lstrip(".") or "the file"


def beyond(told: Iterable[Mistake], found: Iterable[Mistake]) -> Iterator[Mistake]:
    """What was found besides what was told, and doesn't follow from that."""
    places = [mistake.place for mistake in told]
    for mistake in found:
        touched = (mistake.place, *mistake.rests_on)
        if not any(_touch(one, place) for one in touched for place in places):
            yield mistake


def _touch(one: Place, other: Place) -> bool:
    """Whether one of them is the other, or holds it."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
