"""What is wrong with a value in a file, in plain words."""

import re
from collections.abc import Mapping
from typing import Any

_COMMA = re.compile(r"\s*([+-]?\d+),(\d+)\s*")
_LONGEST = 40
"""Letters of a value that are said again."""

_SAID: Mapping[str, str] = {
    "missing": "is missing",
    "string_type": "text stands in straight quotes",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "{value} can't be an id: use small letters, digits and single "
    "hyphens",
    "int_from_float": "{value} is no whole number",
    "finite_number": "must be a finite number",
    "bool_type": "write true or false, without quotes",
    "bool_parsing": "write true or false, without quotes",
    "literal_error": "{value} can't stand here",
    "greater_than_equal": "{value} is too small; it must be at least {ge:g}",
    "greater_than": "{value} is too small; it must be more than {gt:g}",
    "less_than_equal": "{value} is too large; it must be at most {le:g}",
    "less_than": "{value} is too large; it must be less than {lt:g}",
    "tuple_type": "is a list and stands in square brackets",
    "too_short": "needs one or more",
    "too_long": "has more values than belong here",
    "model_type": "is a table of its own: write its name in brackets above its keys",
    "mapping_type": "is a table: write {{ name = value }}",
}
"""By the type of pydantic's error."""

_NUMBERS = ("float_type", "float_parsing", "int_type", "int_parsing")


def value_mistake(mistake: Any) -> str:
    """One of pydantic's errors about a value, in words."""
    kind, value = mistake["type"], mistake["input"]
    if kind in _NUMBERS:
        comma = _COMMA.fullmatch(value) if isinstance(value, str) else None
        right = f"use a point, without quotes: {comma[1]}.{comma[2]}" if comma else ""
        return right or f"{_written(value)} is no number"
    if kind not in _SAID:
        message = str(mistake["msg"])
        return message[:1].lower() + message[1:]
    return _SAID[kind].format(value=_written(value), **mistake.get("ctx", {}))


def _written(value: object) -> str:
    """A value as the file has it, as far as it fits into a line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str) and len(value) <= _LONGEST and value.isprintable():
        return f'"{value}"'
    return "what stands there"
