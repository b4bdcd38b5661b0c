"""Reads the history out of its file."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path

from formcheck.history.database_errors import explained
from formcheck.history.motion import RangeOfMotion
from formcheck.history.past import (
    Activity,
    History,
    PastFault,
    PastRepetition,
    PastSession,
    PastSet,
)
from formcheck.history.store import open_store

Rows = Mapping[int, list[sqlite3.Row]]
"""Rows by the id of what they belong to."""


def read_history(path: Path) -> History:
    """All that is in a history; a file that doesn't exist is an empty one, and isn't made.

    Raises HistoryError.
    """
    with explained(path):
        if not path.exists():
            return History()
    with open_store(path) as store, store.reading() as database:
        return _Reader(database).history()


def activity_of(row: sqlite3.Row) -> Activity:
    """An activity from its row."""
    return Activity(_local(row["at"], _zone(row)), row["name"], row["minutes"])


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
        zone = _zone(row)
        return PastSession(
            id=row["id"],
            started=_local(row["started_at"], zone),
            ended=_local(row["ended_at"], zone) if row["ended_at"] else None,
            programme=row["programme"],
            formcheck_version=row["formcheck_version"],
            pain_before=row["pain_before"],
            pain_after=row["pain_after"],
            sets=tuple(self._set(one, zone) for one in self._sets.get(row["id"], ())),
        )

    def _set(self, row: sqlite3.Row, zone: tzinfo) -> PastSet:
        repetitions = self._repetitions.get(row["id"], ())
        return PastSet(
            exercise=row["exercise"],
            title=row["title"],
            kind=row["kind"],
            started=_local(row["started_at"], zone),
            active_s=row["active_s"],
            hold_s=row["hold_s"],
            view=row["view"],
            verdict=row["verdict"],
            repetitions=tuple(self._repetition(one, zone) for one in repetitions),
        )

    def _repetition(self, row: sqlite3.Row, zone: tzinfo) -> PastRepetition:
        motion = None
        if row["measure"] is not None:
            motion = RangeOfMotion(row["measure"], row["rest"], row["furthest"])
        faults = self._faults.get(row["id"], ())
        return PastRepetition(
            number=row["number"],
            side=row["side"],
            started=_local(row["started_at"], zone),
            ended=_local(row["ended_at"], zone),
            hold_s=row["hold_s"],
            verdict=row["verdict"],
            motion=motion,
            faults=tuple(PastFault(one["criterion"], one["title"]) for one in faults),
            peak={one["measure"]: one["value"] for one in self._peaks.get(row["id"], ())},
        )


def _zone(row: sqlite3.Row) -> tzinfo:
    return timezone(timedelta(seconds=row["utc_offset_s"]))


def _local(text: str, zone: tzinfo) -> datetime:
    return datetime.fromisoformat(text).astimezone(zone)
