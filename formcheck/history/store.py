"""The database file: opened so that nothing is lost by a kill and two processes get along."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from formcheck.history.database_errors import explained
from formcheck.history.schema import migrate

WAIT_S: Final = 5.0
"""How long another process that is writing is waited for; each writes for milliseconds."""

_PRIVATE_FOLDER, _PRIVATE_FILE, _FOR_OTHERS = 0o700, 0o600, 0o077


class Store:
    """One open history.

    Every write is a transaction of its own, so that a killed process loses only the one under way.

    Raises HistoryError from every method, where the file can't be used.

    wait_s: how long another process that writes is waited for. read_only: nothing is written,
    neither into the file nor beside it.
    """

    def __init__(self, path: Path, wait_s: float = WAIT_S, *, read_only: bool = False) -> None:
        self.path = path
        with explained(path):
            if not read_only:
                _make(path)
            # Without `immutable` SQLite would make files beside it to be told of other writers.
            where = f"{path.absolute().as_uri()}{'?immutable=1' if read_only else ''}"
            # Transactions are begun by hand: Python would begin some of them too late.
            self._connection = sqlite3.connect(
                where, timeout=wait_s, isolation_level=None, uri=True
            )
        try:
            with explained(path):
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is kept where the block ends well, and undone where it doesn't."""
        connection = self._connection
        with explained(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """All that is read in the block is of the same moment, whoever writes meanwhile."""
        connection = self._connection
        with explained(self.path):
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("COMMIT")

    def shrink(self) -> None:
        """Give back the room of what was deleted, and leave no copy of it in the journal."""
        with explained(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def wait_for_others(self, seconds: float) -> None:
        """From now on wait so long for another process that writes."""
        self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self) -> None:
        connection = self._connection
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = OFF")
        migrate(connection, self.path)
        # Readers and a writer then don't wait for each other, where the file system lets them.
        # It is refused while another process opens the new file too, which makes the same change.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        # Safe against a kill; a power cut may take the last moments but leaves the file whole.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")


@contextmanager
def open_store(path: Path, *, read_only: bool = False) -> Iterator[Store]:
    """A history for the length of a block."""
    store = Store(path, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def can_only_be_read(path: Path) -> bool:
    """Whether nothing can be written there, as on a backup's disk, and nothing waits to be."""
    may_write = all(os.access(one, os.W_OK) for one in (path, path.parent))
    return not may_write and not changes_wait(path)


def changes_wait(path: Path) -> bool:
    """Whether latest changes lie beside the file, which only one who may write puts into it."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def utc_text(moment: datetime) -> str:
    """A moment as it is stored: UTC, ISO 8601, milliseconds."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def utc_offset_s(moment: datetime) -> int:
    """What the person's own clock shows beyond UTC, in seconds."""
    offset = moment.utcoffset()
    return 0 if offset is None else round(offset.total_seconds())


def _make(path: Path) -> None:
    """Make the file, which nobody but its owner may read: it is about someone's health."""
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE))
    # A copy that was put in its place may be open to others. Whose it isn't can't close it.
    with suppress(PermissionError):
        path.chmod(path.stat().st_mode & ~_FOR_OTHERS)
