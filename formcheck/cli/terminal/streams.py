"""What a terminal, a file or a pipe can't show is written as something that it can.

Every text of formcheck goes through Python's standard streams. Their encoding is the system's: a
Windows console's and a redirect's there (cp1252), a C locale's (ASCII). None of them has every
sign; Python's answer to one that is missing is an error. Here is ours, for all commands.
"""

import codecs
import os
import sys
import unicodedata
from io import TextIOWrapper
from pathlib import Path

READABLE = "formcheck.readable"
"""The name under which Python's codecs know it."""

_IN_ASCII = {
    "✓": "+",
    "✗": "x",
    "–": "-",
    "—": "-",
    "−": "-",
    "·": "-",
    "•": "-",
    "→": "->",
    "▶": ">",
    "×": "x",
    "±": "+/-",
    "≤": "<=",
    "≥": ">=",
    "°": " deg",
    "…": "...",
    "„": '"',
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "Ä": "Ae",
    "Ö": "Oe",
    "Ü": "Ue",
    "ß": "ss",
}


def make_streams_readable() -> None:
    """Have no sign that an encoding lacks end a command, and no byte that was typed.

    Where there is no stream at all (a command without a console), what is said goes nowhere.
    """
    codecs.register_error(READABLE, _in_ascii)
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream, errors in ((sys.stdout, READABLE), (sys.stderr, READABLE), (sys.stdin, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """An error handler for `codecs`: what to write in place of the signs that are missing."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(map(_sign_in_ascii, missing)), error.end


def _sign_in_ascii(sign: str) -> str:
    if sign in _IN_ASCII:
        return _IN_ASCII[sign]
    if "\ud800" <= sign <= "\udfff":
        # Half a character: a byte of a file name that is no text.
        code = ord(sign)
        return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")
    return bare or "?"
