"""Writes a live session into the history as it happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite
from pathlib import Path
from sqlite3 import Connection
from typing import Final, Literal

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sides import SideChoice
from formcheck.form.state import FormState, Repetition
from formcheck.history.motion import MotionTracker, peaks_of
from formcheck.history.place import history_path
from formcheck.history.steady_clock import SteadyClock
from formcheck.history.store import Store, utc_offset_s, utc_text
from formcheck.version import __version__

Clock = Callable[[], datetime]
"""The time now, with its zone."""


@dataclass(frozen=True)
class DiarySettings:
    """When a set's time is written, and what counts as time."""

    checkpoint_s: float = 5.0
    """How often time and holds are written between repetitions. Engineering value: what a killed
    session may lose, against writing to the disk with every frame."""

    wait_s: float = 1.0
    """How long another program that writes is waited for: the picture stands still meanwhile, and a
    writer needs milliseconds (engineering)."""

    longest_gap_s: float = 1.0
    """Frames further apart than this were not watched in between; it is no time of exercise."""


DEFAULTS: Final = DiarySettings()


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

    Raises HistoryError where it can't be written. So do all methods of what is returned.
    """
    store = Store(path or history_path(), settings.wait_s)
    return SessionDiary(store, programme, SteadyClock(clock), settings)


class SessionDiary:
    """One session on its way into the history.

    It has no row before there is something to tell, so that a mere look at the camera leaves none.
    """

    def __init__(
        self, store: Store, programme: str | None, clock: Clock, settings: DiarySettings
    ) -> None:
        self._store = store
        self._programme = programme
        self._clock = clock
        self._settings = settings
        self._started = clock()
        self._row: int | None = None

    def note_pain(self, when: Literal["before", "after"], level: int) -> None:
        """Write down the pain, from 0 (none) to 10 (the worst imaginable).

        Raises ValueError for another number.
        """
        if not 0 <= level <= 10:
            raise ValueError(f"pain is from 0 to 10, not {level}")
        column = {"before": "pain_before", "after": "pain_after"}[when]
        session = self._session()
        with self._store.writing() as database:
            database.execute(f"UPDATE sessions SET {column} = ? WHERE id = ?", (level, session))

    def begin_set(self, exercise: Exercise, ago_s: float = 0.0) -> "ExerciseDiary":
        """Begin another set; ago_s: how long ago it began."""
        session = self._session()
        began = _ago(self._clock(), ago_s)
        with self._store.writing() as database:
            row = database.execute(
                "INSERT INTO sets (session_id, exercise, title, kind, started_at) "
                "VALUES (?, ?, ?, ?, ?)",
                (session, exercise.id, exercise.title, exercise.kind, began),
            ).lastrowid
        assert row is not None
        return ExerciseDiary(self._store, row, exercise, self._clock, self._settings)

    def close(self) -> None:
        """Write down that the session is over, and let go of the file."""
        try:
            if self._row is not None:
                with self._store.writing() as database:
                    database.execute(
                        "UPDATE sessions SET ended_at = ? WHERE id = ?",
                        (utc_text(self._clock()), self._row),
                    )
        finally:
            self._store.close()

    def _session(self) -> int:
        if self._row is None:
            with self._store.writing() as database:
                self._row = database.execute(
                    "INSERT INTO sessions (started_at, utc_offset_s, programme, formcheck_version) "
                    "VALUES (?, ?, ?, ?)",
                    (
                        utc_text(self._started),
                        utc_offset_s(self._started),
                        self._programme,
                        __version__,
                    ),
                ).lastrowid
        assert self._row is not None
        return self._row


class ExerciseDiary:
    """One set on its way into the history; state over time."""

    def __init__(
        self,
        store: Store,
        row: int,
        exercise: Exercise,
        clock: Clock,
        settings: DiarySettings,
    ) -> None:
        self._store = store
        self._row = row
        self._exercise = exercise
        self._clock = clock
        self._settings = settings
        self._motion = MotionTracker(exercise)
        self._titles = {criterion.id: criterion.title for criterion in exercise.criteria}
        self._last_s: float | None = None
        self._written_s = float("-inf")
        self._active_s = 0.0
        self._holds_s: list[float] = []

    def update(self, state: FormState, ago_s: float = 0.0) -> None:
        """Take the state of one frame; a repetition that it finishes is written at once.

        ago_s: how long ago it was, where it is told later.
        """
        if self._last_s is not None and state.in_set:
            gap_s = state.time_s - self._last_s
            self._active_s += gap_s if gap_s <= self._settings.longest_gap_s else 0.0
        self._last_s = state.time_s
        self._motion.update(state)
        if state.finished is not None:
            self._holds_s.append(state.finished.hold_s)
            self._write_repetition(state.finished, state, ago_s)
        elif state.in_set and state.time_s - self._written_s >= self._settings.checkpoint_s:
            with self._store.writing() as database:
                self._write_progress(database, _in_all([*self._holds_s, state.hold_s]))
            self._written_s = state.time_s

    def finish(self, summary: SetSummary) -> None:
        """Write what the whole set came to."""
        with self._store.writing() as database:
            database.execute(
                "UPDATE sets SET active_s = ?, hold_s = ?, view = ?, verdict = ? WHERE id = ?",
                (self._active_s, summary.seen_hold_s, summary.view, summary.verdict, self._row),
            )

    def _write_progress(self, database: Connection, hold_s: float | None) -> None:
        database.execute(
            "UPDATE sets SET active_s = ?, hold_s = ? WHERE id = ?",
            (self._active_s, hold_s, self._row),
        )

    def _write_repetition(self, one: Repetition, state: FormState, ago_s: float) -> None:
        sides = SideChoice(near=state.near_side, working=one.side)
        side = "both" if self._exercise.sides.pattern == "none" else one.side
        motion = self._motion.finish(one, sides)
        found = (motion.measure, motion.rest, motion.furthest) if motion else (None, None, None)
        now_s = state.time_s + ago_s
        times = [self._wall_clock(time_s, now_s) for time_s in (one.start_s, one.end_s)]
        with self._store.writing() as database:
            row = database.execute(
                "INSERT INTO repetitions (set_id, number, side, started_at, ended_at, hold_s, "
                "verdict, measure, rest, furthest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._row, one.number, side, *times, _in_all([one.hold_s]), one.verdict, *found),
            ).lastrowid
            database.executemany(
                "INSERT INTO faults (repetition_id, importance, criterion, title) "
                "VALUES (?, ?, ?, ?)",
                [(row, n, key, self._titles.get(key, key)) for n, key in enumerate(one.faults, 1)],
            )
            database.executemany(
                "INSERT INTO peaks (repetition_id, measure, value) VALUES (?, ?, ?)",
                [(row, *peak) for peak in peaks_of(one, self._exercise, sides).items()],
            )
            self._write_progress(database, _in_all(self._holds_s))

    def _wall_clock(self, time_s: float, now_s: float) -> str:
        """A time in the session as a moment; the session's own clock leaves pauses out."""
        return _ago(self._clock(), now_s - time_s)


def _ago(now: datetime, seconds: float) -> str:
    """A moment before now as it is stored; reckoned in UTC, where no clocks are changed."""
    return utc_text(now.astimezone(UTC) - timedelta(seconds=seconds))


def _in_all(holds_s: Sequence[float]) -> float | None:
    """How long was held for certain; None where nobody saw any of the holds."""
    known = [hold_s for hold_s in holds_s if isfinite(hold_s)]
    return sum(known) if known else None
