"""What is said of one criterion: a verdict, and the value that it rests on.

A criterion is one condition or several; each is judged alone, then they are combined.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formcheck.exercises.criterion import Condition
from formcheck.form.state import Verdict
from formcheck.form.verdicts.need import Need


@dataclass(frozen=True)
class Excuse:
    """What was measured of the measure of a condition's `unless`, and its standard error."""

    value: float
    error: float


@dataclass(frozen=True)
class Judgement:
    """What a phase says about one criterion.

    found: the value that the verdict rests on: what was reached, how long it lasted, or what was
        kept for as long as a fault must last. The baseline is taken off again, so that it compares
        with the criterion's own numbers; NaN where nothing was seen.
    error: its standard error; NaN where nobody knows it.
    worst: the value furthest out of the range, or nearest to its edge, as a single frame had it.
    inside: standard errors by which the found value is inside the range; negative outside.
    judged_s, fault_s: time that could be judged, and time out of the range.
    too_low: whether the found value is below the range, not above; None where nothing was seen.
    condition: the condition of the criterion that this is about; None where nothing was judged.
    excused: whether its `unless` held all the time, so that the value says nothing.
    need: what would settle it; None where it is settled, or where nobody knows.
    excuse: of its `unless`, where it is open because nobody knows whether that holds; then what is
        told by how far inside it is, is of that.
    """

    verdict: Verdict
    found: float
    error: float
    worst: float
    inside: float
    judged_s: float
    fault_s: float
    too_low: bool | None
    condition: Condition | None = None
    excused: bool = False
    need: Need | None = None
    excuse: Excuse | None = None

    @property
    def seen(self) -> bool:
        """Whether there is a value, if only one too near the limit for a verdict."""
        return self.found == self.found


UNSEEN = float("nan")
NOTHING = Judgement(Verdict.UNKNOWN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, 0.0, 0.0, None)


def deciding(judgements: Iterable[Judgement]) -> Judgement:
    """The one of several judgements of a criterion that its verdict rests on; one at least.

    A fault decides first; then what is rather outside and can't be told for sure, which must not
    pass for good; then what is good; then what is rather inside; last what wasn't seen. Among
    equals it is what is further out.
    """
    return min(judgements, key=_weight)


def _weight(judgement: Judgement) -> tuple[int, float]:
    if judgement.verdict is Verdict.FAULT:
        return 0, judgement.inside
    if judgement.verdict is Verdict.GOOD:
        return 2, judgement.inside
    if judgement.seen:
        return (1 if judgement.inside < 0 else 3), judgement.inside
    return (4 if judgement.need else 5), 0.0


def combine(judgements: Sequence[Judgement]) -> Judgement:
    """The judgement of a criterion from those of its conditions.

    A fault wins; of good ones the first that had something to ask for. What could not be told
    leaves the criterion unknown, unless it may be unseen, is not rather outside, and another
    condition was told.
    """
    faults = [one for one in judgements if one.verdict is Verdict.FAULT]
    if faults:
        return next((one for one in faults if not one.excused), faults[0])
    good = [one for one in judgements if one.verdict is Verdict.GOOD]
    untold = [one for one in judgements if one.verdict is Verdict.UNKNOWN]
    open_ones = [one for one in untold if not _may_be_untold(one)]
    if open_ones or not good:
        return deciding(open_ones or untold or [NOTHING])
    return next((one for one in good if not one.excused), good[0])


def _may_be_untold(judgement: Judgement) -> bool:
    if judgement.seen and judgement.inside < 0:
        return False
    return judgement.condition is not None and judgement.condition.may_be_unseen
