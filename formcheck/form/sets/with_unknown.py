"""What is left of a set of which some criteria can't be judged after all."""

from collections.abc import Set
from dataclasses import replace

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary, good_only_if_enough, verdict_of
from formcheck.form.state import Repetition, Verdict
from formcheck.form.verdicts.judgement import NOTHING


def with_unknown(summary: SetSummary, unknown: Set[str]) -> SetSummary:
    """The same set with the criteria of these ids unknown, and every verdict that rests on one."""
    exercise = summary.exercise
    criteria = tuple(
        replace(total, judgement=NOTHING) if total.criterion.id in unknown else total
        for total in summary.criteria
    )
    verdict = summary.verdict
    if exercise.kind != "avoid":
        found = {total.criterion.id: total.verdict for total in criteria}
        verdict = verdict_of(found, exercise.criteria)
    left = replace(
        summary,
        repetitions=tuple(_repetition(one, exercise, unknown) for one in summary.repetitions),
        criteria=criteria,
        verdict=verdict,
    )
    # What was good before showed enough, a picture without any repetition among it.
    return left if summary.verdict is Verdict.GOOD else good_only_if_enough(left)


def _repetition(one: Repetition, exercise: Exercise, unknown: Set[str]) -> Repetition:
    verdicts = {
        key: Verdict.UNKNOWN if key in unknown else verdict for key, verdict in one.verdicts.items()
    }
    verdict = one.verdict if exercise.kind == "avoid" else verdict_of(verdicts, exercise.criteria)
    faults = tuple(key for key in one.faults if key not in unknown)
    return replace(one, verdict=verdict, verdicts=verdicts, faults=faults)
