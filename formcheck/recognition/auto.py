"""The wish to have the exercise recognised, in the place of an exercise."""

from collections.abc import Iterable
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library

AUTO = "auto"
"""What a user writes where an exercise's id would stand."""


@dataclass(frozen=True)
class Auto:
    """The exercise is to be recognised. exercises: those that it may be."""

    exercises: tuple[Exercise, ...]

    @classmethod
    def among(cls, exercises: Iterable[Exercise] | None = None) -> "Auto":
        """Any of these exercises; the program's own without any."""
        return cls(tuple(library().values() if exercises is None else exercises))
