"""Puts a set's summary into the words and numbers of the result contract."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any, Literal

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.form.state import Repetition
from formcheck.form.tally import CriterionTotal, SetSummary
from formcheck.form.vocabulary import SECONDS
from formcheck.measure.catalogue import DEGREES, find
from formcheck.results.document import (
    CriterionJudged,
    ExerciseJudged,
    InputRead,
    PoseFound,
    RepetitionJudged,
    ResultDocument,
    SetResult,
    SetUpSeen,
    Speed,
    ViewSeen,
)


def compose(
    summary: SetSummary,
    input_read: InputRead,
    model: str,
    warnings: Sequence[str],
    seconds: float,
) -> ResultDocument:
    """The document of one input whose exercise was given.

    model: the pose model's name. seconds: how long the analysis took.
    """
    exercise = summary.exercise
    return ResultDocument(
        input=input_read,
        exercise=ExerciseJudged(
            id=exercise.id, title=exercise.title, source="given", score=None, runner_up=None
        ),
        pose=PoseFound(
            model=model,
            frames_with_pose=summary.frames_with_pose,
            coverage=round(summary.frames_judged / max(summary.frames, 1), 3),
        ),
        view=ViewSeen(expected=exercise.camera.view, seen=_name(summary.view)),
        set_up=SetUpSeen(
            verdict=_name(summary.set_up.verdict),
            problems=tuple(problem.text for problem in summary.set_up.problems),
        ),
        reps=tuple(_repetition(one, exercise) for one in summary.repetitions),
        summary=SetResult(
            reps=len(summary.repetitions),
            good_reps=summary.good_repetitions,
            hold_s=round(summary.hold_s, 2),
            verdict=_name(summary.verdict),
        ),
        criteria=tuple(_criterion(total) for total in summary.criteria),
        warnings=(*_advice(summary), *warnings),
        speed=Speed(
            seconds=round(seconds, 2),
            frames_per_second=round(summary.frames / seconds, 1) if seconds > 0 else 0.0,
        ),
    )


def unit_of(measure: str) -> str:
    """The unit of a measure, with or without a side, or of the time that a phase lasts."""
    return SECONDS if measure == SECONDS else find(measure).unit


def decimals_of(unit: str) -> int:
    """How many decimals a value in this unit keeps; more would be noise."""
    return {DEGREES: 1, SECONDS: 2}.get(unit, 3)


def rounded(value: float, measure: str) -> float | None:
    """A measure's value as it is written down; None where it could not be measured."""
    return round(value, decimals_of(unit_of(measure))) if isfinite(value) else None


def _repetition(one: Repetition, exercise: Exercise) -> RepetitionJudged:
    side: Literal["left", "right", "both"] | None = one.side
    if exercise.sides.pattern == "none":
        side = "both"
    return RepetitionJudged(
        number=one.number,
        side=side,
        start_s=round(one.start_s, 2),
        end_s=round(one.end_s, 2),
        hold_s=round(one.hold_s, 2),
        peak=_peak(one.peak),
        verdict=_name(one.verdict),
        faults=one.faults,
    )


def _peak(measures: Mapping[str, float]) -> dict[str, float | None]:
    return {name: rounded(value, name) for name, value in measures.items()}


def _criterion(total: CriterionTotal) -> CriterionJudged:
    criterion, condition = total.criterion, total.condition
    return CriterionJudged(
        id=criterion.id,
        title=criterion.title,
        verdict=_name(total.verdict),
        judged_s=round(total.judged_s, 2),
        fault_s=round(total.fault_s, 2),
        worst=rounded(total.worst, condition.measure),
        limit=(condition.at_least, condition.at_most),
        unit=unit_of(condition.measure),
        cue=total.cue,
    )


def _advice(summary: SetSummary) -> Iterator[str]:
    """About movements that were seen, or given as the exercise, and should be avoided."""
    given = summary.exercise
    known = {**library(), given.id: given}
    own = (given.id,) if given.kind == "avoid" else ()
    for key in dict.fromkeys((*own, *summary.avoid)):
        movement = known[key]
        if movement.recognised is not None:
            yield f"{movement.title}: {movement.recognised.advice}"


def _name(word: str) -> Any:
    """A string enumeration's plain word; pydantic checks that the contract has it."""
    return str(word)
