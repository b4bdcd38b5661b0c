"""File names in texts: a name can hold bytes that are no text, and signs that no line should."""

import re
from importlib.resources.abc import Traversable
from pathlib import Path

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls of a terminal, ends of lines, turns of the writing's direction, and half characters."""

_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Of these, what no text of many lines holds either."""


def unsteered(text: str) -> str:
    """A text of many lines that doesn't steer the terminal on which it is shown."""
    return _STEERS.sub(_escaped, text)


def steers(text: str) -> bool:
    """Whether a terminal would do something else than show it."""
    return _STEERS.search(text) is not None


def shown(path: Path | Traversable | str) -> str:
    r"""A path as it stands in a sentence, a page or a document: one line of valid text.

    Bytes that are no UTF-8 are written as `\xff`, line ends as `\n`. Bytes that only the locale
    could not read (a C locale knows no umlaut) are read. Every usual name stays as it is.
    """
    text = str(path)
    try:
        # Python holds bytes that it could not decode as half characters.
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return _UNSHOWN.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
