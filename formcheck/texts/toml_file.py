"""Reading the TOML files that people write, whatever they turn out to be."""

import errno
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

MOST_BYTES = 4_000_000
"""Of a file; engineering value. The longest one of our own has 11 kB. A file without an end (a
device) would fill the memory."""


def read_toml(file: Path | Traversable) -> dict[str, Any]:
    """The document in a file.

    Raises OSError where it can't be read or is far too large, UnicodeDecodeError where it is no
    text, and tomllib.TOMLDecodeError for everything in it that is no TOML.
    """
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MOST_BYTES // 1_000_000} MB", str(file))
    # Editors on Windows may begin a file with a byte order mark, which TOML doesn't know.
    return parse_toml(data.decode("utf-8-sig"))


def parse_toml(text: str) -> dict[str, Any]:
    """The document in a text.

    Raises tomllib.TOMLDecodeError alone, where tomllib has other errors too: for tables within
    tables beyond counting and for numbers of thousands of digits.
    """
    try:
        return tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("Too deeply nested") from None
    except ValueError as error:
        raise tomllib.TOMLDecodeError(str(error)) from None
