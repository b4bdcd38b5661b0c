"""Take away the folders that a process had under way when it ended: a program of its own.

    python left_behind.py < what the process says

It reads until the process that writes to it has ended, however it ended, and then removes what is
still under way. It begins in some milliseconds, since it loads next to nothing.
"""

import os
import shutil
import sys
import time
from pathlib import Path

UNDER_WAY, OVER = b"+", b"-"
"""Before a folder's path; `END` comes behind it."""

END = b"\0"
"""The only byte that no path has."""

_LONGEST_S = 10.0
"""Processes that worked with the one that ended may write for a moment more."""

_AGAIN_S = 0.1


def left_under_way(said: bytes) -> list[Path]:
    """The folders that were begun and not ended, in the order in which they were begun.

    What was still being said when the process ended doesn't count.
    """
    left: dict[bytes, None] = {}
    for one in said.split(END)[:-1]:
        if one.startswith(UNDER_WAY):
            left[one[1:]] = None
        else:
            left.pop(one[1:], None)
    return [Path(os.fsdecode(one)) for one in left]


def take_away(folders: list[Path]) -> None:
    """Remove folders with all that is in them, also what is still being written there."""
    until_s = time.monotonic() + _LONGEST_S
    while folders and time.monotonic() < until_s:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        folders = [folder for folder in folders if folder.is_dir() and not folder.is_symlink()]
        time.sleep(_AGAIN_S if folders else 0.0)


if __name__ == "__main__":
    take_away(left_under_way(sys.stdin.buffer.read()))
