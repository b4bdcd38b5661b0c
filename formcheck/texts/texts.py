"""The texts of one language, looked up by name and filled with values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from formcheck.errors import FormcheckError
from formcheck.texts.entries import ENGLISH, filled, languages, number_in, own_entries
from formcheck.texts.message import Message, in_words, listed_in, message, spoken


class UnknownLanguageError(FormcheckError):
    """There is no file for the language that was asked for."""


@dataclass(frozen=True, eq=False)
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
        said = {name: spoken(value, self.entries) for name, value in values.items()}
        return filled(self.entries, key, said)

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """The text for so many of something, as `{count}`; for one of it, that of `key_one`."""
        return self.text(f"{key}_one" if count == 1 else key, count=count, **values)

    def told(self, message: Message | str) -> str:
        """A message in words; what is in words already stays as it is."""
        return in_words(message, self.entries)

    def can_tell(self, message: Message) -> bool:
        """Whether a message, as out of a file of another version, can be put into words."""
        try:
            self.told(message)
        except (LookupError, ValueError, TypeError):
            return False
        return True

    def number(self, value: float, form: str = "g") -> str:
        """A number as the language writes it. form: as in a format string, e.g. `.1f`."""
        return number_in(self.entries, value, form)

    def listed(self, parts: Sequence[Message | str], word: Literal["and", "or"] = "and") -> str:
        """`left knee, right knee and head`."""
        return listed_in(self.entries, parts, word)

    def inline(self, sentence: str) -> str:
        """A title or a sentence as a part of another one, as the language writes it there."""
        sentence = sentence.rstrip(".")
        kept = sentence.startswith(("I ", "I'")) or self.entries["list.inline"] != "lower"
        return sentence if kept else sentence[:1].lower() + sentence[1:]


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
            message("error.language", language=language, known=", ".join(known))
        )
    return Texts(language, {**own_entries(ENGLISH), **own_entries(language)})
