"""Reading the TOML files that people write, whatever they turn out to be."""

import codecs
import errno
import os
import re
import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message, one_below_the_other
from formcheck.texts.toml_slips import mended, unclosed

MOST_BYTES = 1_000_000
"""Of a file; engineering value. The longest one of our own has 11 kB. A file without an end (a
device) would fill the memory."""

MOST_KEY_PARTS = 100
"""Of a key such as `a.b.c`; the parser's time grows with their square."""

_LOOKED_AT = 10_000
"""Letters of a file, for those that no text has: enough to tell a word processor's own format."""

_TOO_DEEP = "Too deeply nested"

_BETWEEN_KEYS = re.compile(r"[=,{}\n]")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What editors on Windows begin a file with, which TOML doesn't know. UTF-32 before UTF-16, as the
mark of the one begins with that of the other."""


class TomlMistakesError(FormcheckError):
    """A file that is no TOML.

    mistakes: each with its line and its remedy. document: what the file means without them, where
    that is clear; None where it isn't.
    """

    def __init__(self, *mistakes: Message, document: Mapping[str, Any] | None = None) -> None:
        super().__init__(one_below_the_other(mistakes))
        self.mistakes = mistakes
        self.document = document


def read_toml(file: Path | Traversable) -> dict[str, Any]:
    """The document in a file.

    UTF-8, with or without a byte order mark, and UTF-16 with one are read; so are the invisible
    spaces that word processors put in.

    Raises OSError where it can't be read or is far too large, and TomlMistakesError for everything
    in it that is no TOML.
    """
    with _opened(file) as opened:
        data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
    text = _decoded(data)
    try:
        return parse_toml(text)
    except ValueError as error:
        return _without_slips(text, error)


_RICH_TEXT = "{\\rtf"
"""How the files begin that a Mac's own editor writes where nobody tells it otherwise."""


def _opened(file: Path | Traversable) -> IO[bytes]:
    """Open a file to read bytes; a pipe into which nobody writes is empty, and not waited for."""
    if not isinstance(file, Path) or not file.is_fifo():
        return file.open("rb")
    pipe = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "rb")


def parse_toml(text: str) -> dict[str, Any]:
    """The document in a text.

    Raises ValueError alone, as tomllib does for all but tables within tables beyond counting.
    """
    if any(part.count(".") > MOST_KEY_PARTS for part in _BETWEEN_KEYS.split(text)):
        raise ValueError(_TOO_DEEP)
    try:
        return tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


def _decoded(data: bytes) -> str:
    """Raises TomlMistakesError where it is no text in an encoding that can be told."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:_LOOKED_AT]:
            raise TomlMistakesError(message("slip.no_text")) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise TomlMistakesError(
            message(
                "slip.line",
                line=line,
                said=message("slip.encoding", encoding=encoding[:6].upper()),
            )
        ) from None
    if (
        "\0" in text
        or text.startswith(_RICH_TEXT)
        or any(letter < " " and letter not in "\t\n\r\f" for letter in text[:_LOOKED_AT])
    ):
        raise TomlMistakesError(message("slip.no_text"))
    return text


def _without_slips(text: str, error: ValueError) -> dict[str, Any]:
    """The document, where only what can't be seen was wrong in the text.

    error: what the text as it is can't be read for. Raises TomlMistakesError otherwise.
    """
    better, slips = mended(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        document = parse_toml(better)
    except ValueError as left:
        last = left if slips else error
        raise TomlMistakesError(
            *slips, message("slip.invalid", problem=_in_words(last, better))
        ) from None
    if slips:
        raise TomlMistakesError(*slips, document=document) from None
    return document


_BACKSLASH = ("Unescaped '\\'", "Invalid hex value")
_AT_END = "(at end of document)"
_SAID_TWICE = re.compile(r"Cannot declare \('(.*)',\) twice.*")
_PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


def _in_words(error: ValueError, document: str) -> Message:
    text = str(error)
    if text == _TOO_DEEP:
        return message("slip.nested")
    opened = unclosed(document) if text.endswith(_AT_END) else None
    if opened is not None:
        return message("slip.unclosed", line=opened)
    place = _PLACE.search(text)
    where = {} if place is None else place.groupdict()
    at = "_at" if where else ""
    twice = _SAID_TWICE.fullmatch(text)
    if twice is not None:
        return message(f"slip.twice{at}", name=twice[1], **where)
    if text.startswith("Cannot overwrite a value"):
        return message(f"slip.overwritten{at}", **where)
    if where and document.splitlines()[int(where["line"]) - 1].rstrip().endswith("="):
        return message("slip.no_value", line=where["line"])
    if where and text.startswith(_BACKSLASH):
        return message("slip.backslash", line=where["line"])
    return message(f"slip.somewhere{at}", **where)
