"""The texts of each language's file by dotted key, and filling values into one of them."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from string import Formatter

ENGLISH = "en"
"""The language that is always complete; the others are held against it."""


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def own_entries(language: str) -> Mapping[str, str]:
    """The texts that a language's own file has; what is missing there is read in English."""
    document = tomllib.loads((files(__package__) / f"{language}.toml").read_text(encoding="utf-8"))
    return dict(flattened(document, ""))


def flattened(table: Mapping[str, object], before: str) -> Iterator[tuple[str, str]]:
    """Every text by dotted key; the texts of a list are numbered from 1."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{before}{key}.")
        elif isinstance(value, list):
            numbered = {str(number): text for number, text in enumerate(value, 1)}
            yield from flattened(numbered, f"{before}{key}.")
        else:
            yield f"{before}{key}", str(value)


def filled(entries: Mapping[str, str], key: str, values: Mapping[str, object]) -> str:
    """A text with its values filled in; numbers have the language's own decimal sign.

    Raises KeyError where the key or one of its values is missing: both are mistakes of the
    program, not of its user.
    """
    return _numbers(entries).vformat(entries[key], (), values)


def number_in(entries: Mapping[str, str], value: float, form: str) -> str:
    """A number as the language of these texts writes it. form: as in a format string."""
    return _numbers(entries).format_field(value, form)


class _Numbers(Formatter):
    """Fills values in; numbers with decimals get the given sign before these, and a true minus."""

    def __init__(self, decimal: str) -> None:
        self._decimal = decimal

    def format_field(self, value: object, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        if not isinstance(value, float):
            return text
        text = text.replace(".", self._decimal)
        return f"−{text[1:]}" if text.startswith("-") else text


def _numbers(entries: Mapping[str, str]) -> _Numbers:
    return _Numbers(entries.get("csv.decimal", "."))
