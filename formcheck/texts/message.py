"""What is to be told, before it is known in which language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """A text by its key, and the values for its places; `Texts.told` puts it into words.

    What a program asks about is the key, which is the same in every language, never the words.

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


def message(key: str, about: str = "", /, **values: object) -> Message:
    """A message with its values. about: see `Message`."""
    fixed = {name: tuple(one) if isinstance(one, list) else one for name, one in values.items()}
    return Message(key, tuple(fixed.items()), about)


def said(text: str) -> Message:
    """A message that is in words already."""
    return message("list.said", text=text)


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
    return tuple(map(_value, saved)) if isinstance(saved, list) else saved
