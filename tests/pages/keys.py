"""Every key of a file as Markdown, made from the classes that read it."""

import re
from collections.abc import Callable, Iterator, Mapping
from inspect import cleandoc
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from formcheck.exercises.cited_source import Source
from formcheck.exercises.start_position import StartPosition

BY_NAME: Mapping[type, str] = {
    StartPosition: "the name of a start position",
    Source: "the key of a source",
}
"""What a file only names, though it is a whole part once it was read."""

PLAIN: Mapping[Any, str] = {
    str: "text",
    float: "number",
    int: "whole number",
    bool: "true or false",
}


def toml_tables(root: type[BaseModel], heading: str) -> str:
    """A heading and a table for a class, then the same for each that it has parts of."""
    return _sections(root, heading, _toml_rows)


def json_tables(root: type[BaseModel], heading: str) -> str:
    """The same for a document that always has every key."""
    return _sections(root, heading, _json_rows)


def parts_of(root: type[BaseModel]) -> dict[type[BaseModel], list[str]]:
    """The class and all that its fields are made of, with how a file writes each."""
    found: dict[type[BaseModel], list[str]] = {root: []}
    waiting: list[tuple[type[BaseModel], str]] = [(root, "")]
    while waiting:
        part, place = waiting.pop(0)
        for name, field in part.model_fields.items():
            for inner in _classes(field.annotation):
                below = f"{place}{name}"
                if inner not in found:
                    found[inner] = []
                    waiting.append((inner, f"{below}."))
                found[inner].append(f"`{below}`")
    return found


def words(annotation: Any) -> str:
    """What may be written for a type."""
    if annotation in BY_NAME:
        return BY_NAME[annotation]
    if annotation in PLAIN:
        return PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "a part"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated and isinstance(inner[-1], BeforeValidator):
        return f"one, or {words(inner[0])}"
    if origin is Annotated:
        return words(inner[0])
    if origin is Literal:
        return ", ".join(f"`{one}`" if one != "" else '`""`' for one in inner)
    if origin in (Union, UnionType):
        return " or ".join(words(one) for one in inner if one is not NoneType)
    if origin is tuple and inner[-1] is Ellipsis:
        return f"a list of: {words(inner[0])}"
    if origin is tuple:
        return f"two, as `[3, 5]`: {words(inner[0])}"
    assert issubclass(origin, Mapping), annotation
    return f"by name: {words(inner[1])}"


def told_keys(part: type[BaseModel]) -> tuple[str, dict[str, str]]:
    """What a class says of itself, and of its keys one by one: `width, height: pixels.`"""
    text = " ".join(cleandoc(part.__doc__ or "").split())
    names = "|".join(sorted(part.model_fields, key=len, reverse=True))
    heads = [*re.finditer(rf"(?:^|(?<=[.;] ))((?:(?:{names}), )*(?:{names})): ", text)]
    about = text[: heads[0].start()] if heads else text
    meanings: dict[str, str] = {}
    for head, following in pairwise([*heads, None]):
        assert head is not None
        meaning = text[head.end() : following.start() if following else None].strip(" .;")
        meanings |= dict.fromkeys(head[1].split(", "), meaning)
    return about.strip(), meanings


def _sections(
    root: type[BaseModel], heading: str, rows: Callable[[type[BaseModel]], list[list[str]]]
) -> str:
    sections = []
    for part, places in parts_of(root).items():
        title = f"## {heading}" if part is root else f"### {', '.join(places)}"
        header, *others = rows(part)
        lines = [header, ["---"] * len(header), *others]
        cells = ["| " + " | ".join(one.replace("|", "\\|") for one in row) + " |" for row in lines]
        sections.append("\n".join([title, "", _first_words(part), "", *cells]))
    return "\n\n".join(sections)


def _toml_rows(part: type[BaseModel]) -> list[list[str]]:
    told = any(field.description for field in part.model_fields.values())
    rows = [["key", "what is written", "without it", *(["meaning"] if told else [])]]
    for name, field in part.model_fields.items():
        row = [f"`{name}`", words(field.annotation), _default(field)]
        rows.append([*row, field.description or _of_its_part(field)] if told else row)
    return rows


def _json_rows(part: type[BaseModel]) -> list[list[str]]:
    _, meanings = told_keys(part)
    rows = [["key", "value", "meaning"]]
    for name, field in part.model_fields.items():
        null = " or null" if NoneType in get_args(field.annotation) else ""
        meaning = meanings.get(name, "") or _of_its_part(field)
        rows.append([f"`{field.alias or name}`", words(field.annotation) + null, meaning])
    return rows


def _classes(annotation: Any) -> Iterator[type[BaseModel]]:
    """The parts inside a type, but for those that a file only names."""
    if annotation in BY_NAME:
        return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        if not isinstance(inner, str):
            yield from _classes(inner)


def _first_words(part: type[BaseModel]) -> str:
    return cleandoc(part.__doc__ or "").partition("\n\n")[0]


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"`{value:g}`"
    if isinstance(value, str) and value:
        return f"`{value}`"
    if isinstance(value, tuple) and value:
        return ", ".join(f"`{one}`" for one in value)
    return "–"


def _of_its_part(field: FieldInfo) -> str:
    """What the part says of itself where the key has no words of its own."""
    return next((told_keys(part)[0] for part in _classes(field.annotation)), "")
