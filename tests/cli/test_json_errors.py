"""With --json an error is a document too, beside its line on standard error."""

import json
from pathlib import Path

import pytest

from formcheck.cli import main
from tests.cli.running import run_here


@pytest.mark.parametrize(
    "words",
    [
        "exercises no-such --json",
        "exercises --json --language xx",
        "exercises --json --nonsense",
        "analyse --json",
        "analyse clip.mp4 --exercise no-such --json",
        "analyse clip.mp4 --json --jobs 0",
        "samples no-such --json",
        "history --forget --json",
        "desk --json --camera no-such.mp4",
        "live --json",
    ],
)
@pytest.mark.usefixtures("opens_nothing")
def test_it_says_the_same(words: str) -> None:
    ended = run_here(*words.split())
    assert ended.status == 2
    document = json.loads(ended.out)
    assert document["error"] == ended.complaint


@pytest.mark.usefixtures("opens_nothing")
def test_inputs_that_fail_are_told_in_the_list_as_before() -> None:
    ended = run_here("analyse", "no-such.mp4", "--json")
    assert ended.status == 2
    [error] = json.loads(ended.out)["errors"]
    told = {"path": "no-such.mp4", "error": ended.complaint, "id": "error.video.missing"}
    assert error == told


def test_the_document_is_in_english_whatever_the_language_with_an_id() -> None:
    ended = run_here("analyse", "--person", "0", "clip.mp4", "--json", "--language", "de")
    assert "nimmt left, right" in ended.complaint
    document = json.loads(ended.out)
    assert "takes left, right" in document["error"]
    assert document["id"] == "error.usage.person"


def test_several_lines_are_one_error(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("")
    ended = run_here("exercises", "--validate", str(tmp_path / "own.toml"), "--json")
    lines = [line.removeprefix("formcheck: ") for line in ended.err.splitlines()]
    assert len(lines) > 1
    assert json.loads(ended.out)["error"].split("\n") == lines


def test_one_mistake_in_a_file_and_several_have_the_same_id(tmp_path: Path) -> None:
    ids = set()
    for extra in ("", "\nrests = 3"):
        text = f'title = "M"\n[[entries]]\nexercise = "plank"\nreps = six{extra}'
        (tmp_path / "own.toml").write_text(text)
        ended = run_here("exercises", "--validate", str(tmp_path / "own.toml"), "--json")
        ids.add(json.loads(ended.out)["id"])
    assert ids == {"mistake.in_file"}


def test_without_json_standard_output_stays_empty() -> None:
    assert run_here("exercises", "no-such").out == ""
    assert run_here("exercises", "--", "--json").out == ""


def test_a_mistake_of_our_own_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def app(**_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.delenv("FORMCHECK_DEBUG", raising=False)
    monkeypatch.setattr(main, "app", app)
    ended = run_here("doctor", "--json")
    assert ended.status == 2
    assert "ZeroDivisionError" in json.loads(ended.out)["error"]
