"""What good form is: one exercise as data, read from a TOML file that a physiotherapist writes.

Every field's description is shown by `formcheck exercises --validate` beside an error, so it says
what to write, not how it is stored.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.part import Part, Seconds, Text, ViewName
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import Phases, RepetitionRule


class StartPosition(Part):
    """A named posture that several exercises begin from, as a set of ranges.

    ranges: all of them hold when a person is in the position.
    """

    title: Text = Field(description='how to name it to a person, for example "on all fours"')
    ranges: tuple[Range, ...] = Field(min_length=1, description="one or more measure ranges")


class Camera(Part):
    """Where the camera must be for the criteria to be visible."""

    view: ViewName = Field(description="side, front, back or three-quarter")
    place: Text = Field(description="where to put the camera, in one plain sentence")
    also: tuple[ViewName, ...] = Field(
        default=(), description="other views from which it can be judged as well"
    )
    joints: tuple[str, ...] = Field(
        default=("shoulder", "elbow", "wrist", "hip", "knee", "ankle"),
        description="the joints that must be in the picture",
    )

    @property
    def views(self) -> tuple[ViewName, ...]:
        """Every view from which the exercise can be judged."""
        return (self.view, *self.also)


class Start(Part):
    """The position that a set begins from."""

    position: Text = Field(description='the name of a start position, for example "all-fours"')


class Sides(Part):
    """Whether one side works at a time."""

    pattern: Literal["none", "each", "alternating"] = Field(
        default="none",
        description="none: both sides at once; each: one side, then the other; alternating",
    )
    both_move: str = Field(
        default="",
        description="where both sides move out: the measure that is larger on the working side, "
        'for example "knee", as the working leg is the straighter one',
    )
    planted: Literal["", "knee"] = Field(
        default="",
        description='"knee" where the knee of the other side never leaves its place on the floor',
    )


class Dosage(Part):
    """How much, from the exercise's source."""

    reps: tuple[int, int] | None = Field(default=None, description="fewest and most, as [8, 12]")
    sets: int = Field(default=1, ge=1, description="how many sets")
    hold_s: tuple[Seconds, Seconds] | None = Field(default=None, description="as [3, 5]")
    days_per_week: int = Field(default=2, ge=1, le=7)
    note: str = Field(default="", description="anything else about how much")


class Recognition(Part):
    """How a movement that should be avoided is noticed, whatever exercise is being done."""

    ranges: tuple[Range, ...] = Field(
        min_length=1, description="measure ranges that hold together during the movement"
    )
    between: str = Field(
        default="", description="a start position that it begins from and returns to, if any"
    )
    lasting_s: Seconds = Field(default=0.5, description="how long the ranges must hold")
    not_during: tuple[str, ...] = Field(
        default=(), description="ids of exercises that have their own words for it"
    )
    advice: Text = Field(description="what to tell the person, kindly, in one or two sentences")
    alternative: Text = Field(description="the id of an exercise that does the same good")


class LooksLike(Part):
    """How the exercise is told from others in a recording that nobody has named.

    Typical ranges, wider than what is right: a fault must not make it another exercise. The start
    position and the posture count as well and need not be said again.
    """

    rest: tuple[Range, ...] = Field(
        default=(), description="measure ranges at rest, besides the start position's"
    )
    peak: tuple[Range, ...] = Field(
        default=(), description="measure ranges at the furthest point of a repetition"
    )
    change: tuple[Range, ...] = Field(
        default=(), description="how far measures move from rest to the furthest point"
    )
    still: Literal["rest", "peak"] | None = Field(
        default=None,
        description="the position that is enough to recognise it by, kept without a repetition",
    )


class Exercise(Part):
    """One exercise, posture, or movement to avoid."""

    id: Text = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description='for example "bird-dog"')
    title: Text = Field(description="its usual name")
    kind: Literal["exercise", "posture", "avoid"] = Field(description="which of the three it is")
    steps: tuple[Text, ...] = Field(min_length=1, description="what to do, in short steps")
    why: Text = Field(description="what it is good for, in one or two sentences")
    cautions: tuple[Text, ...] = Field(default=(), description="when to be careful or stop")
    source: Text = Field(description="where the exercise comes from")
    camera: Camera
    start: Start
    posture: tuple[Range, ...] = Field(
        min_length=1,
        description="wide ranges that hold all through the set: outside them nothing is counted",
    )
    sides: Sides = Sides()
    phases: Phases = Phases()
    repetition: RepetitionRule
    dosage: Dosage
    criteria: tuple[Criterion, ...] = Field(default=(), description="one or more criteria")
    recognised: Recognition | None = Field(
        default=None, description="for movements to avoid: how they are noticed"
    )
    looks_like: LooksLike = LooksLike()

    def views_of(self, condition: Condition) -> tuple[ViewName, ...]:
        """The views that a condition can be judged from."""
        return condition.views or self.camera.views

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        phases = ("all", *self.phases.names())
        ids = [criterion.id for criterion in self.criteria]
        if (self.kind == "avoid") != (self.recognised is not None):
            raise ValueError('a movement to avoid, and only one, has a part "recognised"')
        if self.kind != "avoid" and not self.criteria:
            raise ValueError("needs one or more criteria")
        for criterion in self.criteria:
            if criterion.during not in phases:
                raise ValueError(
                    f"criterion {criterion.id}: there is no phase {criterion.during!r}; "
                    f"this exercise has {', '.join(phases)}"
                )
            if ids.count(criterion.id) > 1:
                raise ValueError(f"criterion {criterion.id} is there more than once")
        return self
