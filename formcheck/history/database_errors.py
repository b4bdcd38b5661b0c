"""What can be wrong with the history, each with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.texts.shown import shown


class HistoryError(FormcheckError):
    """The history can't be read or written; nothing that was in it is lost by that."""


class DamagedHistoryError(HistoryError):
    """The file is no history, or a broken one."""


class NewerHistoryError(HistoryError):
    """The file was written by a later version of formcheck."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the operating system complains about into one line with the remedy.

    path: the history's file. Raises HistoryError.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise HistoryError(_hindered(path, error)) from error
    except sqlite3.IntegrityError as error:
        raise HistoryError(
            f"The session in {shown(path)} was deleted while it went on; the rest of it is not "
            "kept."
        ) from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise HistoryError(
            f"{shown(path)} can't be written ({reason}). Make room or allow writing there, or give "
            "another folder in the environment variable FORMCHECK_DATA."
        ) from error


def damaged(path: Path, reason: str) -> DamagedHistoryError:
    """The error for a file that is no history, or not any more."""
    return DamagedHistoryError(
        f"{shown(path)} is no readable history ({reason}). Nothing in it was changed: move it "
        "away or put "
        "a backup in its place; without the file, a new history begins."
    )


def _hindered(path: Path, error: sqlite3.OperationalError) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{shown(path)} is in use by another program. Close that one and try again."
    if code == sqlite3.SQLITE_FULL:
        return (
            f"{shown(path)} can't grow: the disk is full. Make room; what was written before is "
            "safe."
        )
    if code == sqlite3.SQLITE_READONLY:
        return (
            f"{shown(path)} may not be written to. Allow it, or give another folder in the "
            "environment "
            "variable FORMCHECK_DATA."
        )
    return (
        f"{shown(path)} can't be used ({error}). Check the folder and the disk, or give another "
        "folder in "
        "the environment variable FORMCHECK_DATA."
    )
