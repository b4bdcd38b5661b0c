"""What is told about movements that should be avoided."""

from collections.abc import Iterator, Sequence
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.results.document.judged_set import JudgedSet
from formcheck.texts.message import Message, message
from formcheck.texts.texts import Texts

ADVICE: Final = "result.advice"
"""The message about a movement to avoid; its id ends with that of the movement."""


def advice_of(judged: Sequence[JudgedSet], texts: Texts) -> Iterator[Message]:
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
