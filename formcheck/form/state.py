"""What one frame adds up to: the words in which form speaks to feedback and results."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from formcheck.measure.spine import BackCurve
from formcheck.pose.landmarks import Side


class Verdict(StrEnum):
    """Is it good form? `unknown` where it can't be seen; never good by default."""

    GOOD = "good"
    FAULT = "fault"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class CriterionState:
    """How one criterion stands at this moment.

    active: whether its phase is on, so that it is being judged now.
    verdict: now, debounced; `unknown` while not active or not visible.
    measure: the measure's name with the side that was judged, e.g. `knee.left`, so that it can be
        drawn at the right joints.
    value: the measure now, NaN where it can't be had, in `unit`.
    low, high: the allowed range in the measure's own terms (baseline added), None where open.
    cue: what to say while it is a fault, else the empty string.
    others: the allowed ranges of the criterion's other conditions, by their measures as the
        exercise names them; without those that are held against a start that isn't known yet.
    """

    id: str
    title: str
    active: bool
    verdict: Verdict
    measure: str
    value: float
    low: float | None
    high: float | None
    unit: str
    cue: str
    others: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)

    def beyond(self, value: float) -> float:
        """How far a value lies outside the range, in its unit; 0 inside."""
        below = 0.0 if self.low is None else self.low - value
        above = 0.0 if self.high is None else value - self.high
        return max(below, above, 0.0)


@dataclass(frozen=True)
class CountedSignal:
    """What repetitions are counted on.

    measure: its name in the exercise, e.g. `knee.working`. Where several measures may show the
        movement it is the one that does so most clearly as yet; it is kept for the set once a
        repetition has been counted.
    outward: this frame's value of every measure that it may be, by that name, turned so that it
        rises on the way out, in the measure's unit; NaN where it can't be had.
    """

    measure: str
    outward: Mapping[str, float]

    @property
    def value(self) -> float:
        """The value that is counted on; rises on the way out."""
        return self.outward[self.measure]


@dataclass(frozen=True)
class Repetition:
    """One finished repetition.

    number: from 1 within the set.
    side: the working side, None for exercises that work both sides at once.
    start_s, end_s: leaving and reaching the rest position.
    hold_s: time near the furthest point.
    counted_on: the measure that it was counted on, as the exercise names it.
    peak: measures at the furthest point, by name, each in its unit.
    verdict: a fault if any criterion was broken; good only if every one that must be seen is.
    verdicts: by criterion id; a criterion that could not be judged is `unknown`.
    faults: ids of the criteria that were broken, most important first.
    """

    number: int
    side: Side | None
    start_s: float
    end_s: float
    hold_s: float
    counted_on: str
    peak: Mapping[str, float]
    verdict: Verdict
    verdicts: Mapping[str, Verdict]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class SetUpProblem:
    """Something to put right before or during the set.

    id: `no-person`, `hidden`, `out-of-view`, `wrong-view`, `too-far`, `too-near`, `start-position`
        or `start-limits`.
    text: what is wrong and what to do, in plain words; names the unseen limb.
    """

    id: str
    text: str


@dataclass(frozen=True)
class SetUp:
    """Whether the person can be judged from here, and what to change where not."""

    verdict: Verdict
    problems: tuple[SetUpProblem, ...]


@dataclass(frozen=True)
class FormState:
    """The state of the set after one frame.

    time_s: the frame's time.
    pose_seen: whether a person was found and the joints that the exercise needs can be seen.
    view: the plane of the body that the camera sees: side, front, back, three-quarter, end-on
        or unknown.
    near_side: the side of the body nearer to the camera, None until known.
    working_side: the side that moves, None where both do or before it is known.
    phase: the part of the repetition, in the exercise's own words (e.g. `lowering`); None while
        the set has not begun or the person is out of position.
    in_set: whether repetitions are being counted now.
    repetitions, good_repetitions: finished so far.
    unclear_repetitions: of which neither good nor a fault could be said.
    hold_s: length of the hold under way, 0 outside a hold.
    counted: what repetitions are counted on.
    moved_too_little: whether the person has moved out and back in this set by less than a
        repetition needs.
    measures: every measure of this frame by full name, e.g. `knee.left`; NaN where it can't be had.
    errors: the standard error of a measure by the same name; see `Measures`.
    finished: the repetition that this frame completed, else None.
    advice: what to tell about a movement that should be avoided, for some seconds after it was
        seen; else the empty string.
    back: the edge of the back, None where the exercise doesn't ask for it or it can't be had.
    """

    time_s: float
    pose_seen: bool
    view: str
    near_side: Side | None
    working_side: Side | None
    phase: str | None
    in_set: bool
    repetitions: int
    good_repetitions: int
    hold_s: float
    counted: CountedSignal
    moved_too_little: bool
    measures: Mapping[str, float]
    criteria: tuple[CriterionState, ...]
    set_up: SetUp
    finished: Repetition | None
    advice: str = ""
    back: BackCurve | None = None
    errors: Mapping[str, float] = field(default_factory=dict)
    unclear_repetitions: int = 0
