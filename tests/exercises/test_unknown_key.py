"""A key that there isn't: what was meant by it, or where it belongs."""

import pytest
from pydantic import BaseModel

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.unknown_key import inner_model, unknown_key
from formcheck.programmes.programme import Programme
from tests.texts.english import ENGLISH

CAMERA = inner_model(Exercise.model_fields["camera"].annotation)
CRITERION = inner_model(Exercise.model_fields["criteria"].annotation)
ENTRY = inner_model(Programme.model_fields["entries"].annotation)


@pytest.mark.parametrize(
    ("key", "here", "root", "told"),
    [
        ("titel", Exercise, Exercise, "did you mean 'title'?"),
        (
            "atleast",
            inner_model(Exercise.model_fields["criteria"].annotation),
            Exercise,
            "at_least",
        ),
        ("rest", ENTRY, Programme, "did you mean 'rest_s'?"),
    ],
)
def test_a_slip_of_the_finger_is_told_with_the_key(
    key: str, here: type[BaseModel], root: type[BaseModel], told: str
) -> None:
    assert told in ENGLISH.told(unknown_key(key, here, root))


@pytest.mark.parametrize(
    ("key", "here", "root"),
    [("seiten", Exercise, Exercise), ("seiten", ENTRY, Programme), ("pause", ENTRY, Programme)],
)
def test_a_word_of_another_language_is_no_slip_of_the_finger(
    key: str, here: type[BaseModel], root: type[BaseModel]
) -> None:
    known = ", ".join(here.model_fields)
    assert ENGLISH.told(unknown_key(key, here, root)).endswith(f"known here: {known}")


@pytest.mark.parametrize(
    ("key", "here", "root", "told"),
    [
        ("view", Exercise, Exercise, "this belongs below [camera]"),
        ("hold_s", Exercise, Exercise, "this belongs below [repetition] or [dosage]"),
        ("cue", Exercise, Exercise, "this belongs below [[criteria]]"),
        ("position", CAMERA, Exercise, "this belongs below [start]"),
        ("reps", Programme, Programme, "this belongs below [[entries]]"),
        ("cautions", CAMERA, Exercise, "this belongs at the top of the file"),
        ("title", ENTRY, Programme, "this belongs at the top of the file"),
    ],
)
def test_a_key_in_the_wrong_place_is_told_where_it_belongs(
    key: str, here: type[BaseModel], root: type[BaseModel], told: str
) -> None:
    assert ENGLISH.told(unknown_key(key, here, root)).startswith(told)
