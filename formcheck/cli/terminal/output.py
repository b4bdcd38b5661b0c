"""What every command writes alike: sentences, errors, and JSON documents."""

import codecs
import json
import sys
from contextlib import suppress
from typing import Any

from formcheck.texts.shown import shown, steers, unsteered


def say(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{unsteered(text)}\n")
    sys.stdout.flush()


def complain(message: str) -> None:
    """Write an error to standard error, a line each; nobody is told where that is closed."""
    with suppress(OSError):
        for line in message.strip("\n").split("\n"):
            sys.stderr.write(f"formcheck: {shown(line)}\n")
        sys.stderr.flush()


def print_json(document: Any) -> None:
    """Write one JSON document and nothing else to standard output."""
    say(json_text(document))


def json_text(document: Any, *, in_utf8: bool | None = None) -> str:
    """A document as JSON text.

    in_utf8: whether it is written in UTF-8, where signs stay as they are; None for standard output,
    where they do if that is in UTF-8. Otherwise, and where one would steer a terminal, they are
    escaped, which every encoding can hold.
    """
    if in_utf8 is None:
        in_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    if in_utf8 and _is_text(text) and not steers(text):
        return text
    return json.dumps(document, indent=2, allow_nan=False)


def _is_text(text: str) -> bool:
    """Whether no half characters are in it, as in a file's name that is no text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
