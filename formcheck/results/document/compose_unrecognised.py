"""Puts what is known of an input without a recognised exercise into the result contract."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.recognition.answer import Answer
from formcheck.results.document.advice import advice_about
from formcheck.results.document.compose import RunFacts
from formcheck.results.document.compose_set import likeness_told, word
from formcheck.results.result_document import (
    ExerciseJudged,
    PoseFound,
    ResultDocument,
    SetResult,
    SetUpSeen,
    ViewSeen,
)
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts, load_texts

MOSTLY = 0.5
"""Share of a recording from which it is told that something wasn't seen in it (engineering)."""


@dataclass(frozen=True)
class Unrecognised:
    """What was seen without knowing the exercise.

    coverage: the share of it in which all that one of the exercises needs was in view. view: the
    one that prevailed. avoid: movements that were seen and should be avoided. feet_unseen: the
    share of it in which neither foot was seen.
    """

    frames_with_pose: int
    coverage: float
    view: str
    avoid: tuple[Exercise, ...]
    feet_unseen: float = 0.0


def compose_unrecognised(
    run: RunFacts, found: Unrecognised, answer: Answer, texts: Texts | None = None
) -> ResultDocument:
    """The document of one input in which no exercise was recognised.

    texts: of the language that its sentences are in; English unless given.
    """
    texts = texts or load_texts()
    reasons = (*undecided_told(answer), *_feet_told(found.feet_unseen))
    told = (*_advice(found.avoid, texts), *reasons, *run.warnings)
    nobody = () if found.frames_with_pose else (texts.text("result.nobody"),)
    likeliest, score = likeness_told(answer.likeliest, answer.score)
    return ResultDocument(
        input=run.input,
        exercise=ExerciseJudged(
            id=None,
            title=None,
            source="recognised",
            score=None,
            runner_up=likeliest,
            runner_up_score=score,
        ),
        pose=PoseFound(
            model=run.model,
            frames_with_pose=found.frames_with_pose,
            coverage=round(found.coverage, 3),
        ),
        view=ViewSeen(expected="unknown", seen=word(found.view)),
        set_up=SetUpSeen(verdict="unknown", problems=nobody),
        reps=(),
        summary=SetResult(
            reps=0,
            good_reps=0,
            hold_s=None if run.input.times == "guessed" else 0.0,
            verdict="unknown",
        ),
        criteria=(),
        sets=(),
        warnings=tuple(map(texts.told, told)),
        warning_ids=tuple(one.id for one in told),
        language=texts.language,
        speed=run.speed(run.input.frames),
    )


def undecided_told(answer: Answer) -> Iterator[Message]:
    """Of which two it is one, where that can't be told; nothing where it is neither."""
    if answer.undecided is not None:
        first, second = answer.undecided
        yield message(
            "result.undecided",
            first=first.title,
            second=second.title,
            first_id=first.id,
            second_id=second.id,
        )


def _feet_told(unseen: float) -> Iterator[Message]:
    if unseen >= MOSTLY:
        yield message("result.feet_unseen", percent=round(100 * unseen))


def _advice(avoid: Sequence[Exercise], texts: Texts) -> Iterator[Message]:
    return (told for one in avoid for told in advice_about(translated(one, texts)))
