"""What is told where no exercise was recognised."""

from formcheck.exercises.load import library
from formcheck.recognition.answer import Answer
from formcheck.results.document.compose_unrecognised import undecided_told
from tests.texts.english import told

PUSH_UP = library()["push-up"]
COPY = PUSH_UP.model_copy(update={"id": "my-push-up", "title": "My push-up"})


def test_of_two_that_are_alike_both_are_named() -> None:
    (line,) = told(undecided_told(Answer(PUSH_UP, 0.8, COPY, 0.78)))
    assert line == (
        "It looks as much like My push-up (my-push-up) as like Push-up (push-up): "
        "say which it is with --exercise."
    )


def test_what_looks_like_neither_is_not_told() -> None:
    assert list(undecided_told(Answer(PUSH_UP, 0.3, COPY, 0.28))) == []
    assert list(undecided_told(Answer(PUSH_UP, 0.8, COPY, 0.2))) == []
    assert list(undecided_told(Answer())) == []
