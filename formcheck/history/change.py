"""What the person changes in the history by hand: activities added, sessions forgotten."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from formcheck.history.database_errors import HistoryError
from formcheck.history.past import Activity, PastSession
from formcheck.history.read import activity_of, read_history
from formcheck.history.store import open_store, utc_offset_s, utc_text
from formcheck.texts.message import message
from formcheck.texts.shown import shown

MINUTES_A_DAY: Final = 24 * 60
LONGEST_NAME: Final = 80


class ActivityError(HistoryError):
    """An activity that can't be as it was told."""


class PainError(HistoryError):
    """Pain that can't be written down."""


def add_activity(path: Path, name: str, minutes: float, at: datetime) -> str:
    """Add what no camera saw, such as a walk; the name under which it stands.

    at: when, with its zone.

    Raises ActivityError for an impossible one, HistoryError where it can't be written.
    """
    named = shown(" ".join(name.split()))
    if not named:
        raise ActivityError(message("error.history.unnamed_activity"))
    if len(named) > LONGEST_NAME:
        raise ActivityError(message("error.history.long_activity", longest=LONGEST_NAME))
    if not 0 < minutes <= MINUTES_A_DAY:
        raise ActivityError(message("error.history.minutes", most=MINUTES_A_DAY))
    with open_store(path) as store, store.writing() as database:
        database.execute(
            "INSERT INTO activities (at, utc_offset_s, name, minutes) VALUES (?, ?, ?, ?)",
            (utc_text(at), utc_offset_s(at), named, minutes),
        )
    return named


def add_pain(path: Path, level: int, day: date | None = None) -> PastSession:
    """Write down how much it hurt after a session, in place of what was told before.

    level: 0 (none) to 10 (the worst imaginable). day: of the session, the last one of it; the last
    of all where none is given.

    Raises PainError where there is no such session, HistoryError where it can't be written.
    """
    sessions = [one for one in read_history(path).sessions if day in (None, one.day)]
    if not sessions:
        raise PainError(
            message("error.history.no_session")
            if day is None
            else message("error.history.no_session_then", day=str(day))
        )
    last = sessions[-1]
    with open_store(path) as store, store.writing() as database:
        database.execute("UPDATE sessions SET pain_after = ? WHERE id = ?", (level, last.id))
    return replace(last, pain_after=level)


def take_back_activity(path: Path) -> Activity | None:
    """Delete the activity that was added last, which may be of any day; None where there is none.

    Raises HistoryError.
    """
    if not path.exists():
        return None
    with open_store(path) as store, store.writing() as database:
        row = database.execute("SELECT * FROM activities ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return None
        database.execute("DELETE FROM activities WHERE id = ?", [row["id"]])
        return activity_of(row)


def forget(path: Path, before: date | None = None) -> None:
    """Delete all, or what began before a day on the person's own calendar; it is gone for good.

    Raises HistoryError.
    """
    if not path.exists():
        return
    with open_store(path) as store:
        with store.writing() as database:
            for table, time in (("sessions", "started_at"), ("activities", "at")):
                if before is None:
                    database.execute(f"DELETE FROM {table}")
                else:
                    day = f"date({time}, utc_offset_s || ' seconds')"
                    database.execute(f"DELETE FROM {table} WHERE {day} < ?", [before.isoformat()])
        store.shrink()


def counted_before(path: Path, before: date | None) -> tuple[int, int]:
    """How many sessions and activities `forget` would delete."""
    known = read_history(path)
    sessions = sum(before is None or one.day < before for one in known.sessions)
    activities = sum(before is None or one.day < before for one in known.activities)
    return sessions, activities
