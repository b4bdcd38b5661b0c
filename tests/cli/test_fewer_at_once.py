"""Who does one thing at a time already isn't told to."""

from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.batches.batch import Failure
from formcheck.cli.process.fewer_at_once import ADVISES, advised, done_alone
from formcheck.texts.entries import languages
from formcheck.texts.message import Message, message
from formcheck.texts.texts import load_texts

MEMORY = message("error.memory")


@pytest.mark.parametrize("typed", ["analyse a.mp4", "analyse a.mp4 --jobs 2", "samples -j 4"])
def test_several_at_once_can_be_fewer(typed: str) -> None:
    assert "--jobs 1" in str(advised(MEMORY, typed.split()))


@pytest.mark.parametrize(
    "typed",
    ["analyse a.mp4 --jobs 1", "analyse a.mp4 --jobs=1", "analyse -j1 a.mp4", "live bird-dog", ""],
)
@pytest.mark.parametrize("problem", [MEMORY, message("error.of_one", path="a.mp4", problem=MEMORY)])
def test_one_at_a_time_can_not(problem: Message, typed: str) -> None:
    told = str(advised(problem, typed.split()))

    assert "memory" in told
    assert "--jobs" not in told


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", sorted(ADVISES))
def test_every_language_says_both(language: str, key: str) -> None:
    texts = load_texts(language)

    assert "--jobs 1" in texts.told(message(key, how="x"))
    assert "--jobs 1" not in texts.told(message(f"{key}_alone", how="x"))


def test_an_input_of_a_batch_is_advised_as_the_whole_is() -> None:
    failure = Failure(Path("a.mp4"), message("error.of_one", path="a.mp4", problem=MEMORY))
    alone = replace(failure, advice=done_alone(failure.reason))

    assert "--jobs 1" in str(failure.told)
    assert "--jobs" not in str(alone.told)
    assert alone.document()["id"] == failure.document()["id"] == "error.memory"
