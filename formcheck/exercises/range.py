"""A measure and where it may lie."""

from collections.abc import Iterator

from pydantic import Field

from formcheck.exercises.file_part import FilePart, Text
from formcheck.exercises.mistake import Mistake
from formcheck.texts.message import message


class Range(FilePart):
    """A measure and where it may lie."""

    measure: Text = Field(description='a measure and its side, for example "knee.near"')
    at_least: float | None = Field(default=None, description="the lowest value that is right")
    at_most: float | None = Field(default=None, description="the highest value that is right")
    may_be_unseen: bool = Field(
        default=False, description="true where it counts as kept while it can't be seen"
    )
    must_be_seen: bool = Field(
        default=False,
        description="true where it alone tells an exercise from another movement, so that it is "
        "not recognised where no repetition shows it",
    )
    problem: str = Field(
        default="", description='what to say when it is not, for example "Bend your knees"'
    )

    def mistakes(self) -> Iterator[Mistake]:
        """No limit, or two the wrong way round."""
        yield from limit_mistakes(self.at_least, self.at_most)

    def contains(self, value: float) -> bool:
        """Whether a value lies in the range; NaN only does where it may be unseen."""
        if value != value:
            return self.may_be_unseen
        above = self.at_least is None or value >= self.at_least
        below = self.at_most is None or value <= self.at_most
        return above and below

    def beyond(self, value: float) -> float:
        """How far a value is outside the range; 0 inside, and where it can't be seen."""
        below = 0.0 if self.at_least is None else self.at_least - value
        above = 0.0 if self.at_most is None else value - self.at_most
        return max(0.0, below, above)


def limit_mistakes(at_least: float | None, at_most: float | None) -> Iterator[Mistake]:
    """No limit, or two the wrong way round."""
    if at_least is None and at_most is None:
        yield Mistake((), message("mistake.no_limit"))
    if at_least is not None and at_most is not None and at_least >= at_most:
        yield Mistake(("at_least",), message("mistake.limits"), (("at_most",),))
