"""What can be wrong with the history, each with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown

_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""SQLite's own numbers where another program keeps it from the file."""

_NO_ROOM_BESIDE = sqlite3.SQLITE_IOERR_SHMSIZE
"""The full disk has no room for what two processes tell each other beside the file."""

_OF_THE_FILE = (0, sqlite3.SQLITE_ERROR)
"""No hindrance but what stands in the file: tables or columns that aren't there, texts that are
none."""


class HistoryError(FormcheckError):
    """The history can't be read or written; nothing that was in it is lost by that."""


class HistoryInUseError(HistoryError):
    """Another program holds the file; nothing was written."""


class FullDiskError(HistoryError):
    """There is no room for the history to grow, or to be opened as one that others may change."""


class DamagedHistoryError(HistoryError):
    """The file is no history, or a broken one."""


class NewerHistoryError(HistoryError):
    """The file was written by a later version of formcheck."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the operating system complains about into one line with the remedy.

    Within the block a ValueError is of what stands in the file: a cell that can't be, or a
    complaint of SQLite's that quotes what is no text.

    path: the history's file. Raises HistoryError.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if _code(error) in _OF_THE_FILE:
            raise damaged(path, str(error)) from error
        if _is_full(error):
            raise FullDiskError(message("error.history.full", path=shown(path))) from error
        if _code(error) in _IN_USE:
            raise HistoryInUseError(message("error.history.in_use", path=shown(path))) from error
        raise HistoryError(_hindered(path, error)) from error
    except sqlite3.IntegrityError as error:
        raise HistoryError(message("error.history.deleted", path=shown(path))) from error
    except (sqlite3.DatabaseError, ValueError) as error:
        raise damaged(path, str(error)) from error
    except OSError as error:
        reason = reason_told(error)
        raise HistoryError(
            message("error.history.refused", path=shown(path), reason=reason)
        ) from error


def damaged(path: Path, reason: Message | str) -> DamagedHistoryError:
    """The error for a file that is no history, or not any more."""
    return DamagedHistoryError(message("error.history.damaged", path=shown(path), reason=reason))


def _hindered(path: Path, error: sqlite3.OperationalError) -> Message:
    if _code(error) == sqlite3.SQLITE_READONLY:
        return message("error.history.read_only", path=shown(path))
    return message("error.history.unusable", path=shown(path), error=str(error))


def _is_full(error: sqlite3.OperationalError) -> bool:
    finer = getattr(error, "sqlite_errorcode", 0)
    return finer == _NO_ROOM_BESIDE or _code(error) == sqlite3.SQLITE_FULL


def _code(error: sqlite3.OperationalError) -> int:
    """SQLite's number without the finer kinds; 0 where the error is Python's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
