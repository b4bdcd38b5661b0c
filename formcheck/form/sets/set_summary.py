"""What a set adds up to: each criterion over all its repetitions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions.unseen_end import LeftPicture
from formcheck.form.state import Repetition, SetUp, Verdict
from formcheck.form.verdicts.judgement import NOTHING, Judgement, deciding


@dataclass(frozen=True)
class CriterionTotal:
    """One criterion over the set.

    judgement: the one that decides, of all that were made; NOTHING where none was.
    judged_s, fault_s: time in its phase that could be judged, and time of it out of the range.
    """

    criterion: Criterion
    judgement: Judgement
    judged_s: float
    fault_s: float

    @property
    def verdict(self) -> Verdict:
        """That of the judgement that decides."""
        return self.judgement.verdict

    @property
    def found(self) -> float:
        """The value that the verdict rests on; NaN where nothing was seen."""
        return self.judgement.found

    @property
    def error(self) -> float:
        """The standard error of the value; NaN where nobody knows it."""
        return self.judgement.error

    @property
    def worst(self) -> float:
        """The value furthest out in a single frame of those from which `found` is."""
        return self.judgement.worst

    @property
    def condition(self) -> Condition:
        """The one of the criterion's conditions that the value is about."""
        return self.judgement.condition or self.criterion

    @property
    def cue(self) -> str:
        """What to say about the fault; empty without one."""
        if self.verdict is not Verdict.FAULT or self.judgement.too_low is None:
            return ""
        return self.condition.cue_for(too_low=self.judgement.too_low)


@dataclass(frozen=True)
class SetSummary:
    """A whole set, as a checker's `finish` answers.

    exercise: what it was judged as. repetitions: in order. criteria: each over the whole set, in
        the order of the exercise. verdict: a fault if any criterion was broken; good only if every
        one that must be seen was seen and is, and enough was done to tell.
    hold_s: time held over all repetitions, the unfinished one included.
    view: the view that prevailed. frames, frames_with_pose, frames_judged: frames in all, with a
        person, and with the needed joints in view.
    avoid: ids of movements that were seen and should be avoided.
    set_up: as it was when the set began, or, where it never did, as it mostly was.
    moved_too_little: whether there was a movement out and back that was too small to be counted.
    too_few_pictures: whether a repetition was seen in too few of them to be judged, so that others
        may have been missed.
    left_picture: what left the picture, for each repetition whose end was outside it.

    Lengths of time are NaN where nobody knows them (see without_seconds.py).
    """

    exercise: Exercise
    repetitions: tuple[Repetition, ...]
    criteria: tuple[CriterionTotal, ...]
    hold_s: float
    verdict: Verdict
    view: str
    set_up: SetUp
    frames: int
    frames_with_pose: int
    frames_judged: int
    avoid: tuple[str, ...] = ()
    moved_too_little: bool = False
    left_picture: tuple[LeftPicture, ...] = ()
    too_few_pictures: bool = False

    @property
    def good_repetitions(self) -> int:
        """Repetitions with a verdict of good."""
        return sum(1 for repetition in self.repetitions if repetition.verdict is Verdict.GOOD)

    @property
    def shows_enough(self) -> bool:
        """Whether enough was done, and seen, to call it good.

        That takes a repetition, or some of a hold that is asked for; the posture that is watched
        at a desk is kept and never done.
        """
        if self.too_few_pictures or self.left_picture:
            return False
        held = self.exercise.asks_to_hold and self.hold_s != 0
        return bool(self.repetitions) or held or self.exercise.at_the_desk

    @property
    def seen_hold_s(self) -> float | None:
        """`hold_s` as far as it was seen; None where holds were made and none of them was."""
        if isfinite(self.hold_s):
            return self.hold_s
        seen = [one.hold_s for one in self.repetitions if isfinite(one.hold_s)]
        return sum(seen) if seen else None


def good_only_if_enough(summary: SetSummary) -> SetSummary:
    """The same set; of a piece of a movement nobody can say that it was done well."""
    if summary.verdict is Verdict.GOOD and not summary.shows_enough:
        return replace(summary, verdict=Verdict.UNKNOWN)
    return summary


class CriterionTally:
    """Adds up judgements of one criterion; state over the set."""

    def __init__(self, criterion: Criterion) -> None:
        self.criterion = criterion
        self._judged_s = self._fault_s = 0.0
        self._moved = False
        self._deciding = self._at_rest = NOTHING

    def add(self, judgement: Judgement) -> None:
        """Take in the judgement of one phase."""
        self._moved = True
        self._add_times(judgement)
        self._deciding = deciding((self._deciding, judgement))

    def add_rest(self, judgement: Judgement) -> None:
        """Take in what is said of a rest about a phase that is none."""
        self._add_times(judgement)
        self._at_rest = deciding((self._at_rest, judgement))

    def total(self) -> CriterionTotal:
        """The sum so far: right at rest says nothing of movements that weren't seen."""
        unseen = self._moved and not self._deciding.seen
        at_rest = NOTHING if unseen and self._at_rest.verdict is Verdict.GOOD else self._at_rest
        told = deciding((self._deciding, at_rest))
        return CriterionTotal(self.criterion, told, self._judged_s, self._fault_s)

    def _add_times(self, judgement: Judgement) -> None:
        self._judged_s += judgement.judged_s
        self._fault_s += judgement.fault_s


def verdict_of(verdicts: Mapping[str, Verdict], criteria: Sequence[Criterion]) -> Verdict:
    """Fault if any criterion is broken; good only if every one that must be seen was and is."""
    if Verdict.FAULT in verdicts.values():
        return Verdict.FAULT
    known = [c for c in criteria if verdicts.get(c.id) is Verdict.GOOD]
    unseen = [c for c in criteria if verdicts.get(c.id) is not Verdict.GOOD]
    if known and all(condition.may_be_unseen for c in unseen for condition in c.conditions):
        return Verdict.GOOD
    return Verdict.UNKNOWN
