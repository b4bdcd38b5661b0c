"""How an exercise is done, with what becomes of its other side."""

from formcheck.exercises.exercise import Exercise
from formcheck.texts.texts import Texts


def how_done(exercise: Exercise, texts: Texts) -> tuple[str, ...]:
    """Its steps, and when sides are changed.

    No exercise's own steps say that: where one side alone is to work, it would be wrong.
    """
    pattern = exercise.sides.pattern
    if pattern == "none":
        return exercise.steps
    return (*exercise.steps, texts.text(f"exercises.change_sides.{pattern}"))
