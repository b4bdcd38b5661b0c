"""File names in texts: a name can hold bytes that are no text, and signs that no line should."""

import re
from importlib.resources.abc import Traversable
from pathlib import Path

_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls of a terminal, ends of lines, turns of the writing's direction, and half characters."""


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
    return _UNSHOWN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
