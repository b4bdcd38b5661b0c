"""What good form asks for: a measure's limits in a phase, and the words where they are broken."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from formcheck.exercises.cited_source import Sources
from formcheck.exercises.file_part import FilePart, Id, Seconds, Text, ViewName
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.range import Range, limit_mistakes
from formcheck.texts.message import message


class Condition(FilePart):
    """A measure's allowed range, and what to say when it is left."""

    measure: Text = Field(
        description='a measure and its side, for example "knee.working"; or "seconds" for how '
        "long the phase lasts"
    )
    at_least: float | None = Field(default=None, description="the lowest value that is right")
    at_most: float | None = Field(default=None, description="the highest value that is right")
    during: str = Field(
        default="", description="the phase it is judged in, where not the criterion's own"
    )
    tolerance: float = Field(
        default=0.0,
        ge=0,
        description="how far beyond the limit a fault is told, as measured in this exercise; 0 "
        "to go by what the measure says of its error",
    )
    relative_to: Literal["start"] | None = Field(
        default=None, description='"start" to compare with the person\'s own start position'
    )
    start_at_least: float | None = Field(
        default=None,
        description="with relative_to: the lowest value of the start itself, before anything is "
        "compared with it",
    )
    start_at_most: float | None = Field(
        default=None, description="with relative_to: the highest value of the start itself"
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
    start_cue: str = Field(
        default="", description="what to say when the start is beyond its limits, if not the cue"
    )

    def mistakes(self) -> Iterator[Mistake]:
        """Limits that don't go together, or that can be broken without a word."""
        yield from limit_mistakes(self.at_least, self.at_most)
        for limit, cue, how in (("at_least", "cue_below", "low"), ("at_most", "cue_above", "high")):
            if getattr(self, limit) is not None and not (self.cue or getattr(self, cue)):
                said = message(f"mistake.cue_{how}", cue=cue)
                yield Mistake((cue,), said, (("cue",), (limit,)))
        for limit in ("start_at_least", "start_at_most"):
            if getattr(self, limit) is not None and self.relative_to is None:
                said = message("mistake.no_start")
                yield Mistake((limit,), said, ((limit,),))
        low, high = self.start_at_least, self.start_at_most
        if low is not None and high is not None and low >= high:
            said = message("mistake.start_limits")
            yield Mistake(("start_at_least",), said, (("start_at_least",),))

    def cue_for(self, *, too_low: bool) -> str:
        """The words for a value beyond the lower or the upper limit."""
        return (self.cue_below if too_low else self.cue_above) or self.cue


class Criterion(Condition):
    """One thing that good form asks for: a condition, and others that must hold with it."""

    id: Id = Field(description='for example "leg-straight"')
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

    def phase_of(self, condition: Condition) -> str:
        """The phase that one of the conditions is judged in, or "all"."""
        return condition.during or self.during
