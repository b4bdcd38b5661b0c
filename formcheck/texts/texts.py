"""The texts of one language, looked up by name and filled with values."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Literal

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message

ENGLISH = "en"
"""The language that is always complete; the others are held against it."""


class UnknownLanguageError(FormcheckError):
    """There is no file for the language that was asked for."""


@dataclass(frozen=True)
class Texts:
    """Texts by dotted key, e.g. `cues.ready`.

    language: the code of the language, e.g. `en` (ISO 639-1).
    entries: every text by key; a text may hold places for values in braces.
    """

    language: str
    entries: Mapping[str, str]

    def text(self, key: str, /, **values: object) -> str:
        """The text with its values filled in; numbers have the language's own decimal sign.

        Raises KeyError where the key or one of its values is missing: both are mistakes of the
        program, not of its user.
        """
        said = {name: self._value(value) for name, value in values.items()}
        return self._formatter.vformat(self.entries[key], (), said)

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """The text for so many of something, as `{count}`; for one of it, that of `key_one`."""
        return self.text(f"{key}_one" if count == 1 else key, count=count, **values)

    def told(self, message: Message | str) -> str:
        """A message in words; what is in words already stays as it is."""
        if isinstance(message, str):
            return message
        one, values = f"{message.key}_one", dict(message.values)
        singular = values.get("count") == 1 and one in self.entries
        return self.text(one if singular else message.key, **values)

    def can_tell(self, message: Message) -> bool:
        """Whether a message, as out of a file of another version, can be put into words."""
        try:
            self.told(message)
        except (LookupError, ValueError, TypeError):
            return False
        return True

    def number(self, value: float, form: str = "g") -> str:
        """A number as the language writes it. form: as in a format string, e.g. `.1f`."""
        return self._formatter.format_field(value, form)

    def listed(self, parts: Sequence[Message | str], word: Literal["and", "or"] = "and") -> str:
        """`left knee, right knee and head`."""
        *before, last = map(self.told, parts)
        if not before:
            return last
        return self.text(f"list.{word}", before=", ".join(before), last=last)

    def inline(self, sentence: str) -> str:
        """A title or a sentence as a part of another one, as the language writes it there."""
        sentence = sentence.rstrip(".")
        kept = sentence.startswith(("I ", "I'")) or self.entries["list.inline"] != "lower"
        return sentence if kept else sentence[:1].lower() + sentence[1:]

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self.told(value)
        return self.listed(value) if isinstance(value, list | tuple) else value

    @property
    def _formatter(self) -> "_Numbers":
        return _Numbers(self.entries.get("csv.decimal", "."))


class _Numbers(Formatter):
    """Fills values in; numbers with decimals get the given sign before these."""

    def __init__(self, decimal: str) -> None:
        self._decimal = decimal

    def format_field(self, value: object, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.replace(".", self._decimal) if isinstance(value, float) else text


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_texts(language: str = ENGLISH) -> Texts:
    """The texts of a language, for checkers, cues and drawing.

        texts = formcheck.load_texts("de")
        cues = formcheck.CueChooser(formcheck.translated(exercise, texts), texts)

    language: its code, such as `de` (ISO 639-1). What its file lacks is in English.

    Raises UnknownLanguageError, which names the languages that there are.
    """
    known = languages()
    if language not in known:
        raise UnknownLanguageError(
            f"There is no language {language!r}. There are: {', '.join(known)}."
        )
    return Texts(language, own_entries(ENGLISH) | own_entries(language))


def own_entries(language: str) -> dict[str, str]:
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
