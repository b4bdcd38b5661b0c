"""What was done in the place of the exercise that was asked for, or that was recognised."""

from collections.abc import Iterable, Sequence
from typing import Final

from formcheck.analysis.judging.set_plan import SetPlan
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.recognition.answer import Answer
from formcheck.recognition.asked import (
    is_clearly_other,
    looks_otherwise,
    may_be_too_far,
    other_than,
)
from formcheck.recognition.lone_repetition import SeenOf
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.usual_signature import has_signature
from formcheck.results.document.advice import advice_about
from formcheck.results.instead import Instead
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts


def instead_of(asked: Exercise, found: Sequence[FoundSet], *, surely: bool) -> Instead | None:
    """What seems to have been done in the place of what was asked for; None where that was done.

    surely: whether nothing is judged as that. Of an exercise whose file doesn't say how it is told
    from others nobody can tell.
    """
    if not has_signature(asked) or any(one.exercise.id == asked.id for one in found):
        return None
    clear = [one for one in found if is_clearly_other(asked, one.answer)]
    unclear = [one for one in found if one not in clear]
    if not surely and not unclear:
        # What is clearly something else is left out of what is judged.
        return Instead()
    likely = clear if surely else [one for one in unclear if other_than(asked, one.answer)]
    longest = max(likely, key=lambda one: one.end_s - one.begin_s, default=None)
    return None if longest is None else Instead(longest.exercise, longest.answer.score, surely)


def instead_in_picture(asked: Exercise, shown: Answer) -> Instead | None:
    """What a still picture seems to show in the place of what was asked for; None where it may.

    shown: what it looks like by itself.
    """
    other = other_than(asked, shown)
    if shown.exercise is not None and is_clearly_other(asked, shown):
        return Instead(shown.exercise, shown.score, surely=True)
    if other is not None:
        return Instead(other, shown.score)
    return Instead() if looks_otherwise(asked, shown) else None


def avoided_told(asked: Exercise, recogniser: Recogniser, texts: Texts) -> tuple[Message, ...]:
    """What to tell of the movements to avoid that were seen in what is not judged."""
    known = {one.id: one for one in asked.avoided}
    seen = (known[movement] for movement in recogniser.avoid if movement in known)
    return tuple(told for one in seen for told in advice_about(translated(one, texts)))


GUESSED: Final = {
    SeenOf.HALF: "result.half_seen",
    SeenOf.ONE: "result.seen_once",
    SeenOf.BARELY: "result.fits_barely",
}
"""The messages where little was seen of what was recognised."""


def guessed_told(plan: SetPlan) -> tuple[Message, ...]:
    """Which of the recognised exercises are no more than a guess, and why."""
    recognised = [(one.exercise, one.recognised.seen) for one in plan if one.recognised is not None]
    return tuple(
        message(GUESSED[seen], title=one.title) for one, seen in recognised if seen in GUESSED
    )


def too_far_told(plan: SetPlan, exercises: Iterable[Exercise]) -> tuple[Message, ...]:
    """Which of these exercises, done too far, the recognised ones may be.

    exercises: in the language that it is told in.
    """
    answers = [one.recognised for one in plan if one.recognised is not None]
    return tuple(
        message("result.too_far", other=one.title, id=one.id)
        for one in exercises
        if any(may_be_too_far(one, answer) for answer in answers)
    )
