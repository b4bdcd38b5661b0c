"""What has words for people, and carries them in other languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from pydantic import PrivateAttr

from formcheck.exercises.file_part import FilePart


@dataclass(frozen=True)
class Translation:
    """Words in one other language, by key.

    original: the words that they stand for. Who changes those has said something else, which the
    translation doesn't say.
    """

    original: Mapping[str, str]
    words: Mapping[str, str]


class Translatable(FilePart):
    """A part that comes with translations, which are no keys of its file."""

    _translations: Mapping[str, Translation] = PrivateAttr(default_factory=dict)

    @property
    def translations(self) -> Mapping[str, Translation]:
        """By the code of the language, e.g. `de` (ISO 639-1)."""
        return self._translations

    def with_translations(self, translations: Mapping[str, Translation]) -> Self:
        """The same with these translations in place of its own."""
        copy = self.model_copy()
        copy._translations = dict(translations)
        return copy
