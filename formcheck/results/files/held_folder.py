"""A folder of unfinished work that tells whether whoever made it still works on it.

A process that is killed can't tidy up. A program beside it does so (`sweeper`), and where that was
ended as well, the next run: the lock that a process holds ends with it, however it ends, so what
was left is seen. What is locked, or was not made by formcheck on this computer, stays.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from formcheck.results.files.sweeper import sweeper

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HELD = ".held"
"""The file in the folder whose lock says that somebody works there."""

_TEMPORARY = "formcheck-"


class HeldFolder:
    """A new folder that only its owner can look into, held until it is let go or the process ends.

    Raises OSError where it can't be made.
    """

    def __init__(self, place: Path, prefix: str, suffix: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=prefix, suffix=suffix, dir=place))
        sweeper().watch(self.path)
        self._file = hold(self.path)

    def keep(self) -> None:
        """Let the folder stay where the process is killed, for who can use what is in it."""
        sweeper().leave(self.path)

    def remove(self) -> None:
        """Let go of the folder, and take it away with all that is in it."""
        if self._file is not None:
            self._file.close()
        shutil.rmtree(self.path, ignore_errors=True)
        sweeper().leave(self.path)


def hold(folder: Path) -> FileIO | None:
    """Hold a folder for as long as what is returned is open."""
    # Without one, on a disk that knows no locks, nobody else's is ever taken away either.
    with suppress(OSError):
        file = _locked(folder / HELD, "x")
        # An empty one is a folder that is being made in this moment; another computer's on a
        # shared disk may be locked without that being seen here.
        file.write(_this_computer())
        return file
    return None


def remove_abandoned(
    place: Path, pattern: str, may_go: Callable[[Path], bool] = lambda _: True
) -> None:
    """Take away the folders of that pattern in `place` whose processes ended without doing so.

    may_go: asked of each such folder, which nobody else takes meanwhile.
    """
    with suppress(OSError):
        for folder in place.glob(pattern):
            with suppress(OSError):
                _remove_if_abandoned(folder, may_go)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for as long as a block lasts, and none of those that earlier runs left behind.

    Raises OSError where it can't be made.
    """
    place = Path(tempfile.gettempdir())
    remove_abandoned(place, f"{_TEMPORARY}*")
    folder = HeldFolder(place, _TEMPORARY, "")
    try:
        yield folder.path
    finally:
        folder.remove()


def _remove_if_abandoned(folder: Path, may_go: Callable[[Path], bool]) -> None:
    """Raises OSError where the folder is held, or nothing that was made here."""
    mark = folder / HELD
    if folder.is_symlink() or mark.is_symlink() or not mark.is_file():
        return
    if hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid():
        return
    file = _locked(mark, "r+")
    with file:
        goes = file.read() == _this_computer() and may_go(folder)
    if goes:
        shutil.rmtree(folder, ignore_errors=True)


def _this_computer() -> bytes:
    return f"formcheck on {platform.node()}\n".encode()


def _locked(path: Path, mode: str) -> FileIO:
    """The open file, locked; raises OSError where somebody else holds it."""
    file = FileIO(path, mode)
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file
