"""A mistake in a file that people write: where it stands, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from formcheck.texts.message import Message, message

Place = tuple[int | str, ...]
"""The keys that lead to a part of a file; places in a list are counted from 0."""


@dataclass(frozen=True)
class Mistake:
    """One mistake.

    place: where it stands. said: what is wrong, and the remedy. rests_on: other places that it is
    told by; where something is wrong there, this may be none.
    """

    place: Place
    said: Message
    rests_on: tuple[Place, ...] = ()

    @property
    def message(self) -> Message:
        """Where, and what."""
        return message("mistake.at", place=place_text(self.place), said=self.said)

    def in_file(self, name: str) -> Message:
        """Where, and what, in a file of this name."""
        return message("mistake.in_file", file=name, mistake=self.message)

    def below(self, *place: int | str) -> "Mistake":
        """The same, of a part that stands at a place in the file."""
        rests_on = tuple((*place, *other) for other in self.rests_on)
        return replace(self, place=(*place, *self.place), rests_on=rests_on)


def place_text(place: Place) -> Message | str:
    """`criteria[2].measure`, counted from 1 as people do."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place]
    return "".join(parts).lstrip(".") or message("mistake.the_file")


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
