"""What is to be told, before it is known in which language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from formcheck.texts.entries import ENGLISH, filled, own_entries

MOST_LINES = 200
"""That are told at a time; engineering value. More nobody reads before mending the first, and a
file of a megabyte may have a hundred thousand mistakes."""


@dataclass(frozen=True)
class Message:
    """A text by its key, and the values for its places; `Texts.told` puts it into words.

    What a program asks about is the key, which is the same in every language, never the words;
    `str` gives these in English.

    values: by name: numbers, texts, further messages, or several of these, which are listed. Where
    one of them is called `count` and is 1, the text is that of `key_one`, if there is one. about:
    the id of what it is about, where there are several messages of one key.
    """

    key: str
    values: tuple[tuple[str, object], ...] = ()
    about: str = ""

    @property
    def id(self) -> str:
        """What result files call it, in every language: `times.guessed`."""
        return f"{self.key}.{self.about}" if self.about else self.key

    @property
    def deepest_id(self) -> str | None:
        """The id of what is wrong where this tells of a `problem`, for programs; its own otherwise.

        Of several lines, that of the first: one mistake or two, it is the same. None for words
        alone, which have no id.
        """
        beneath = dict(self.values).get("above" if self.key == "list.lines" else "problem")
        if isinstance(beneath, Message):
            return beneath.deepest_id
        return None if self.key == "list.said" else self.id

    def __str__(self) -> str:
        return in_words(self, own_entries(ENGLISH))


def message(key: str, about: str = "", /, **values: object) -> Message:
    """A message with its values. about: see `Message`."""
    fixed = {name: tuple(one) if isinstance(one, list) else one for name, one in values.items()}
    return Message(key, tuple(fixed.items()), about)


def said(text: str) -> Message:
    """A message that is in words already."""
    return message("list.said", text=text)


def either(parts: Sequence[str]) -> Message | str:
    """`left, right or none`, in whichever language."""
    *before, last = parts
    return message("list.or", before=", ".join(before), last=last) if before else last


def one_below_the_other(lines: Iterable[Message | str]) -> Message:
    """Several messages as one, each on a line of its own; at least one. Of more than `MOST_LINES`
    the first, and how many more there are.

    They are joined in pairs, and these again: one within the other all would be too deep to tell.
    """
    parts = [said(one) if isinstance(one, str) else one for one in lines]
    if len(parts) > MOST_LINES:
        parts = [*parts[:MOST_LINES], message("list.more", count=len(parts) - MOST_LINES)]
    while len(parts) > 1:
        pairs = zip(parts[::2], parts[1::2], strict=False)
        odd = parts[len(parts) - len(parts) % 2 :]
        parts = [message("list.lines", above=above, below=below) for above, below in pairs] + odd
    return parts[0]


def in_words(told: Message | str, entries: Mapping[str, str]) -> str:
    """A message in the language of these texts; what is in words already stays as it is."""
    if isinstance(told, str):
        return told
    one, values = f"{told.key}_one", dict(told.values)
    singular = values.get("count") == 1 and one in entries
    words = {name: spoken(value, entries) for name, value in values.items()}
    return filled(entries, one if singular else told.key, words)


def listed_in(
    entries: Mapping[str, str], parts: Sequence[Message | str], word: Literal["and", "or"] = "and"
) -> str:
    """`left knee, right knee and head`."""
    *before, last = (in_words(one, entries) for one in parts)
    if not before:
        return last
    return filled(entries, f"list.{word}", {"before": ", ".join(before), "last": last})


def message_from(saved: object) -> Message:
    """A message out of a file: an object with the fields of one, or words alone in older files.

    Raises ValueError where it is neither.
    """
    if isinstance(saved, str):
        return said(saved)
    if not isinstance(saved, dict) or not isinstance(saved.get("key"), str):
        raise ValueError("no message")
    try:
        values = tuple((str(name), _value(value)) for name, value in saved.get("values", ()))
    except TypeError:
        raise ValueError("no message") from None
    return Message(saved["key"], values, str(saved.get("about", "")))


def _value(saved: object) -> object:
    if isinstance(saved, dict):
        return message_from(saved)
    return tuple(map(_part, saved)) if isinstance(saved, list) else saved


def _part(saved: object) -> Message | str:
    """One of several that are listed."""
    return saved if isinstance(saved, str) else message_from(saved)


def spoken(value: object, entries: Mapping[str, str]) -> object:
    """A value of a text, put into words where it is a message or a list."""
    if isinstance(value, Message):
        return in_words(value, entries)
    return listed_in(entries, value) if isinstance(value, list | tuple) else value
