"""A measure and where it may lie."""

from typing import Self

from pydantic import Field, model_validator

from formcheck.exercises.file_part import FilePart, Text


class Range(FilePart):
    """A measure and where it may lie."""

    measure: Text = Field(description='a measure and its side, for example "knee.near"')
    at_least: float | None = Field(default=None, description="the lowest value that is right")
    at_most: float | None = Field(default=None, description="the highest value that is right")
    may_be_unseen: bool = Field(
        default=False, description="true where it counts as kept while it can't be seen"
    )
    problem: str = Field(
        default="", description='what to say when it is not, for example "Bend your knees"'
    )

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        check_limits(self.at_least, self.at_most)
        return self

    def contains(self, value: float) -> bool:
        """Whether a value lies in the range; NaN only does where it may be unseen."""
        if value != value:
            return self.may_be_unseen
        above = self.at_least is None or value >= self.at_least
        below = self.at_most is None or value <= self.at_most
        return above and below


def check_limits(at_least: float | None, at_most: float | None) -> None:
    """Raise ValueError unless there is a limit and the two are in order."""
    if at_least is None and at_most is None:
        raise ValueError("needs at_least, at_most, or both")
    if at_least is not None and at_most is not None and at_least >= at_most:
        raise ValueError("at_least must be smaller than at_most")
