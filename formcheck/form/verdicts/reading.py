"""What one frame says of a condition: a value, its error, and the evidence that they are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from formcheck.exercises.criterion import Condition
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.evidence import DEFAULTS as EVIDENCE
from formcheck.form.verdicts.evidence import Evidence
from formcheck.form.verdicts.judgement import Excuse
from formcheck.form.verdicts.limits import Limits
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.form.vocabulary import SECONDS, unit_of

NAN = float("nan")


@dataclass(frozen=True)
class ReadingSettings:
    """What can be read of a measure."""

    most_excess: float = 25.0
    """Standard error, in the measure's unit, that a view may add to a measure: with more than so
    many degrees it shows nothing of it. The errors are no bell there, since a limb is taken for
    the other one, or for pointing the other way: arms and legs of people seen from half-way to the
    front were told to point 50 to 180 degrees off, which is 1.3 to 4 of those standard errors."""


DEFAULTS = ReadingSettings()


@dataclass(frozen=True)
class Reading:
    """A condition in one frame.

    value: its measure; where the condition's `unless` holds, brought into the limits, since all is
        well then. error: the value's standard error as it is compared; NaN where it is excused.
    too_low: whether the value is below the range.
    excused: whether `unless` held, so that the value says nothing.
    excuse: of `unless`, where the evidence is that for it: the value is further out than it is
        unsure whether `unless` holds.
    """

    time_s: float
    value: float
    error: float
    evidence: Evidence
    too_low: bool
    excused: bool = False
    excuse: Excuse | None = None

    @property
    def excess(self) -> float:
        """What of the error doesn't belong to the exercise's own view."""
        return self.evidence.doubt * self.error

    @property
    def inside(self) -> float:
        """Standard errors from the nearer limit, negative outside: what readings are ordered by."""
        return self.evidence.nearer


def read(
    condition: Condition, frame: MeasuredFrame, sides: SideChoice, bounds: Limits
) -> Reading | None:
    """What a frame says of a condition; None where it can't be seen."""
    value, excess, own_error = _seen(condition.measure, frame, sides)
    error = bounds.error(excess, own_error)
    own = bounds.evidence(value, error, excess)
    reading = Reading(frame.time_s, value, error, own, bounds.is_below(value))
    unless = condition.unless
    if unless is None:
        return reading if value == value else None
    other, *other_errors = _seen(unless.measure, frame, sides)
    if other != other and value == value:
        return replace(reading, evidence=_unless_it_is_excused(own))
    if other != other:
        return None
    asked = Limits(unless.at_least, unless.at_most, 0.0, unit_of(unless.measure).resolution)
    other_error = asked.error(*other_errors)
    excuse = asked.evidence(other, other_error, other_errors[0])
    unseen = value != value
    if unless.contains(other) and (unseen or excuse.nearer > own.nearer):
        value = bounds.nearest(value)
        return Reading(frame.time_s, value, NAN, excuse, too_low=False, excused=True)
    if unseen:
        return None
    if excuse.nearer <= own.nearer:
        return reading
    # Not quite excused: nothing can be told against it, and it is not good by itself.
    return replace(reading, evidence=excuse, excuse=Excuse(other, other_error))


def _unless_it_is_excused(own: Evidence) -> Evidence:
    """The evidence where nobody knows whether `unless` holds.

    What is inside is right either way; against what is outside nothing can be told.
    """
    return replace(own, nearer=max(own.nearer, -EVIDENCE.fault_beyond))


def can_be_read(
    condition: Condition, frame: MeasuredFrame, sides: SideChoice, views: Collection[str]
) -> bool:
    """Whether a frame can be judged by: seen from one of these views, or with a known error.

    From half-way to the front the error says how much can be told, where it is known.
    """
    if frame.seen_from(views):
        return True
    beside = frame.in_posture and not condition.views
    if condition.measure == SECONDS:
        return beside and bool(frame.beside)
    return beside and sides.full_name(condition.measure, frame.measures) in frame.beside


def is_excused(condition: Condition, measures: Mapping[str, float], sides: SideChoice) -> bool:
    """Whether the range of `unless` holds, so that the condition asks for nothing."""
    unless = condition.unless
    if unless is None:
        return False
    value = sides.value(unless.measure, measures)
    return value == value and unless.contains(value)


def _seen(
    name: str,
    frame: MeasuredFrame,
    sides: SideChoice,
    settings: ReadingSettings = DEFAULTS,
) -> tuple[float, float, float]:
    """A measure's value, and the two parts of its error; see `MeasuredFrame`."""
    full = sides.full_name(name, frame.measures)
    excess = frame.excess.get(full, 0.0)
    value = frame.measures.get(full, NAN) if excess <= settings.most_excess else NAN
    return value, excess, frame.own.get(full, 0.0)
