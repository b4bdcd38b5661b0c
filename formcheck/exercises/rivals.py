"""Exercises that recognition can't tell apart, as a copy of one under another id."""

from collections.abc import Iterable

from formcheck.exercises.exercise import Exercise
from formcheck.texts.message import Message, message


def rivals(exercise: Exercise, others: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """Those of the others that begin, move and are seen as this one does."""
    own = _looks(exercise)
    return tuple(one for one in others if one.id != exercise.id and _looks(one) == own)


def rivals_told(exercise: Exercise, others: Iterable[Exercise]) -> Message | None:
    """One sentence about its rivals, with the remedy; None where it has none."""
    same = rivals(exercise, others)
    if not same:
        return None
    named = ", ".join(one.id for one in same)
    return message("exercises.rivals", id=exercise.id, others=named, first=same[0].id)


def _looks(exercise: Exercise) -> tuple[object, ...]:
    """What one is told from others by, as far as its file and not its numbers say it."""
    rule = exercise.repetition
    return (
        exercise.start.position.name,
        exercise.camera.view,
        exercise.sides.pattern,
        (rule.measure, rule.direction, rule.both_ways, rule.is_long_hold),
    )
