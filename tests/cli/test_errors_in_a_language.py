"""What is wrong is told in the person's language: typed, set, or the system's."""

from pathlib import Path

import pytest

import formcheck
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


def test_what_is_missing_is_named_as_the_help_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMCHECK_LANGUAGE", "de")
    assert "'EINGABE'" in run_here("analyse").complaint


SLIPS = {
    "at_least = 155\n": "at_least = 1550\n",
    "tolerance = 8\n": "tolerance = 8,5\n",
    'kind = "exercise"': 'kind = "dance"',
    'measure = "knee.working"': 'measure = "nee.working"',
    "[repetition]": "[repetitions]",
    'during = "hold"': 'during = "hld"',
    'id = "bird-dog"': "id = Bird Dog!",
    "[[criteria]]": "[criteria]",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_what_is_wrong_in_an_exercise_file_is_told_in_german(slip: str, tmp_path: Path) -> None:
    shelf = Path(formcheck.__file__).parent / "exercises" / "library"
    text = (shelf / "bird-dog" / "exercise.toml").read_text("utf-8")
    assert slip in text
    (tmp_path / "own.toml").write_text(text.replace(slip, SLIPS[slip], 1), "utf-8")
    told = [
        run_here("exercises", "--validate", str(tmp_path / "own.toml"), "--language", language).err
        for language in ("en", "de")
    ]
    english, german = (one.replace(str(tmp_path), "").splitlines() for one in told)
    assert len(english) == len(german) > 0
    assert set(english).isdisjoint(german)


def test_what_is_typed_comes_before_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMCHECK_LANGUAGE", "de")
    assert "no such file" in run_here("analyse", "no-such.mp4", "--language", "en").err
    assert "no such file" in run_here("analyse", "no-such.mp4", "--language=en").err
    monkeypatch.delenv("FORMCHECK_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "gibt es nicht" in run_here("analyse", "no-such.mp4").err
