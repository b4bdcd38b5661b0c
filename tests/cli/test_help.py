"""Help is in the person's language, whole, and comes at once."""

import subprocess
import sys
from string import Formatter

import pytest
import typer

from formcheck.cli.language.help_language import FIRST_STEPS, help_words, own_words
from formcheck.cli.main import app
from formcheck.texts.entries import ENGLISH, languages
from tests.cli.commands import every_command
from tests.cli.running import environment, run_here

OTHERS = [language for language in languages() if language != ENGLISH]
COMMANDS = [" ".join(words) for words, _ in every_command()]


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_the_help_is_translated_and_none_is_left_over(language: str) -> None:
    english = help_words(typer.main.get_command(app))
    own = own_words(language)
    assert set(own) == set(english)
    assert [key for key, text in own.items() if places(text) != places(english[key])] == []


def places(text: str) -> int:
    return sum(name is not None for _, name, _, _ in Formatter().parse(text))


@pytest.mark.parametrize("words", ["", *COMMANDS])
def test_in_german_it_has_no_english_line(words: str) -> None:
    ended = run_here(*words.split(), "--help", "--language", "de")
    assert (ended.status, ended.err) == (0, "")
    german = ended.out
    for english in ("Usage:", "Options", "default:", "Show this", " the ", " and ", " or ", " is "):
        assert english not in german, english


@pytest.mark.parametrize("words", COMMANDS)
def test_it_names_no_kind_of_python(words: str) -> None:
    told = run_here(*words.split(), "--help").out
    assert "Usage:" in told
    for kind in ("<bool>", "<str>", "<int", "<float", "<path>"):
        assert kind not in told


def test_after_german_help_english_help_is_english_again() -> None:
    before = run_here("live", "--help").out
    run_here("live", "--help", "--language", "de")
    assert run_here("live", "--help").out == before


def test_a_language_may_stand_before_the_command() -> None:
    assert "Aufruf:" in run_here("--language", "de", "live", "--help").out
    assert "Rechner" in run_here("--language", "de", "models", "list").out


def test_what_to_do_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_here().out.strip() == FIRST_STEPS
    assert "verlässt diesen Rechner" in run_here("--language", "de").out
    monkeypatch.setenv("FORMCHECK_LANGUAGE", "de")
    assert "verlässt diesen Rechner" in run_here().out


def test_it_loads_nothing_heavy() -> None:
    code = (
        "import sys; from formcheck.cli.main import run; run(['live', '--help', '--language', "
        "'de']); print([one for one in ('cv2', 'numpy', 'av', 'mediapipe') if one in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines()[-1] == "[]"


def test_a_group_of_commands_alone_shows_its_help() -> None:
    ended = run_here("models")
    assert (ended.status, ended.err) == (0, "")
    assert "Usage: formcheck models" in ended.out


@pytest.mark.parametrize("command", ["analyse", "compare", "export", "judge-again", "live"])
def test_what_is_to_be_typed_stands_without_braces(command: str) -> None:
    assert "{" not in run_here(command, "--help").out


def test_what_need_not_be_typed_stands_in_one_pair_of_brackets() -> None:
    assert "Usage: formcheck starter [OPTIONS] [live|desk]" in run_here("starter", "--help").out


@pytest.mark.parametrize("columns", [30, 45, 60, 71, 72, 80])
@pytest.mark.parametrize("language", languages())
def test_no_name_is_cut_however_narrow_the_terminal(
    columns: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words, options in [((), []), *every_command()]:
        told = run_here(*words, "--help", "--language", language).out
        assert "…" not in told, words
        assert max(map(len, told.splitlines())) <= columns, words
        assert all(name in told for one in options for name in one.opts if name[0] == "-"), words


def test_in_a_narrow_terminal_what_an_option_does_stands_below_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "45")
    lines = [line.strip("│ ") for line in run_here("live", "--help").out.splitlines()]
    row = lines.index("--programme FILE")
    assert lines[row + 1].startswith("A programme of your own")
