"""Writes one set of a live session into the history as it happens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import isfinite
from sqlite3 import Connection
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sides import SideChoice
from formcheck.form.state import FormState, Repetition
from formcheck.history.motion import MotionTracker, peaks_of
from formcheck.history.patient_writer import PatientWriter, Rows, Write
from formcheck.history.store import utc_text

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


class ExerciseDiary:
    """One set on its way into the history; state over time."""

    def __init__(
        self,
        writer: PatientWriter,
        number: int,
        exercise: Exercise,
        clock: Clock,
        settings: DiarySettings,
    ) -> None:
        self._writer = writer
        self._number = number
        self._exercise = exercise
        self._clock = clock
        self._settings = settings
        self._motion = MotionTracker(exercise)
        self._titles = {criterion.id: criterion.title for criterion in exercise.criteria}
        self._last: FormState | None = None
        self._written_s = float("-inf")
        self._active_s = 0.0
        self._holds_s: list[float] = []

    def update(self, state: FormState, ago_s: float = 0.0) -> None:
        """Take the state of one frame; a repetition that it finishes is written at once.

        ago_s: how long ago it was, where it is told later.
        """
        if self._last is not None and state.in_set:
            gap_s = state.time_s - self._last.time_s
            self._active_s += gap_s if gap_s <= self._settings.longest_gap_s else 0.0
        self._last = state
        self._motion.update(state)
        if state.finished is not None:
            self._holds_s.append(state.finished.hold_s)
            self._write_repetition(state.finished, state, ago_s)
        elif state.in_set and state.time_s - self._written_s >= self._settings.checkpoint_s:
            self._writer.write(self._progress(_in_all([*self._holds_s, state.hold_s])))
            self._written_s = state.time_s

    def finish(self, summary: SetSummary) -> None:
        """Write what the whole set came to, and the repetition that its end has completed."""
        for number, one in enumerate(summary.repetitions, 1):
            if number > len(self._holds_s) and self._last is not None:
                self._holds_s.append(one.hold_s)
                self._write_repetition(replace(one, number=number), self._last, 0.0)
        told = (self._active_s, summary.seen_hold_s, summary.view, summary.verdict)

        def write(database: Connection, rows: Rows) -> None:
            database.execute(
                "UPDATE sets SET active_s = ?, hold_s = ?, view = ?, verdict = ? WHERE id = ?",
                (*told, rows[self._number]),
            )

        self._writer.write(write)

    def _progress(self, hold_s: float | None) -> Write:
        active_s = self._active_s

        def write(database: Connection, rows: Rows) -> None:
            database.execute(
                "UPDATE sets SET active_s = ?, hold_s = ? WHERE id = ?",
                (active_s, hold_s, rows[self._number]),
            )

        return write

    def _write_repetition(self, one: Repetition, state: FormState, ago_s: float) -> None:
        sides = SideChoice(near=state.near_side, working=one.side)
        side = "both" if self._exercise.sides.pattern == "none" else one.side
        motion = self._motion.finish(one, sides)
        found = (motion.measure, motion.rest, motion.furthest) if motion else (None, None, None)
        now_s = state.time_s + ago_s
        times = [self._wall_clock(time_s, now_s) for time_s in (one.start_s, one.end_s)]
        told = (one.number, side, *times, _in_all([one.hold_s]), one.verdict, *found)
        peaks = peaks_of(one, self._exercise, sides)
        progress = self._progress(_in_all(self._holds_s))

        def write(database: Connection, rows: Rows) -> None:
            row = database.execute(
                "INSERT INTO repetitions (set_id, number, side, started_at, ended_at, hold_s, "
                "verdict, measure, rest, furthest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (rows[self._number], *told),
            ).lastrowid
            database.executemany(
                "INSERT INTO faults (repetition_id, importance, criterion, title) "
                "VALUES (?, ?, ?, ?)",
                [(row, n, key, self._titles.get(key, key)) for n, key in enumerate(one.faults, 1)],
            )
            database.executemany(
                "INSERT INTO peaks (repetition_id, measure, value) VALUES (?, ?, ?)",
                [(row, *peak) for peak in peaks.items()],
            )
            progress(database, rows)

        self._writer.write(write)

    def _wall_clock(self, time_s: float, now_s: float) -> str:
        """A time in the session as a moment; the session's own clock leaves pauses out."""
        return ago(self._clock(), now_s - time_s)


def ago(now: datetime, seconds: float) -> str:
    """A moment before now as it is stored; reckoned in UTC, where no clocks are changed."""
    return utc_text(now.astimezone(UTC) - timedelta(seconds=seconds))


def _in_all(holds_s: Sequence[float]) -> float | None:
    """How long was held for certain; None where nobody saw any of the holds."""
    known = [hold_s for hold_s in holds_s if isfinite(hold_s)]
    return sum(known) if known else None
