"""What is left of a set where nobody knows which way the vertical leans in the picture."""

from formcheck.exercises.criterion import Criterion
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sets.with_unknown import with_unknown
from formcheck.measure.catalogue import known


def without_vertical(summary: SetSummary) -> SetSummary:
    """The same set with every criterion unknown that is held against the vertical.

    What is compared with the person's own start leans as that does, and stays.
    """
    leaning = {one.id for one in summary.exercise.criteria if _is_against_vertical(one)}
    return with_unknown(summary, leaning)


def _is_against_vertical(criterion: Criterion) -> bool:
    return any(
        condition.relative_to is None
        and (definition := known(condition.measure)) is not None
        and definition.against_vertical
        for condition in criterion.conditions
    )
