"""Puts a set's summary into the words and numbers of the result contract."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, Literal

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.form.merged_sets import merged
from formcheck.form.set_summary import CriterionTotal, SetSummary
from formcheck.form.state import Repetition
from formcheck.form.vocabulary import unit_of
from formcheck.pose.landmarks import SIDES, Side
from formcheck.recognition.answer import Answer
from formcheck.recognition.unnamed import Span
from formcheck.results.instead import Instead
from formcheck.results.need_wording import needs_told
from formcheck.results.result_document import (
    CriterionJudged,
    ExerciseJudged,
    InputRead,
    PoseFound,
    RepetitionJudged,
    ResultDocument,
    SetJudged,
    SetResult,
    SetUpSeen,
    Speed,
    UnnamedStretch,
    ViewSeen,
)
from formcheck.results.seen_wording import left_picture_told, seldom_in_view
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts, load_texts


@dataclass(frozen=True)
class ComposeSettings:
    """What is worth telling."""

    least_likeness: float = 0.1
    """Score from which it is told what else a session looks like. Engineering value: of the sample
    clips, what is told of at all lies above 0.13."""

    least_hold_s: float = 0.5
    """A hold that is not over counts as one of an unknown side from this length on. Engineering
    value: a shorter one is no more than passing through the position."""

    seldom: float = 0.5
    """Share of the pictures with all that the exercise needs in view, below which it is told that
    what was counted may be a part of what was done. Of the sample clips in which anything is
    counted it is 0.73 and more; of a wall squat with a caption over the feet 0.10, and one of two
    repetitions was counted."""


DEFAULTS = ComposeSettings()

ADVICE: Final = "result.advice"
"""The message about a movement to avoid; its id ends with that of the movement."""


@dataclass(frozen=True)
class RunFacts:
    """How an input came to be judged, whatever was seen in it.

    model: the pose model's name. warnings: what was missing or damaged in the input.
    seconds: how long the analysis took. unnamed: where somebody was seen and nothing recognised.
    instead: what seems to have been done in the place of the exercise that was asked for.
    """

    input: InputRead
    model: str
    warnings: Sequence[Message]
    seconds: float
    unnamed: Sequence[Span] = ()
    instead: Instead | None = None

    def speed(self, frames: int) -> Speed:
        """How long it took, and for how many frames a second that was enough."""
        rate = round(frames / self.seconds, 1) if self.seconds > 0 else 0.0
        return Speed(seconds=round(self.seconds, 2), frames_per_second=rate)


@dataclass(frozen=True)
class JudgedSet:
    """One set as it was judged.

    recognised: how its exercise came to be known, None where it was given. begin_s, end_s: the
    first and the last moment in which something was done, in seconds; None where nothing was.
    """

    summary: SetSummary
    recognised: Answer | None = None
    begin_s: float | None = None
    end_s: float | None = None

    @property
    def lasted_s(self) -> float:
        """How long it took."""
        return 0.0 if self.begin_s is None or self.end_s is None else self.end_s - self.begin_s


def compose(
    judged: Sequence[JudgedSet],
    run: RunFacts,
    texts: Texts | None = None,
    settings: ComposeSettings = DEFAULTS,
) -> ResultDocument:
    """The document of one input.

    judged: its sets in turn, at least one, in which nothing need have been done. texts: of the
    language that its sentences are in; English unless given.
    """
    texts = texts or load_texts()
    leading = _longest_exercise(judged)
    summary = merged([one.summary for one in leading])
    recognised = max(
        (one.recognised for one in leading if one.recognised), key=_score, default=None
    )
    together = _set(JudgedSet(summary, recognised), run, texts, settings)
    frames = sum(one.summary.frames for one in judged)
    in_view = sum(one.summary.frames_judged for one in judged)
    left = [part for one in judged for part in one.summary.left_picture]
    instead = () if run.instead is None else run.instead.told(summary, texts)
    coverage = in_view / max(frames, 1)
    seldom = bool(summary.repetitions) and coverage < settings.seldom
    hidden = (seldom_in_view(coverage),) if seldom else ()
    seen = (*_advice(judged, texts), *hidden, *left_picture_told(left))
    told = tuple(dict.fromkeys((*instead, *seen, *run.warnings)))
    return ResultDocument(
        input=run.input,
        exercise=_with_instead(together.exercise, run.instead),
        pose=PoseFound(
            model=run.model,
            frames_with_pose=sum(one.summary.frames_with_pose for one in judged),
            coverage=round(coverage, 3),
        ),
        view=together.view,
        set_up=together.set_up,
        reps=together.reps,
        summary=together.summary,
        criteria=together.criteria,
        sets=tuple(_set(one, run, texts, settings) for one in judged if one.begin_s is not None),
        unnamed=tuple(
            UnnamedStretch(start_s=round(begin_s, 2), end_s=round(end_s, 2))
            for begin_s, end_s in run.unnamed
        ),
        warnings=tuple(map(texts.told, told)),
        warning_ids=tuple(one.id for one in told),
        language=texts.language,
        speed=run.speed(run.input.frames),
    )


def _longest_exercise(judged: Sequence[JudgedSet]) -> list[JudgedSet]:
    """The sets of the exercise that lasted longest in all; of the first one where none lasted."""
    of_one: dict[str, list[JudgedSet]] = {}
    for one in judged:
        of_one.setdefault(one.summary.exercise.id, []).append(one)
    return max(of_one.values(), key=lambda sets: sum(one.lasted_s for one in sets))


def _score(answer: Answer) -> float:
    return answer.score


def _set(judged: JudgedSet, run: RunFacts, texts: Texts, settings: ComposeSettings) -> SetJudged:
    summary = judged.summary
    timed = run.input.times != "guessed"
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


def _set_result(summary: SetSummary, settings: ComposeSettings) -> SetResult:
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
    exercise: Exercise, recognised: Answer | None, settings: ComposeSettings
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


def _with_instead(judged: ExerciseJudged, instead: Instead | None) -> ExerciseJudged:
    """With what it looks like, where that is not what was asked for."""
    if instead is None or instead.exercise is None:
        return judged
    likeness = {"runner_up": instead.exercise.id, "runner_up_score": round(instead.score, 2)}
    return judged.model_copy(update=likeness)


def likeness_told(
    exercise: Exercise | None, score: float, settings: ComposeSettings = DEFAULTS
) -> tuple[str | None, float | None]:
    """The id and score of what a session also looks like; nothing where it hardly does."""
    if exercise is None or score < settings.least_likeness:
        return None, None
    return exercise.id, round(score, 2)


def _missing_sides(summary: SetSummary, settings: ComposeSettings) -> tuple[Side, ...]:
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


def _advice(judged: Sequence[JudgedSet], texts: Texts) -> Iterator[Message]:
    """About movements that were seen, or given as the exercise, and should be avoided."""
    for one in judged:
        given = one.summary.exercise
        known = {movement.id: movement for movement in (*given.avoided, given)}
        own = (given.id,) if given.kind == "avoid" else ()
        for key in dict.fromkeys((*own, *one.summary.avoid)):
            yield from advice_about(translated(known[key], texts))


def advice_about(movement: Exercise) -> Iterator[Message]:
    """What to tell about a movement that should be avoided; nothing about any other."""
    if movement.recognised is not None:
        advice = movement.recognised.advice
        yield message(ADVICE, movement.id, title=movement.title, advice=advice)


def word(name: str) -> Any:
    """A string enumeration's plain word; pydantic checks that the contract has it."""
    return str(name)
