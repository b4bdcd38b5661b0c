"""An exercise as a TOML file, in the order and style of the program's own ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from textwrap import wrap
from typing import Any

import tomlkit
from pydantic import BaseModel
from tomlkit.items import AoT, Table

from formcheck.exercises.cited_source import Source
from formcheck.exercises.start_position import StartPosition
from formcheck.learn.draft import Draft
from formcheck.learn.draft_notes import Notes

WIDTH = 98
"""Of a comment, in characters."""

MOST_IN_LINE = 70
"""Characters of a list; a longer one has a line for each of its values."""

TABLES = (
    "camera",
    "start",
    "posture",
    "sides",
    "phases",
    "repetition",
    "recognised",
    "signature",
    "dosage",
    "criteria",
)
"""In the order in which people read an exercise."""

FIRST = ("id", "title", "during")
"""What a criterion is comes before its numbers."""


def as_toml(draft: Draft) -> str:
    """The text of the file: every value that isn't the usual one, with notes as comments."""
    exercise, notes = draft.exercise, draft.notes
    blocks = [_block(notes.get("", ()), _written(exercise, leave_out=TABLES))]
    for table in TABLES:
        part = getattr(exercise, table)
        if isinstance(part, tuple):
            blocks.extend(_array(table, part, notes))
        elif part is not None and (values := _written(part)):
            blocks.append(_block(notes.get(table, ()), {table: _table(values)}))
    text = "\n".join(blocks)
    # A file name that is no text comes in with parts that no text file can hold.
    return text.encode("utf-8", "replace").decode("utf-8")


def _array(table: str, parts: Sequence[BaseModel], notes: Notes) -> Iterator[str]:
    blocks = []
    for number, part in enumerate(parts):
        own = notes.get(f"{table}.{getattr(part, 'id', number)}", ())
        general = notes.get(table, ()) if number == 0 else ()
        array = AoT([_table(_written(part))])
        blocks.append(_block((*general, *own), {table: array}))
    # Ranges are short and stand together, criteria stand apart.
    yield from blocks if table == "criteria" else filter(None, ["".join(blocks)])


def _block(notes: Sequence[str], values: Mapping[str, Any]) -> str:
    """Keys that stand together, under their comments."""
    comments = tomlkit.document()
    for line in _comment_lines(notes):
        comments.add(tomlkit.comment(line))
    return tomlkit.dumps(comments) + tomlkit.dumps(values)


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    table.update(values)
    return table


def _written(part: BaseModel, leave_out: Sequence[str] = ()) -> dict[str, Any]:
    """What differs from the default, in the order of reading."""
    keys = [key for key in type(part).model_fields if key not in leave_out]
    if "id" in keys:
        keys = [*(key for key in FIRST if key in keys), *(key for key in keys if key not in FIRST)]
    fields = type(part).model_fields
    return {
        key: _value(getattr(part, key))
        for key in keys
        if getattr(part, key) != fields[key].get_default(call_default_factory=True)
    }


def _value(value: object) -> Any:
    match value:
        case (Source() as only,):
            return only.key
        case Source():
            return value.key
        case StartPosition():
            return value.name
        case BaseModel():
            return _inline(_written(value))
        case Mapping():
            return _inline({str(key): _value(one) for key, one in value.items()})
        case tuple():
            return _list([_value(one) for one in value])
        case float() if value.is_integer():
            return int(value)
    return value


def _inline(values: Mapping[str, Any]) -> Any:
    table = tomlkit.inline_table()
    table.update(values)
    return table


def _list(values: Sequence[Any]) -> Any:
    array = tomlkit.array()
    array.extend(values)
    return array.multiline(len(array.as_string()) > MOST_IN_LINE)


def _comment_lines(notes: Sequence[str]) -> Iterator[str]:
    printable = ("".join(c if c.isprintable() else " " for c in note) for note in notes)
    return chain.from_iterable(wrap(note, WIDTH, break_on_hyphens=False) for note in printable)
