"""What is left of a set where nobody knows how long anything took."""

from dataclasses import replace

from formcheck.exercises.criterion import Criterion
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sets.with_unknown import with_unknown
from formcheck.form.vocabulary import SECONDS

UNKNOWN_S = float("nan")


def without_seconds(summary: SetSummary) -> SetSummary:
    """The same set with every length of time unknown, and every verdict that rests on one.

    The order of the frames is known, and so are the angles in them: repetitions and the criteria on
    what was measured stay.
    """
    unknown = {one.id for one in summary.exercise.criteria if _needs_seconds(one)}
    left = with_unknown(summary, unknown)
    return replace(
        left,
        repetitions=tuple(
            replace(one, start_s=UNKNOWN_S, end_s=UNKNOWN_S, hold_s=UNKNOWN_S)
            for one in left.repetitions
        ),
        criteria=tuple(
            replace(total, judged_s=UNKNOWN_S, fault_s=UNKNOWN_S) for total in left.criteria
        ),
        hold_s=UNKNOWN_S,
    )


def _needs_seconds(criterion: Criterion) -> bool:
    return any(condition.measure == SECONDS for condition in criterion.conditions)
