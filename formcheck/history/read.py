"""Reads the history out of its file."""

import errno
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import tzinfo
from pathlib import Path
from typing import TypeVar

from formcheck.history import cells
from formcheck.history.database_errors import FullDiskError, explained
from formcheck.history.motion import RangeOfMotion
from formcheck.history.past import (
    Activity,
    History,
    PastFault,
    PastRepetition,
    PastSession,
    PastSet,
)
from formcheck.history.store import can_only_be_read, changes_wait, open_store

Value = TypeVar("Value")

Rows = Mapping[int, list[sqlite3.Row]]
"""Rows by the id of what they belong to."""


def read_history(path: Path) -> History:
    """All that is in a history; a file that doesn't exist is an empty one, and isn't made.

    Raises HistoryError, also where it never can be, as its folder is a file.
    """
    with explained(path):
        if not path.exists():
            in_the_way = next((one for one in path.parents if one.is_file()), None)
            if in_the_way is not None:
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(in_the_way))
            return History()
        read_only = can_only_be_read(path)
    try:
        return _read(path, read_only=read_only)
    except FullDiskError:
        if changes_wait(path):
            raise
        return _read(path, read_only=True)


def _read(path: Path, *, read_only: bool) -> History:
    with open_store(path, read_only=read_only) as store, store.reading() as database:
        return _Reader(database).history()


def activity_of(row: sqlite3.Row) -> Activity:
    """An activity from its row; raises ValueError where it can't be one."""
    at = cells.moment(row, "at", cells.zone(row))
    return Activity(at, cells.text(row, "name"), cells.number(row, "minutes"))


class _Reader:
    """Puts the rows of all tables together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._sets = self._rows("sets", "session_id", "id")
        self._repetitions = self._rows("repetitions", "set_id", "number")
        self._faults = self._rows("faults", "repetition_id", "importance")
        self._peaks = self._rows("peaks", "repetition_id", "rowid")

    def history(self) -> History:
        sessions = self._database.execute("SELECT * FROM sessions ORDER BY started_at, id")
        activities = self._database.execute("SELECT * FROM activities ORDER BY at, id")
        return History(
            tuple(map(self._session, sessions)),
            tuple(map(activity_of, activities)),
        )

    def _rows(self, table: str, owner: str, order: str) -> Rows:
        rows = defaultdict(list)
        for row in self._database.execute(f"SELECT * FROM {table} ORDER BY {owner}, {order}"):
            rows[row[owner]].append(row)
        return rows

    def _session(self, row: sqlite3.Row) -> PastSession:
        zone = cells.zone(row)
        return PastSession(
            id=cells.whole(row, "id"),
            started=cells.moment(row, "started_at", zone),
            ended=cells.moment(row, "ended_at", zone) if row["ended_at"] else None,
            programme=_known(cells.text, row, "programme"),
            formcheck_version=cells.text(row, "formcheck_version"),
            pain_before=_known(cells.whole, row, "pain_before"),
            pain_after=_known(cells.whole, row, "pain_after"),
            sets=tuple(self._set(one, zone) for one in self._sets.get(row["id"], ())),
        )

    def _set(self, row: sqlite3.Row, zone: tzinfo) -> PastSet:
        repetitions = self._repetitions.get(row["id"], ())
        return PastSet(
            exercise=cells.text(row, "exercise"),
            title=cells.text(row, "title"),
            kind=cells.text(row, "kind"),
            started=cells.moment(row, "started_at", zone),
            active_s=cells.number(row, "active_s"),
            hold_s=_known(cells.number, row, "hold_s"),
            view=_known(cells.text, row, "view"),
            verdict=_known(cells.text, row, "verdict"),
            repetitions=tuple(self._repetition(one, zone) for one in repetitions),
        )

    def _repetition(self, row: sqlite3.Row, zone: tzinfo) -> PastRepetition:
        faults = self._faults.get(row["id"], ())
        peaks = self._peaks.get(row["id"], ())
        return PastRepetition(
            number=cells.whole(row, "number"),
            side=_known(cells.text, row, "side"),
            started=cells.moment(row, "started_at", zone),
            ended=cells.moment(row, "ended_at", zone),
            hold_s=_known(cells.number, row, "hold_s"),
            verdict=cells.text(row, "verdict"),
            motion=_motion(row),
            faults=tuple(
                PastFault(cells.text(one, "criterion"), cells.text(one, "title")) for one in faults
            ),
            peak={cells.text(one, "measure"): cells.number(one, "value") for one in peaks},
        )


def _motion(row: sqlite3.Row) -> RangeOfMotion | None:
    if row["measure"] is None:
        return None
    rest, furthest = cells.number(row, "rest"), cells.number(row, "furthest")
    return RangeOfMotion(cells.text(row, "measure"), rest, furthest)


def _known(read: Callable[[sqlite3.Row, str], Value], row: sqlite3.Row, key: str) -> Value | None:
    """A value that may be missing."""
    return None if row[key] is None else read(row, key)
