"""The pages that are made from the program, so that they can't fall behind it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from formcheck.exercises.cited_source import Source
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.start_position import StartPosition
from formcheck.programmes.programme import Programme
from formcheck.results.result_document import SCHEMA, ResultDocument
from tests.pages.keys import json_tables, toml_tables
from tests.pages.overview import overviews

DOCS: Final = Path(__file__).parents[2] / ".github/docs"

_MADE = "<!-- Made by `python -m tests.pages`; change what it is made from. -->"

_EXERCISE_FILE = f"""\
{_MADE}

# Every key of an exercise file

An exercise file is plain text in the TOML format: `key = value`, with a text in "quotes" and a
decimal point, never a comma. What belongs together stands below a heading: `[camera]` once, and
`[[criteria]]` as often as there are criteria. [Bird dog's own file][bird-dog] uses most of it.

`formcheck exercises --validate FILE` tells every mistake at once with its remedy, and
`formcheck exercises --measures` what can be measured, in which unit, and from where it can be seen.

[bird-dog]: ../../formcheck/exercises/library/bird-dog/exercise.toml
"""

_RESULT = f"""\
{_MADE}

# Every key of result.json

`formcheck analyse` writes it beside the report; schema {SCHEMA}. New keys may be added; none change
meaning within a schema number. Angles are in degrees with one decimal, times in seconds with two,
lengths in trunk lengths with three. What could not be measured is null, and what could not be
judged is `unknown`. For programs there is a JSON schema: `formcheck.result_schema()`, or
[result.schema.json](../../formcheck/results/result.schema.json).
"""


def pages() -> Mapping[str, str]:
    """Each page's text by the name of its file."""
    exercise = (
        _EXERCISE_FILE,
        toml_tables(Exercise, "An exercise"),
        toml_tables(StartPosition, "A start position"),
        toml_tables(Source, "A source"),
        toml_tables(Programme, "A programme"),
    )
    result = (_RESULT, json_tables(ResultDocument, "The document"))
    told = {name: _joined(_MADE, text) for name, text in overviews().items()}
    return {"exercise-file.md": _joined(*exercise), "result.md": _joined(*result), **told}


def _joined(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"
