"""The tables of the history, as steps from one version to the next.

A step is never changed once it has been released; what is new is another step. The version of a
file stands in its `user_version`. Times are UTC in ISO 8601 with milliseconds, so that they sort
as text; `utc_offset_s` is what the person's own clock showed beyond that, in seconds.
"""

import sqlite3
from pathlib import Path
from typing import Final

from formcheck.history.database_errors import NewerHistoryError, damaged
from formcheck.texts.message import message
from formcheck.texts.shown import shown

FIRST: Final = (
    """
    CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        started_at TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL,
        ended_at TEXT,
        programme TEXT,
        formcheck_version TEXT NOT NULL,
        pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
        pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10)
    )
    """,
    """
    CREATE TABLE sets (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        exercise TEXT NOT NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        started_at TEXT NOT NULL,
        active_s REAL NOT NULL DEFAULT 0,
        hold_s REAL NOT NULL DEFAULT 0,
        view TEXT,
        verdict TEXT
    )
    """,
    """
    CREATE TABLE repetitions (
        id INTEGER PRIMARY KEY,
        set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        side TEXT,
        started_at TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        hold_s REAL NOT NULL,
        verdict TEXT NOT NULL,
        measure TEXT,
        rest REAL,
        furthest REAL,
        UNIQUE (set_id, number)
    )
    """,
    """
    CREATE TABLE faults (
        repetition_id INTEGER NOT NULL REFERENCES repetitions (id) ON DELETE CASCADE,
        importance INTEGER NOT NULL,
        criterion TEXT NOT NULL,
        title TEXT NOT NULL,
        PRIMARY KEY (repetition_id, criterion)
    )
    """,
    """
    CREATE TABLE peaks (
        repetition_id INTEGER NOT NULL REFERENCES repetitions (id) ON DELETE CASCADE,
        measure TEXT NOT NULL,
        value REAL NOT NULL,
        PRIMARY KEY (repetition_id, measure)
    )
    """,
    "CREATE INDEX sets_of_session ON sets (session_id)",
)

ACTIVITIES: Final = (
    """
    CREATE TABLE activities (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL,
        name TEXT NOT NULL,
        minutes REAL NOT NULL CHECK (minutes > 0)
    )
    """,
)
"""What the person did that no camera saw, such as a walk."""

UNKNOWN_HOLDS: Final = (
    """
    CREATE TABLE sets_new (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        exercise TEXT NOT NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        started_at TEXT NOT NULL,
        active_s REAL NOT NULL DEFAULT 0,
        hold_s REAL DEFAULT 0,
        view TEXT,
        verdict TEXT
    )
    """,
    """
    INSERT INTO sets_new
    SELECT id, session_id, exercise, title, kind, started_at, active_s, hold_s, view, verdict
    FROM sets
    """,
    "DROP TABLE sets",
    "ALTER TABLE sets_new RENAME TO sets",
    "CREATE INDEX sets_of_session ON sets (session_id)",
    """
    CREATE TABLE repetitions_new (
        id INTEGER PRIMARY KEY,
        set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        side TEXT,
        started_at TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        hold_s REAL,
        verdict TEXT NOT NULL,
        measure TEXT,
        rest REAL,
        furthest REAL,
        UNIQUE (set_id, number)
    )
    """,
    """
    INSERT INTO repetitions_new
    SELECT id, set_id, number, side, started_at, ended_at, hold_s, verdict, measure, rest, furthest
    FROM repetitions
    """,
    "DROP TABLE repetitions",
    "ALTER TABLE repetitions_new RENAME TO repetitions",
)
"""A hold that nobody saw has no length. SQLite can't allow that in a table that is there, so both
are made anew. What was written as 0 before stays so: nobody knows any more which was which."""

STEPS: Final = (FIRST, ACTIVITIES, UNKNOWN_HOLDS)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a file to the newest version, all of it or nothing.

    connection: without a transaction of Python's own, and with foreign keys off: a table that is
    made anew would otherwise take with it what belongs to it. path: for messages.

    Raises NewerHistoryError, or DamagedHistoryError for a database of another program.
    """
    if version_of(connection) == len(STEPS):
        _check_tables(connection, path, len(STEPS))
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker while this one waited.
        version = version_of(connection)
        if version > len(STEPS):
            raise NewerHistoryError(
                message("error.history.newer", path=shown(path), version=version, known=len(STEPS))
            )
        _check_tables(connection, path, version)
        for step in STEPS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _check_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raises DamagedHistoryError where the tables are not what this version made.

    What another program, or somebody who means harm, has put in their place may have no end: a view
    is worked out whenever it is read, and a trigger whenever something is written.
    """
    new = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in STEPS[: max(version, 0)]:
            for statement in step:
                new.execute(statement)
        missing = _columns(new) - _columns(connection)
    finally:
        new.close()
    others = "" if version <= 0 else "WHERE type IN ('view', 'trigger')"
    strange = connection.execute(f"SELECT 1 FROM sqlite_schema {others}").fetchone()
    if version < 0 or missing or strange:
        raise damaged(path, message("error.history.of_another"))


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Every table with every column of it."""
    found = connection.execute(
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables, "
        "pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
    )
    return {(table, column) for table, column in found}


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
