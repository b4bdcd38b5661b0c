"""What is told, in English."""

from collections.abc import Iterable
from typing import Final

from formcheck.texts.message import Message
from formcheck.texts.texts import Texts, load_texts

ENGLISH: Final[Texts] = load_texts()


def told(messages: Iterable[Message | str]) -> tuple[str, ...]:
    return tuple(map(ENGLISH.told, messages))
