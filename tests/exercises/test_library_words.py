"""What the words of the library leave to its numbers."""

import re

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts

AMOUNT = re.compile(
    r"\b(seconds?|sekunden?)\b|\b(\d+|ten|zehn) (repetitions|wiederholungen)\b", re.IGNORECASE
)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "exercise",
    [one for one in library().values() if one.kind == "exercise"],
    ids=lambda one: one.id,
)
def test_how_long_and_how_often_stands_in_no_step(exercise: Exercise, language: str) -> None:
    """A programme may ask for another number: "hold for ten seconds" contradicts its four."""
    steps = translated(exercise, load_texts(language)).steps
    assert [step for step in steps if AMOUNT.search(step)] == []
