"""An exercise as a TOML file, in the order and style of the program's own ones."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from textwrap import wrap

from pydantic import BaseModel

from formcheck.learn.draft import Draft, Notes

WIDTH = 98

TABLES = ("camera", "start", "posture", "sides", "phases", "repetition", "dosage", "criteria")
"""In the order in which people read an exercise."""

FIRST = ("id", "title", "during")
"""What a criterion is comes before its numbers."""


def as_toml(draft: Draft) -> str:
    """The text of the file: every value that isn't the usual one, with notes as comments."""
    exercise, notes = draft.exercise, draft.notes
    own = _lines(exercise, leave_out=TABLES)
    blocks = [[*_comments(notes.get("", ())), *own]]
    for table in TABLES:
        part = getattr(exercise, table)
        if isinstance(part, tuple):
            blocks.extend(_array(table, part, notes))
        elif part.model_fields_set and (lines := _lines(part)):
            blocks.append([*_comments(notes.get(table, ())), f"[{table}]", *lines])
    text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
    # A file name that is no text comes in with parts that no text file can hold.
    return text.encode("utf-8", "replace").decode("utf-8")


def _array(table: str, parts: Sequence[BaseModel], notes: Notes) -> Iterator[list[str]]:
    blocks = []
    for number, part in enumerate(parts):
        own = notes.get(f"{table}.{getattr(part, 'id', number)}", ())
        general = notes.get(table, ()) if number == 0 else ()
        blocks.append([*_comments((*general, *own)), f"[[{table}]]", *_lines(part)])
    # Ranges are short and stand together, criteria stand apart.
    yield from blocks if table == "criteria" else [list(chain.from_iterable(blocks))]


def _lines(part: BaseModel, leave_out: Sequence[str] = ()) -> list[str]:
    """`key = value` for what differs from the default, in the order of reading."""
    keys = [key for key in type(part).model_fields if key not in leave_out]
    if "id" in keys:
        keys = [*(key for key in FIRST if key in keys), *(key for key in keys if key not in FIRST)]
    return [
        f"{key} = {_value(getattr(part, key))}"
        for key in keys
        if getattr(part, key) != type(part).model_fields[key].default
    ]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        inside = [_value(one) for one in value]
        line = f"[{', '.join(inside)}]"
        if len(line) < 70:
            return line
        return "[\n" + "".join(f"    {one},\n" for one in inside) + "]"
    if isinstance(value, BaseModel):
        return f"{{ {', '.join(_lines(value))} }}"
    raise TypeError(f"an exercise file has no place for {type(value).__name__}")


def _text(text: str) -> str:
    # A JSON string is a TOML basic string, but for one character that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comments(notes: Sequence[str]) -> list[str]:
    printable = ("".join(c if c.isprintable() else " " for c in note) for note in notes)
    lines = (wrap(note, WIDTH, break_on_hyphens=False) for note in printable)
    return [f"# {line}" for line in chain.from_iterable(lines)]
