"""What good form asks for: a measure's limits in a phase, and the words where they are broken."""

from typing import Literal, Self

from pydantic import Field, model_validator

from formcheck.exercises.cited_source import Sources
from formcheck.exercises.file_part import FilePart, Seconds, Text, ViewName
from formcheck.exercises.range import Range, check_limits


class Condition(FilePart):
    """A measure's allowed range, and what to say when it is left."""

    measure: Text = Field(
        description='a measure and its side, for example "knee.working"; or "seconds" for how '
        "long the phase lasts"
    )
    at_least: float | None = Field(default=None, description="the lowest value that is right")
    at_most: float | None = Field(default=None, description="the highest value that is right")
    tolerance: float = Field(
        default=0.0, ge=0, description="how far beyond the limit is still let pass"
    )
    relative_to: Literal["start"] | None = Field(
        default=None, description='"start" to compare with the person\'s own start position'
    )
    judge: Literal["kept", "reached"] = Field(
        default="kept",
        description="kept: right all the time; reached: right at one moment of the phase",
    )
    unless: Range | None = Field(
        default=None, description="a measure range; while it holds, the condition is fulfilled"
    )
    views: tuple[ViewName, ...] = Field(
        default=(), description="the views it can be judged from, where not the exercise's own"
    )
    lasting_s: Seconds = Field(default=0.3, description="a fault is told when it lasts this long")
    may_be_unseen: bool = Field(
        default=False,
        description="true where a repetition may be called good although this could not be seen",
    )
    cue: str = Field(default="", description="what to say, at most six words")
    cue_below: str = Field(default="", description="what to say when the value is too low")
    cue_above: str = Field(default="", description="what to say when the value is too high")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        check_limits(self.at_least, self.at_most)
        if self.at_least is not None and not (self.cue or self.cue_below):
            raise ValueError("needs a cue, or cue_below, to say when the value is too low")
        if self.at_most is not None and not (self.cue or self.cue_above):
            raise ValueError("needs a cue, or cue_above, to say when the value is too high")
        return self

    def cue_for(self, *, too_low: bool) -> str:
        """The words for a value beyond the lower or the upper limit."""
        return (self.cue_below if too_low else self.cue_above) or self.cue


class Criterion(Condition):
    """One thing that good form asks for: a condition, and others that must hold with it."""

    id: Text = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description='for example "leg-straight"')
    title: Text = Field(description="what good form is, in a few words")
    during: Text = Field(description='the phase it is judged in, or "all"')
    also: tuple[Condition, ...] = Field(
        default=(), description="further conditions that must hold for the same criterion"
    )
    why: Text = Field(description="why it matters, in one sentence")
    source: Sources = Field(
        description='where the number comes from, by keys of sources; "engineering" if nowhere'
    )
    source_note: str = Field(
        default="", description="what the source says, or which of the numbers it gives"
    )

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The criterion's own condition and the further ones."""
        return (self, *self.also)
