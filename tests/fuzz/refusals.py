"""A refusal is only as good as its words: whatever it quotes of a broken file, it can be told."""

from collections.abc import Iterator
from contextlib import contextmanager

from formcheck.errors import FormcheckError
from formcheck.texts.entries import languages
from formcheck.texts.refusal import problem_of
from formcheck.texts.texts import load_texts


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Let a file be refused, in every language, and have anything else fail the test."""
    refused = None
    try:
        yield
    except FormcheckError as error:
        refused = problem_of(error)
    for language in languages() if refused is not None else ():
        assert load_texts(language).told(refused or "").strip()
