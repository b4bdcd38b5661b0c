"""What is wrong is told in the person's language: typed, set, or the system's."""

import pytest

from tests.cli.running import run_here

WRONG = [
    "exercises no-such",
    "exercises --nonsense",
    "nonsense",
    "analyse",
    "analyse clip.mp4 --exercise no-such",
    "analyse clip.mp4 --jobs 0",
    "analyse clip.mp4 --jobs many",
    "analyse clip.mp4 --person nobody",
    "analyse no-such.mp4",
    "samples no-such",
    "history --yes",
    "history --since yesterday",
    "history --html a.html --json",
    "compare no-such no-such",
    "compare no-such",
    "export no-such",
    "desk --camera no-such.mp4",
    "live no-such",
    "live --reps 3",
    "live bridge --side up",
    "live --programme no-such.toml",
    "learn Bird clip.mp4",
]


@pytest.mark.parametrize("words", WRONG)
@pytest.mark.usefixtures("opens_nothing")
def test_in_german_no_line_is_as_in_english(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {}
    for language in ("en", "de"):
        monkeypatch.setenv("FORMCHECK_LANGUAGE", language)
        ended = run_here(*words.split())
        assert ended.status == 2
        told[language] = ended.complaint
    assert told["en"] != told["de"]
    english = {"the", "is", "no", "or", "give", "try", "there"}
    assert english.isdisjoint(told["de"].lower().replace(".", " ").split()), told["de"]


def test_what_is_typed_comes_before_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMCHECK_LANGUAGE", "de")
    assert "no such file" in run_here("analyse", "no-such.mp4", "--language", "en").err
    assert "no such file" in run_here("analyse", "no-such.mp4", "--language=en").err
    monkeypatch.delenv("FORMCHECK_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "gibt es nicht" in run_here("analyse", "no-such.mp4").err
