"""What good form is: one exercise as data, read from a TOML file that a physiotherapist writes.

Every field's description is shown by `formcheck exercises --validate` beside an error, so it says
what to write, not how it is stored.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

ViewName = Literal["side", "front", "back", "three-quarter", "end-on"]
Text = Annotated[str, Field(min_length=1)]
Seconds = Annotated[float, Field(ge=0)]


class Part(BaseModel):
    """A part of an exercise file: unknown keys are errors, so that a typing slip is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Range(Part):
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


class Phases(Part):
    """What this exercise calls the four parts of a repetition; criteria use these words."""

    rest: Text = Field(default="start", description="between repetitions")
    out: Text = Field(default="going", description="on the way out")
    peak: Text = Field(default="hold", description="at the furthest point")
    back: Text = Field(default="returning", description="on the way back")

    def names(self) -> tuple[str, str, str, str]:
        """The four names in the order in which a repetition passes them."""
        return (self.rest, self.out, self.peak, self.back)

    @model_validator(mode="after")
    def _differ(self) -> Self:
        if len({*self.names(), "all"}) < 5:
            raise ValueError('the four phases need four names, and none may be "all"')
        return self


class Wave(Part):
    """A measure that goes out and back with each repetition."""

    measure: Text = Field(description="the measure that rises and falls with each repetition")
    direction: Literal["rises", "falls"] = Field(
        description="whether the measure rises or falls on the way out"
    )
    least_travel: float = Field(
        gt=0, description="the smallest movement that counts, in the measure's unit"
    )


class RepetitionRule(Wave):
    """What counts as one repetition."""

    usual_rest: float = Field(
        description="about where the measure rests; for still pictures only, never for counting"
    )
    usual_peak: float = Field(
        description="about where it is at the furthest point; for still pictures only"
    )
    hold_s: Seconds = Field(default=0.0, description="how long to hold the furthest point")
    held_when: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges of the furthest point, by which a set that begins there, "
        "already holding, is noticed",
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
    def usual_travel(self) -> float:
        """About how far the measure moves."""
        return abs(self.usual_peak - self.usual_rest)

    @model_validator(mode="after")
    def _points_the_right_way(self) -> Self:
        rises = self.usual_peak > self.usual_rest
        if rises != (self.direction == "rises"):
            raise ValueError("usual_peak lies on the wrong side of usual_rest for this direction")
        return self

    @model_validator(mode="after")
    def _stands_alone(self) -> Self:
        if self.or_by and (self.held_when or self.both_ways):
            raise ValueError("or_by can't be used together with held_when or both_ways")
        return self


class Dosage(Part):
    """How much, from the exercise's source."""

    reps: tuple[int, int] | None = Field(default=None, description="fewest and most, as [8, 12]")
    sets: int = Field(default=1, ge=1, description="how many sets")
    hold_s: tuple[Seconds, Seconds] | None = Field(default=None, description="as [3, 5]")
    days_per_week: int = Field(default=2, ge=1, le=7)
    note: str = Field(default="", description="anything else about how much")


class Condition(Part):
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
    source: Text = Field(description='where the number comes from; "engineering" if nowhere')

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The criterion's own condition and the further ones."""
        return (self, *self.also)


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


def check_limits(at_least: float | None, at_most: float | None) -> None:
    """Raise ValueError unless there is a limit and the two are in order."""
    if at_least is None and at_most is None:
        raise ValueError("needs at_least, at_most, or both")
    if at_least is not None and at_most is not None and at_least >= at_most:
        raise ValueError("at_least must be smaller than at_most")
