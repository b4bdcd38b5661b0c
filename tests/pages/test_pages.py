"""The pages: those that are made are up to date, and Sphinx builds them without a complaint."""

import subprocess
import sys
from pathlib import Path

import pytest

from formcheck.cli.arguments.examples import EXAMPLES
from formcheck.cli.main import app
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from tests.pages.commands import CHECKOUT, on_pages
from tests.pages.keys import told_keys
from tests.pages.made import DOCS, pages
from tests.pages.overview import OVERVIEWS


@pytest.mark.parametrize("name", pages())
def test_a_page_that_is_made_is_as_the_program_has_it(name: str) -> None:
    written = (DOCS / name).read_text("utf-8")
    assert written == pages()[name], "write it anew with python -m tests.pages"


def test_every_key_of_an_exercise_has_its_line() -> None:
    page = pages()["exercise-file.md"]
    for key in Exercise.model_fields:
        assert f"| `{key}` |" in page


def test_a_docstring_tells_of_keys_one_by_one() -> None:
    class Part(Exercise):
        """What it is.

        id, title: names. steps: what to do: one after the other; in order.
        """

    assert told_keys(Part) == (
        "What it is.",
        {"id": "names", "title": "names", "steps": "what to do: one after the other; in order"},
    )


def test_every_command_has_an_example() -> None:
    assert {one.name for one in app.registered_commands} <= set(EXAMPLES)


def test_the_german_page_tells_all_that_the_english_one_has_to_be_typed() -> None:
    typed = list(on_pages())
    english, german = (
        {tuple(one.words[:2]) for one in typed if one.where == page}
        for page in ("exercising.md", "ueben.md")
    )
    assert len(english) > 5
    assert english <= german


@pytest.mark.parametrize("page", OVERVIEWS.values())
def test_every_exercise_is_on_the_page_that_shows_them(page: str) -> None:
    shown = pages()[page]
    for name in library():
        assert f"\n`{name}`. " in shown


@pytest.mark.slow
def test_sphinx_builds_the_pages_without_a_complaint(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", ".github", str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert built.stderr == ""
    assert built.returncode == 0
    assert (tmp_path / "docs/index.html").exists()
