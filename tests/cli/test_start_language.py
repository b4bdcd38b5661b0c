"""Another language is started with one command, which says what is missing."""

import shutil
from pathlib import Path

import pytest

import formcheck
from formcheck.cli.start_language import language_files, start_language
from formcheck.texts.entries import ENGLISH, languages


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of all texts."""
    here = Path(formcheck.__file__).parent
    for part in ("texts", "exercises/library", "cli/language/help"):
        shutil.copytree(here / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize("language", [one for one in languages() if one != ENGLISH])
def test_of_the_languages_that_there_are_nothing_is_missing(language: str) -> None:
    here = Path(formcheck.__file__).parent
    lacking = [one.path for one in language_files(language, here) if one.missing()]
    assert lacking == []


def test_what_is_translated_is_missing_no_more(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = start_language("fr", package)
    assert every > 1000
    written = package / "texts" / "fr.toml"
    started = written.read_text("utf-8")
    written.write_text(started.replace('# ready = "I', 'ready = "J', 1), "utf-8")
    plank = package / "exercises/library/plank/fr.toml"
    plank.write_text(plank.read_text("utf-8").replace("# title", "title", 1), "utf-8")

    assert start_language("fr", package) == every - 2
    told = capsys.readouterr().out
    assert "texts/fr.toml: " in told.replace("\\", "/")
    assert "cues.ready" in told.splitlines()[0]
    assert "cues.ready" not in told[told.index("texts are missing") :]
