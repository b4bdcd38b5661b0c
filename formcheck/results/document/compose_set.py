"""Puts one set into the words and numbers of the result contract."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import CriterionTotal, SetSummary
from formcheck.form.state import Repetition
from formcheck.form.vocabulary import unit_of
from formcheck.pose.landmarks import SIDES, Side
from formcheck.recognition.answer import Answer
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.result_document import (
    CriterionJudged,
    ExerciseJudged,
    RepetitionJudged,
    SetJudged,
    SetResult,
    SetUpSeen,
    ViewSeen,
)
from formcheck.results.wording.need_wording import needs_told
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class ComposeSetSettings:
    """What is worth telling of a set."""

    least_likeness: float = 0.1
    """Score from which it is told what else a session looks like. Engineering value: of the sample
    clips, what is told of at all lies above 0.13."""

    least_hold_s: float = 0.5
    """A hold that is not over counts as one of an unknown side from this length on. Engineering
    value: a shorter one is no more than passing through the position."""


DEFAULTS = ComposeSetSettings()


def compose_set(
    judged: JudgedSet,
    texts: Texts,
    *,
    timed: bool,
    settings: ComposeSetSettings = DEFAULTS,
) -> SetJudged:
    """The part of a document that tells of one set. timed: whether anybody knows its times."""
    summary = judged.summary
    return SetJudged(
        exercise=_judged_as(summary.exercise, judged.recognised, settings),
        start_s=_seconds(judged.begin_s) if timed and judged.begin_s is not None else None,
        end_s=_seconds(judged.end_s) if timed and judged.end_s is not None else None,
        view=ViewSeen(expected=summary.exercise.camera.view, seen=word(summary.view)),
        set_up=_set_up(summary),
        reps=tuple(_repetition(one, summary.exercise) for one in summary.repetitions),
        summary=_set_result(summary, settings),
        criteria=tuple(_criterion(total, summary.exercise, texts) for total in summary.criteria),
    )


def _set_up(summary: SetSummary) -> SetUpSeen:
    return SetUpSeen(
        verdict=word(summary.set_up.verdict),
        problems=tuple(problem.text for problem in summary.set_up.problems),
    )


def _set_result(summary: SetSummary, settings: ComposeSetSettings) -> SetResult:
    return SetResult(
        reps=len(summary.repetitions),
        good_reps=summary.good_repetitions,
        hold_s=_seconds(summary.hold_s),
        verdict=word(summary.verdict),
        missing_sides=_missing_sides(summary, settings),
    )


def rounded(value: float, measure: str) -> float | None:
    """A measure's value as it is written down; None where it could not be measured."""
    return round(value, unit_of(measure).decimals) if isfinite(value) else None


def _seconds(value: float) -> float | None:
    """A length of time as it is written down; None where nobody knows it."""
    return round(value, 2) if isfinite(value) else None


def _judged_as(
    exercise: Exercise, recognised: Answer | None, settings: ComposeSetSettings
) -> ExerciseJudged:
    if recognised is None:
        return ExerciseJudged(
            id=exercise.id,
            title=exercise.title,
            source="given",
            score=None,
            runner_up=None,
            asks_to_hold=exercise.asks_to_hold,
        )
    next_id, next_score = likeness_told(recognised.runner_up, recognised.runner_up_score, settings)
    return ExerciseJudged(
        id=exercise.id,
        title=exercise.title,
        source="recognised",
        score=round(recognised.score, 2),
        runner_up=next_id,
        runner_up_score=next_score,
        asks_to_hold=exercise.asks_to_hold,
    )


def likeness_told(
    exercise: Exercise | None, score: float, settings: ComposeSetSettings = DEFAULTS
) -> tuple[str | None, float | None]:
    """The id and score of what a session also looks like; nothing where it hardly does."""
    if exercise is None or score < settings.least_likeness:
        return None, None
    return exercise.id, round(score, 2)


def _missing_sides(summary: SetSummary, settings: ComposeSetSettings) -> tuple[Side, ...]:
    """The side that had no repetition; none where one was done whose side is not known."""
    done = {one.side for one in summary.repetitions}
    held_s = sum(one.hold_s for one in summary.repetitions)
    # Where nobody knows how long anything was held, there may be a hold that was not over.
    unfinished = not summary.hold_s - held_s <= settings.least_hold_s
    if summary.exercise.sides.pattern == "none" or not done or None in done or unfinished:
        return ()
    return tuple(side for side in SIDES if side not in done)


def _repetition(one: Repetition, exercise: Exercise) -> RepetitionJudged:
    side: Literal["left", "right", "both"] | None = one.side
    if exercise.sides.pattern == "none":
        side = "both"
    return RepetitionJudged(
        number=one.number,
        side=side,
        start_s=_seconds(one.start_s),
        end_s=_seconds(one.end_s),
        hold_s=_seconds(one.hold_s),
        peak=_peak(one.peak),
        verdict=word(one.verdict),
        faults=one.faults,
    )


def _peak(measures: Mapping[str, float]) -> dict[str, float | None]:
    return {name: rounded(value, name) for name, value in measures.items()}


def _criterion(total: CriterionTotal, exercise: Exercise, texts: Texts) -> CriterionJudged:
    criterion, condition = total.criterion, total.condition
    return CriterionJudged(
        id=criterion.id,
        title=criterion.title,
        verdict=word(total.verdict),
        judged_s=_seconds(total.judged_s),
        fault_s=_seconds(total.fault_s),
        found=rounded(total.found, condition.measure),
        error=rounded(total.error, condition.measure),
        worst=rounded(total.worst, condition.measure),
        limit=(condition.at_least, condition.at_most),
        unit=unit_of(condition.measure).name,
        cue=total.cue,
        needs=needs_told(
            total.judgement, exercise.views_of(condition), exercise.camera.view, texts
        ),
    )


def word(name: str) -> Any:
    """A string enumeration's plain word; pydantic checks that the contract has it."""
    return str(name)
