"""The whole history for other programs: one JSON document, or a table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any, Final

from formcheck.history.past import (
    Activity,
    History,
    PastRepetition,
    PastSession,
    PastSet,
)
from formcheck.history.weeks import GOALS, Week, weeks_of
from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.measure_name import plain_name
from formcheck.results.tables.csv_format import PLAIN, CsvFormat, CsvTable

SCHEMA: Final = 1

MOST_DECIMALS: Final = 3
"""Of a value whose measure, and so its unit, this version doesn't know any more."""

COLUMNS: Final = (
    "what",
    "session",
    "started",
    "ended",
    "programme",
    "exercise",
    "title",
    "number",
    "side",
    "verdict",
    "faults",
    "hold_s",
    "measure",
    "rest",
    "furthest",
    "minutes",
    "pain_before",
    "pain_after",
)


def document(history: History, today: date) -> dict[str, Any]:
    """All of it as one JSON document; times are ISO 8601 on the person's own clock.

    New keys may be added; none change meaning within a schema number.
    """
    return {
        "schema": SCHEMA,
        "goals": {"exercise_days": GOALS.days, "minutes": GOALS.minutes},
        "weeks": [_week(one) for one in weeks_of(history, today)],
        "sessions": [_session(one) for one in history.telling],
        "activities": [
            {"at": one.at.isoformat(), "name": one.name, "minutes": one.minutes}
            for one in history.activities
        ],
    }


TABLE: Final = replace(PLAIN, line_end="\n")
"""With the line ends of standard output, where it goes too."""


def table(history: History, form: CsvFormat = TABLE) -> str:
    """All of it as CSV: a row for each repetition, unfinished hold and activity.

    `what` says which of the three a row is; a session of which only pain was told is a row of its
    own.
    """
    text = StringIO()
    rows = CsvTable(text, form)
    rows.write(COLUMNS)
    for row in _rows(history):
        rows.write(row.get(column) for column in COLUMNS)
    return text.getvalue()


def _rows(history: History) -> Iterator[dict[str, Any]]:
    for session in history.telling:
        yield from _session_rows(session)
    yield from map(_activity_row, history.activities)


def _week(week: Week) -> dict[str, Any]:
    return {
        "monday": week.monday.isoformat(),
        "sessions": len(week.sessions),
        "exercise_days": len(week.days),
        "exercise_minutes": round(week.exercise_minutes, 1),
        "activity_minutes": round(week.activity_minutes, 1),
        "minutes": round(week.minutes, 1),
    }


def _session(session: PastSession) -> dict[str, Any]:
    return {
        "id": session.id,
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "programme": session.programme,
        "formcheck_version": session.formcheck_version,
        "pain": {"before": session.pain_before, "after": session.pain_after},
        "exercise_minutes": round(session.exercise_minutes, 1),
        "sets": [_set(one) for one in session.done],
    }


def _set(one: PastSet) -> dict[str, Any]:
    return {
        "exercise": {"id": one.exercise, "title": one.title, "kind": one.kind},
        "started": one.started.isoformat(),
        "active_s": round(one.active_s, 2),
        "view": one.view,
        "reps": [_repetition(repetition) for repetition in one.repetitions],
        "summary": {
            "reps": len(one.repetitions),
            "good_reps": one.good_repetitions,
            "hold_s": _seconds(one.hold_s),
            "verdict": one.verdict or "unknown",
        },
    }


def _repetition(one: PastRepetition) -> dict[str, Any]:
    motion = one.motion
    return {
        "number": one.number,
        "side": one.side,
        "started": one.started.isoformat(),
        "ended": one.ended.isoformat(),
        "hold_s": _seconds(one.hold_s),
        "verdict": one.verdict,
        "faults": [fault.criterion for fault in one.faults],
        "motion": motion
        and {
            "measure": motion.measure,
            "rest": _rounded(motion.rest, motion.measure),
            "furthest": _rounded(motion.furthest, motion.measure),
        },
        "peak": {name: _rounded(value, name) for name, value in one.peak.items()},
    }


def _session_rows(session: PastSession) -> Iterator[dict[str, Any]]:
    about = {
        "session": session.id,
        "programme": session.programme or "",
        "pain_before": "" if session.pain_before is None else session.pain_before,
        "pain_after": "" if session.pain_after is None else session.pain_after,
    }
    if not session.done:
        yield {**about, "what": "session", "started": session.started.isoformat()}
    for one in session.done:
        named = {**about, "exercise": one.exercise, "title": one.title}
        for repetition in one.repetitions:
            yield {**named, **_repetition_cells(repetition)}
        if not one.repetitions:
            hold = {"what": "hold", "started": one.started.isoformat()}
            yield {**named, **hold, "hold_s": _seconds(one.hold_s)}


def _repetition_cells(one: PastRepetition) -> dict[str, Any]:
    cells = _repetition(one)
    motion = cells.pop("motion") or {}
    del cells["peak"]
    faults = " ".join(cells.pop("faults"))
    return {**cells, **motion, "what": "repetition", "side": one.side or "", "faults": faults}


def _activity_row(one: Activity) -> dict[str, Any]:
    return {
        "what": "activity",
        "started": one.at.isoformat(),
        "title": one.name,
        "minutes": round(one.minutes, 1),
    }


def _seconds(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _rounded(value: float, measure: str) -> float:
    """A value with the decimals that its unit deserves; a measure may be unknown by now."""
    known = CATALOGUE.get(plain_name(measure))
    return round(value, known.unit.decimals if known else MOST_DECIMALS)
