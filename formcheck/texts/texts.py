"""The texts of one language, looked up by name and filled with values."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from formcheck.errors import FormcheckError

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
        """The text with its values filled in.

        Raises KeyError where the key or one of its values is missing: both are mistakes of the
        program, not of its user.
        """
        return self.entries[key].format(**values)

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """The text for so many of something, as `{count}`; for one of it, that of `key_one`."""
        return self.text(f"{key}_one" if count == 1 else key, count=count, **values)


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, in alphabetical order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_texts(language: str = ENGLISH) -> Texts:
    """The texts of a language, for checkers, cues and drawing.

        texts = formcheck.load_texts("de")
        cues = formcheck.CueChooser(formcheck.translated(exercise, texts), texts)

    language: its code, such as `de` (ISO 639-1).

    Raises UnknownLanguageError, which names the languages that there are.
    """
    known = languages()
    if language not in known:
        raise UnknownLanguageError(
            f"There is no language {language!r}. There are: {', '.join(known)}."
        )
    document = tomllib.loads((files(__package__) / f"{language}.toml").read_text(encoding="utf-8"))
    return Texts(language, dict(flattened(document, "")))


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
