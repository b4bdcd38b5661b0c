"""Keeps the start-up chatter of a native library off the user's terminal."""

import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STANDARD_ERROR = 2

CHATTER = re.compile(
    rb"INFO: Created TensorFlow Lite"
    rb"|WARNING: All log messages before absl::InitializeLog"
    rb"|ERROR: (?:.*XNNP|Node number)"
    rb"|Calculator::"
    rb"|[IWE]\d{4} \d\d:\d\d:\d+\.\d+ "
)
"""How lines begin that TensorFlow Lite and the landmarker's logger write; neither can be turned
down from Python (no environment variable has an effect). A fatal line begins with F and is
passed on."""

_HOLDING = threading.Lock()
"""Standard error belongs to the whole process: only one thread holds it back at a time."""


@contextmanager
def without_native_chatter() -> Iterator[None]:
    """Hold back what reaches standard error inside the block, then pass on all but chatter.

    Works on the file descriptor, since native code doesn't know of `sys.stderr`. Where there is
    no standard error, or another thread holds it back already, nothing is done.
    """
    if not _HOLDING.acquire(blocking=False):
        yield
        return
    try:
        with _held_back():
            yield
    finally:
        _HOLDING.release()


@contextmanager
def _held_back() -> Iterator[None]:
    try:
        terminal = os.dup(STANDARD_ERROR)
    except OSError:
        yield
        return
    with tempfile.TemporaryFile() as held:
        try:
            _flush()
            os.dup2(held.fileno(), STANDARD_ERROR)
            yield
        finally:
            _flush()
            os.dup2(terminal, STANDARD_ERROR)
            os.close(terminal)
            held.seek(0)
            _pass_on(held.readlines())


def _flush() -> None:
    if sys.stderr is not None:
        sys.stderr.flush()


def _pass_on(lines: list[bytes]) -> None:
    kept = b"".join(line for line in lines if not CHATTER.match(line))
    if kept:
        os.write(STANDARD_ERROR, kept)
