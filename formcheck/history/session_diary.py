"""Writes a live session into the history as it happens."""

from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Final, Literal

from formcheck.exercises.exercise import Exercise
from formcheck.history.exercise_diary import DEFAULTS, Clock, DiarySettings, ExerciseDiary, ago
from formcheck.history.patient_writer import PatientWriter, Rows, Write
from formcheck.history.place import history_path
from formcheck.history.steady_clock import SteadyClock
from formcheck.history.store import Store, utc_offset_s, utc_text
from formcheck.version import __version__

_SESSION: Final = "session"


def local_time() -> datetime:
    """The time now on the person's own clock."""
    return datetime.now().astimezone()


def open_diary(
    path: Path | None = None,
    *,
    programme: str | None = None,
    clock: Clock = local_time,
    settings: DiarySettings = DEFAULTS,
) -> "SessionDiary":
    """Begin the history of one session.

    path: the history's file; the user's own unless given. programme: the id of the programme that
    is done, if any.

    Raises HistoryError where it can't be written. So do all methods of what is returned; while
    another program holds the file, only the last of them, `close`.
    """
    writer = PatientWriter(Store(path or history_path(), settings.wait_s), settings.wait_s)
    return SessionDiary(writer, programme, SteadyClock(clock), settings)


class SessionDiary:
    """One session on its way into the history.

    It has no row before there is something to tell, so that a mere look at the camera leaves none.
    """

    def __init__(
        self, writer: PatientWriter, programme: str | None, clock: Clock, settings: DiarySettings
    ) -> None:
        self._writer = writer
        self._programme = programme
        self._clock = clock
        self._settings = settings
        self._started = clock()
        self._sets = 0
        self._told = False

    def note_pain(self, when: Literal["before", "after"], level: int) -> None:
        """Write down the pain, from 0 (none) to 10 (the worst imaginable).

        Raises ValueError for another number.
        """
        if not 0 <= level <= 10:
            raise ValueError(f"pain is from 0 to 10, not {level}")
        column = {"before": "pain_before", "after": "pain_after"}[when]

        def write(database: Connection, rows: Rows) -> None:
            session = self._session(database, rows)
            database.execute(f"UPDATE sessions SET {column} = ? WHERE id = ?", (level, session))

        self._write(write)

    def begin_set(self, exercise: Exercise, ago_s: float = 0.0) -> "ExerciseDiary":
        """Begin another set; ago_s: how long ago it began."""
        began = ago(self._clock(), ago_s)
        number = self._sets
        self._sets += 1

        def write(database: Connection, rows: Rows) -> None:
            row = database.execute(
                "INSERT INTO sets (session_id, exercise, title, kind, started_at) "
                "VALUES (?, ?, ?, ?, ?)",
                (self._session(database, rows), exercise.id, exercise.title, exercise.kind, began),
            ).lastrowid
            assert row is not None
            rows[number] = row

        self._write(write)
        return ExerciseDiary(self._writer, number, exercise, self._clock, self._settings)

    def close(self) -> None:
        """Write down that the session is over, and let go of the file."""
        ended = utc_text(self._clock())

        def write(database: Connection, rows: Rows) -> None:
            if _SESSION in rows:
                database.execute(
                    "UPDATE sessions SET ended_at = ? WHERE id = ?", (ended, rows[_SESSION])
                )

        try:
            if self._told:
                self._writer.write(write)
        finally:
            self._writer.close()

    def _write(self, write: Write) -> None:
        self._told = True
        self._writer.write(write)

    def _session(self, database: Connection, rows: Rows) -> int:
        """The session's row, which is made where there is none yet."""
        if _SESSION not in rows:
            row = database.execute(
                "INSERT INTO sessions (started_at, utc_offset_s, programme, formcheck_version) "
                "VALUES (?, ?, ?, ?)",
                (
                    utc_text(self._started),
                    utc_offset_s(self._started),
                    self._programme,
                    __version__,
                ),
            ).lastrowid
            assert row is not None
            rows[_SESSION] = row
        return rows[_SESSION]
