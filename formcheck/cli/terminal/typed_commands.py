"""What is typed while the watch runs: a word and Enter, which works in every terminal."""

import os
import sys
import time
from collections import deque
from threading import Thread

from formcheck.desk.commands import Command

BETWEEN_TRIES_S = 1.0
"""Before the terminal is asked again: soon enough for who brings the watch back and types."""


class TypedCommands:
    """Reads lines from a file descriptor in a thread of its own.

    A watch in the background is refused by the terminal, see `refused_in_the_background`, and tries
    again: it may come back to the foreground.

    source: standard input.
    """

    def __init__(self, source: int = 0) -> None:
        self._source = source
        self._typed: deque[Command] = deque()
        Thread(target=self._read, name="typed commands", daemon=True).start()

    def pending(self) -> Command | None:
        """The oldest command that was not handed out yet; lines with other words are left out."""
        return self._typed.popleft() if self._typed else None

    def _read(self) -> None:
        # Not through sys.stdin: its lock, held by a thread that waits, would hang Python's end.
        line = b""
        while True:
            try:
                read = os.read(self._source, 256)
            except OSError:
                time.sleep(BETWEEN_TRIES_S)
                continue
            if not read:
                return
            *lines, line = (line + read).split(b"\n")
            for one in lines:
                word = one.decode(errors="replace").strip().lower()
                if word in list(Command):
                    self._typed.append(Command(word))


def someone_can_type() -> bool:
    """Whether there is a terminal, and this process is in its foreground."""
    try:
        if not sys.stdin.isatty():
            return False
        return not hasattr(os, "tcgetpgrp") or os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (AttributeError, OSError, ValueError):
        return False
