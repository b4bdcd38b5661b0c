"""What is wrong with a value in a file, in plain words."""

import re
from typing import Any

from formcheck.texts.message import Message, message, said

_COMMA = re.compile(r"\s*([+-]?\d+),(\d+)\s*")
_WITH_UNIT = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*[^\W\d_°º%]*[°º%]?\s*")
"""A number and its unit: 155°, 155 degrees, 3 s."""

NO_NUMBER = "value.no_number"
"""The text for what is no number where one belongs."""

_LONGEST = 40
"""Letters of a value that are said again."""

_SAID = frozenset(
    {
        "missing",
        "string_type",
        "string_too_short",
        "string_pattern_mismatch",
        "int_from_float",
        "finite_number",
        "bool_type",
        "bool_parsing",
        "literal_error",
        "greater_than_equal",
        "greater_than",
        "less_than_equal",
        "less_than",
        "tuple_type",
        "too_short",
        "too_long",
        "model_type",
        "mapping_type",
    }
)
"""The types of pydantic's errors that have a text of ours, below `value`."""

_LIMITS = ("ge", "gt", "le", "lt")

_NUMBERS = ("float_type", "float_parsing", "int_type", "int_parsing")


def value_mistake(mistake: Any) -> Message:
    """One of pydantic's errors about a value."""
    kind, value = mistake["type"], mistake["input"]
    if kind in _NUMBERS:
        comma = _COMMA.fullmatch(value) if isinstance(value, str) else None
        if comma is not None:
            return message("value.comma", right=f"{comma[1]}.{comma[2]}")
        united = _WITH_UNIT.fullmatch(value) if isinstance(value, str) else None
        if united is not None:
            return message("value.unit", right=united[1])
        if isinstance(value, list):
            return message("value.no_list")
        return message(NO_NUMBER, value=_written(value))
    if kind not in _SAID:
        text = str(mistake["msg"])
        return said(text[:1].lower() + text[1:])
    context = mistake.get("ctx", {})
    limit = next((context[name] for name in _LIMITS if name in context), None)
    return message(f"value.{kind}", value=_written(value), limit=limit)


def _written(value: object) -> Message | str:
    """A value as the file has it, as far as it fits into a line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str) and len(value) <= _LONGEST and value.isprintable():
        return f'"{value}"'
    return message("value.that")
