"""What is left of a set where nobody knows how long anything took."""

from dataclasses import replace

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.set_summary import CriterionTotal, SetSummary, verdict_of
from formcheck.form.state import Repetition, Verdict
from formcheck.form.vocabulary import SECONDS

UNKNOWN_S = float("nan")


def without_seconds(summary: SetSummary) -> SetSummary:
    """The same set with every length of time unknown, and every verdict that rests on one.

    The order of the frames is known, and so are the angles in them: repetitions and the criteria on
    what was measured stay.
    """
    exercise = summary.exercise
    criteria = tuple(_criterion(total) for total in summary.criteria)
    verdict = summary.verdict
    if exercise.kind != "avoid":
        found = {total.criterion.id: total.verdict for total in criteria}
        verdict = verdict_of(found, exercise.criteria)
        if summary.too_few_pictures and verdict is Verdict.GOOD:
            verdict = Verdict.UNKNOWN
    return replace(
        summary,
        repetitions=tuple(_repetition(one, exercise) for one in summary.repetitions),
        criteria=criteria,
        hold_s=UNKNOWN_S,
        verdict=verdict,
    )


def _repetition(one: Repetition, exercise: Exercise) -> Repetition:
    unknown = {criterion.id for criterion in exercise.criteria if _needs_seconds(criterion)}
    verdicts = {
        key: Verdict.UNKNOWN if key in unknown else verdict for key, verdict in one.verdicts.items()
    }
    verdict = one.verdict if exercise.kind == "avoid" else verdict_of(verdicts, exercise.criteria)
    return replace(
        one,
        start_s=UNKNOWN_S,
        end_s=UNKNOWN_S,
        hold_s=UNKNOWN_S,
        verdict=verdict,
        verdicts=verdicts,
        faults=tuple(key for key in one.faults if key not in unknown),
    )


def _criterion(total: CriterionTotal) -> CriterionTotal:
    timeless = replace(total, judged_s=UNKNOWN_S, fault_s=UNKNOWN_S)
    if not _needs_seconds(total.criterion):
        return timeless
    return replace(
        timeless, verdict=Verdict.UNKNOWN, found=float("nan"), worst=float("nan"), cue=""
    )


def _needs_seconds(criterion: Criterion) -> bool:
    return any(condition.measure == SECONDS for condition in criterion.conditions)
