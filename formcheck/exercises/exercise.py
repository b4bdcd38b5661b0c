"""What good form is: one exercise as data, read from a TOML file that a physiotherapist writes.

Every field's description is shown by `formcheck exercises --validate` beside an error, so it says
what to write, not how it is stored.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, Self

from pydantic import Field, PrivateAttr

from formcheck.exercises.avoid_rule import AvoidRule
from formcheck.exercises.cited_source import Sources
from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.file_part import FilePart, Id, JointName, Text, ViewName
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.range import Range
from formcheck.exercises.repetition import Phases, RepetitionRule
from formcheck.exercises.signature import Signature
from formcheck.exercises.span import CountSpan, SecondsSpan, largest_first
from formcheck.exercises.start_position import NamedPosition
from formcheck.exercises.translatable import Translatable
from formcheck.texts.message import message

SidePattern = Literal["none", "each", "alternating"]
"""Both sides at once; one side, then the other; in turn."""


class CameraPlacement(FilePart):
    """Where the camera must be for the criteria to be visible."""

    view: ViewName = Field(description="side, front, back or three-quarter")
    place: Text = Field(description="where to put the camera, in one plain sentence")
    also: tuple[ViewName, ...] = Field(
        default=(), description="other views from which it can be judged as well"
    )
    joints: tuple[JointName, ...] = Field(
        default=("shoulder", "elbow", "wrist", "hip", "knee", "ankle"),
        description="the joints that must be in the picture",
    )

    @property
    def views(self) -> tuple[ViewName, ...]:
        """Every view from which the exercise can be judged."""
        return (self.view, *self.also)

    def is_elsewhere(self, view: str) -> bool:
        """Whether somebody seen so can't be judged; not where nobody knows how they are seen."""
        return view not in (*self.views, "unknown")


class Start(FilePart):
    """The position that a set begins from."""

    position: NamedPosition = Field(
        description='the name of a start position, for example "all-fours"'
    )
    left_in: NamedPosition | None = Field(
        default=None,
        description="for a posture: the start position in which it is given up, for example "
        '"standing" for who stands up from a chair',
    )


class Sides(FilePart):
    """Whether one side works at a time."""

    pattern: SidePattern = Field(
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


class Dosage(FilePart):
    """How much, from the exercise's source."""

    reps: CountSpan | None = Field(default=None, description="fewest and most, as [8, 12]")
    sets: int = Field(default=1, ge=1, le=100, description="how many sets")
    hold_s: SecondsSpan | None = Field(default=None, description="as [3, 5]")
    days_per_week: int = Field(default=2, ge=1, le=7, description="on how many days of a week")
    note: str = Field(default="", description="anything else about how much")

    def mistakes(self) -> Iterator[Mistake]:
        """The larger number first."""
        for key, span in (("reps", self.reps), ("hold_s", self.hold_s)):
            if largest_first(span):
                yield Mistake((key,), message("mistake.smaller_first"))


class Exercise(Translatable):
    """One exercise, posture, or movement to avoid.

    Once it was read it has everything that its file speaks of: the start position itself, the
    sources, its translations, and the movements to avoid that are watched for meanwhile.
    """

    id: Id = Field(description='for example "bird-dog"')
    title: Text = Field(description="its usual name")
    kind: Literal["exercise", "posture", "avoid"] = Field(description="exercise, posture or avoid")
    steps: tuple[Text, ...] = Field(min_length=1, description="what to do, in short steps")
    why: Text = Field(description="what it is good for, in one or two sentences")
    cautions: tuple[Text, ...] = Field(default=(), description="when to be careful or stop")
    source: Sources = Field(description="where the exercise comes from, by keys of sources")
    source_note: str = Field(default="", description="what the source says of it")
    camera: CameraPlacement
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
    recognised: AvoidRule | None = Field(
        default=None, description="for movements to avoid: how they are noticed"
    )
    signature: Signature = Signature()
    at_the_desk: bool = Field(
        default=False, description="true for the posture that `formcheck desk` watches"
    )
    _avoided: tuple["Exercise", ...] = PrivateAttr(default=())

    @property
    def asks_to_hold(self) -> bool:
        """Whether anything is to be held in it; else how long somebody stopped says nothing."""
        return self.repetition.hold_s > 0 or self.dosage.hold_s is not None

    @property
    def avoided(self) -> tuple["Exercise", ...]:
        """The movements to avoid that are watched for while this exercise is done."""
        return self._avoided

    def with_avoided(self, movements: Iterable["Exercise"]) -> Self:
        """The same, with other movements to watch for."""
        copy = self.model_copy()
        copy._avoided = tuple(movements)
        return copy

    def views_of(self, condition: Condition) -> tuple[ViewName, ...]:
        """The views that a condition can be judged from."""
        return condition.views or self.camera.views

    def mistakes(self) -> Iterator[Mistake]:
        """Parts that don't belong to this kind, and criteria that don't belong together."""
        kind = (("kind",),)
        if (self.kind == "avoid") != (self.recognised is not None):
            said = message("mistake.recognised")
            yield Mistake(("recognised",), said, kind)
        if self.at_the_desk and self.kind != "posture":
            yield Mistake(("at_the_desk",), message("mistake.at_the_desk"), kind)
        if self.kind != "avoid" and not self.criteria:
            yield Mistake(("criteria",), message("mistake.no_criteria"), kind)
        phases = ("all", *self.phases.names())
        ids = [criterion.id for criterion in self.criteria]
        for number, criterion in enumerate(self.criteria):
            place = ("criteria", number)
            places = (place, *((*place, "also", more) for more in range(len(criterion.also))))
            for of, condition in zip(places, criterion.conditions, strict=True):
                phase = criterion.phase_of(condition)
                if phase not in phases:
                    said = message("mistake.phase", phase=phase, known=", ".join(phases))
                    yield Mistake((*of, "during"), said, (("phases",),))
            if criterion.id in ids[:number]:
                said = message("mistake.criterion_twice", id=criterion.id)
                yield Mistake((*place, "id"), said)
