"""How the watch tells of time."""

import pytest

from formcheck.desk.watch_words import in_minutes
from formcheck.texts.texts import load_texts


@pytest.mark.parametrize(
    ("language", "seconds", "words"),
    [("en", 90, "1.5"), ("de", 90, "1,5"), ("de", 3000, "50"), ("en", 598, "10")],
)
def test_few_minutes_have_tenths_as_the_language_writes_them(
    language: str, seconds: float, words: str
) -> None:
    assert in_minutes(seconds, load_texts(language)) == words
