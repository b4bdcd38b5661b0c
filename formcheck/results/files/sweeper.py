"""Folders that must not outlive this process, told to one that outlives it.

Whoever is killed can't tidy up. A small program beside this process, in a group of its own, so that
not even what ends the whole group ends it, takes away what was under way. Where it is ended as
well, the next run finds what was left (`held_folder`).
"""

import os
import subprocess
import sys
from contextlib import suppress
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import IO, Any, cast

from formcheck.results.files.left_behind import END, OVER, UNDER_WAY

_PROGRAM = Path(__file__).with_name("left_behind.py")

_LONGEST_END_S = 1.0

_LAST = -200
"""Whoever has a higher number ends before; Python takes its own temporary folder away at -100."""


class Sweeper:
    """A program that waits for the end of this process. Without one, nothing is watched."""

    def __init__(self) -> None:
        self._process = _begin()
        if self._process is not None:
            Finalize(None, self.close, exitpriority=_LAST)

    def watch(self, folder: Path) -> None:
        """From now on a folder is taken away where this process ends."""
        self._say(UNDER_WAY, folder)

    def leave(self, folder: Path) -> None:
        """From now on it is no longer."""
        self._say(OVER, folder)

    def close(self) -> None:
        """Let the program take away what is still under way, and end."""
        process, self._process = self._process, None
        if process is not None:
            _words(process).close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LONGEST_END_S)

    def _say(self, what: bytes, folder: Path) -> None:
        if self._process is not None:
            # It may have been ended, or stopped and no longer listen: nobody waits for it.
            with suppress(OSError):
                os.write(
                    _words(self._process).fileno(), what + os.fsencode(folder.absolute()) + END
                )


@cache
def sweeper() -> Sweeper:
    """The one of this process, begun when it is first needed."""
    return Sweeper()


def _words(process: "subprocess.Popen[bytes]") -> IO[bytes]:
    return cast("IO[bytes]", process.stdin)


def _begin() -> "subprocess.Popen[bytes] | None":
    apart: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NO_WINDOW}
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # What is to be removed must not be where it stands.
            cwd=_PROGRAM.anchor,
            **apart,
        )
    except OSError:
        return None
    with suppress(OSError):
        os.set_blocking(_words(process).fileno(), False)
    return process
