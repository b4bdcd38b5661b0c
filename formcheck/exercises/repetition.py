"""What counts as one repetition, and what its parts are called."""

from collections.abc import Iterator
from math import inf
from typing import Literal

from pydantic import Field

from formcheck.exercises.file_part import FilePart, Seconds, Text
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.range import Range
from formcheck.texts.message import message

Direction = Literal["rises", "falls"]
"""Of a measure, on the way out."""


LONG_HOLD_S = 10.0
"""From this on holding is what an exercise is about: in the sources, holds that end a movement last
5 s at most, those that are the exercise 10 s at least."""


class Phases(FilePart):
    """What this exercise calls the four parts of a repetition; criteria use these words."""

    rest: Text = Field(default="start", description="between repetitions")
    out: Text = Field(default="going", description="on the way out")
    peak: Text = Field(default="hold", description="at the furthest point")
    back: Text = Field(default="returning", description="on the way back")

    def names(self) -> tuple[str, str, str, str]:
        """The four names in the order in which a repetition passes them."""
        return (self.rest, self.out, self.peak, self.back)

    def mistakes(self) -> Iterator[Mistake]:
        """Phases that can't be told apart by name."""
        if len({*self.names(), "all"}) < 5:
            yield Mistake((), message("mistake.phases"))


class Wave(FilePart):
    """A measure that goes out and back with each repetition."""

    measure: Text = Field(description="the measure that rises and falls with each repetition")
    direction: Direction = Field(description="whether the measure rises or falls on the way out")
    least_travel: float = Field(
        gt=0, description="the smallest movement that counts, in the measure's unit"
    )


class RepetitionRule(Wave):
    """What counts as one repetition."""

    usual_rest: float = Field(
        description="about where the measure rests; a guess for when no rest was seen: in a still "
        "picture, in a set that begins with the hold, and for recognising it without a signature"
    )
    usual_peak: float = Field(
        description="about where it is at the furthest point; used as usual_rest is"
    )
    hold_s: Seconds = Field(default=0.0, description="how long to hold the furthest point")
    least_hold_s: Seconds = Field(
        default=0.0,
        description="where nothing but holding is the exercise: out and back within 2.5 seconds "
        "with a stop shorter than this, or within 3.5 with hardly one, is getting ready and no "
        "repetition",
    )
    held_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges of the furthest point, by which a set that begins there, "
        "already holding, is noticed",
    )
    rest_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges of what seems held from the start and may be rest as well, as "
        "lying on the forearms is; so it was where the movement goes on from there",
    )
    no_rest_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges that nobody rests in, as with the hips high in the air; within "
        "any of them it is held, though what held_when asks for can't be seen",
    )
    begun_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges of the furthest point, where the way back is a whole movement "
        "by itself, as a lift from the floor is; a set that begins within them begins with one",
    )
    done_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges of the furthest point outside which it is another movement "
        "that shows in the same measure, and no repetition",
    )
    most_moved: float = Field(
        default=0.7,
        gt=0,
        description="trunk lengths that the hips may be away at its end from where they were at "
        "its beginning; who moved further has walked. 0.7 is a third of a metre, half a step",
    )
    both_ways: bool = Field(
        default=False,
        description="true where the movement passes the start position both ways, as rounding and "
        "arching do; one repetition is then both",
    )
    or_by: tuple[Wave, ...] = Field(
        default=(),
        description="other measures that may show a small movement more clearly; whichever shows "
        "the first repetition of a set best counts that set",
    )

    @property
    def is_long_hold(self) -> bool:
        """Whether holding is what it is about, and a short stop is no repetition."""
        return self.hold_s >= LONG_HOLD_S

    @property
    def usual_travel(self) -> float:
        """About how far the measure moves."""
        return abs(self.usual_peak - self.usual_rest)

    @property
    def usual_ends(self) -> tuple[float, float]:
        """Usual rest and furthest point, signed so that the measure rises on the way out."""
        sign = 1.0 if self.direction == "rises" else -1.0
        return sign * self.usual_rest, sign * self.usual_peak

    @property
    def held_from(self) -> float:
        """Where its own measure, signed so too, shows that a long hold isn't over; infinite where
        it never does.
        """
        if not self.is_long_hold:
            return inf
        own = [one for one in self.held_when if one.measure == self.measure]
        rising = self.direction == "rises"
        levels = [one.at_least if rising else one.at_most for one in own]
        signed = [one if rising else -one for one in levels if one is not None]
        return max(signed, default=inf)

    def mistakes(self) -> Iterator[Mistake]:
        """A movement that goes the wrong way, and ways of counting that exclude each other."""
        rises = self.usual_peak > self.usual_rest
        if rises != (self.direction == "rises"):
            yield Mistake(
                ("usual_peak",),
                message(f"mistake.peak_that_{self.direction}"),
                (("usual_rest",), ("direction",)),
            )
        if self.or_by and (self.held_when or self.begun_when or self.both_ways):
            said = message("mistake.or_by")
            yield Mistake(("or_by",), said, (("held_when",), ("both_ways",)))
