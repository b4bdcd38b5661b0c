"""Histories of earlier versions are brought up to date; those of later ones are left alone."""

import sqlite3
from pathlib import Path

import pytest

from formcheck.history.change import add_activity
from formcheck.history.database_errors import NewerHistoryError
from formcheck.history.read import read_history
from formcheck.history.schema import STEPS, migrate, version_of
from formcheck.history.session_diary import local_time, open_diary

VERSION_1 = """
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, utc_offset_s INTEGER NOT NULL, ended_at TEXT,
    programme TEXT, formcheck_version TEXT NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10));
CREATE TABLE sets (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    exercise TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, started_at TEXT NOT NULL,
    active_s REAL NOT NULL DEFAULT 0, hold_s REAL NOT NULL DEFAULT 0, view TEXT, verdict TEXT);
CREATE TABLE repetitions (
    id INTEGER PRIMARY KEY, set_id INTEGER NOT NULL REFERENCES sets (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, side TEXT, started_at TEXT NOT NULL, ended_at TEXT NOT NULL,
    hold_s REAL NOT NULL, verdict TEXT NOT NULL, measure TEXT, rest REAL, furthest REAL,
    UNIQUE (set_id, number));
CREATE TABLE faults (
    repetition_id INTEGER NOT NULL REFERENCES repetitions (id) ON DELETE CASCADE,
    importance INTEGER NOT NULL, criterion TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (repetition_id, criterion));
CREATE TABLE peaks (
    repetition_id INTEGER NOT NULL REFERENCES repetitions (id) ON DELETE CASCADE,
    measure TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (repetition_id, measure));
CREATE INDEX sets_of_session ON sets (session_id);

INSERT INTO sessions VALUES
    (1, '2026-01-05T17:00:00.000Z', 3600, '2026-01-05T17:20:00.000Z', 'first', '0.1.0', 4, 2);
INSERT INTO sets VALUES
    (1, 1, 'bridge', 'Bridge', 'exercise', '2026-01-05T17:01:00.000Z', 60, 3.5, 'side', 'good');
INSERT INTO repetitions VALUES
    (1, 1, 1, NULL, '2026-01-05T17:01:10.000Z', '2026-01-05T17:01:15.500Z', 3.5, 'fault',
     'hip_height', 0.1, 0.5);
INSERT INTO faults VALUES (1, 1, 'hips-up', 'Hips up');
INSERT INTO peaks VALUES (1, 'hip_height', 0.5);
PRAGMA user_version = 1;
"""
"""A file as version 1 wrote it. It is never changed: such files are on people's computers."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "history.sqlite3"
    database = sqlite3.connect(path)
    database.executescript(VERSION_1)
    database.close()
    return path


def schema_of(path: Path) -> list[tuple[str, ...]]:
    database = sqlite3.connect(path)
    found = database.execute("SELECT type, name FROM sqlite_schema ORDER BY type, name").fetchall()
    columns = database.execute(
        "SELECT m.name, p.name, p.type, p.pk FROM sqlite_schema m, pragma_table_info(m.name) p "
        "WHERE m.type = 'table' ORDER BY 1, 2"
    ).fetchall()
    database.close()
    return [*found, *columns]


def test_what_version_1_wrote_is_still_there(old: Path) -> None:
    [session] = read_history(old).sessions
    [bridge] = session.sets
    [repetition] = bridge.repetitions
    assert (session.pain_before, session.pain_after, session.programme) == (4, 2, "first")
    assert session.started.isoformat() == "2026-01-05T18:00:00+01:00"
    assert (bridge.title, bridge.active_s, bridge.hold_s) == ("Bridge", 60, 3.5)
    assert [fault.title for fault in repetition.faults] == ["Hips up"]
    assert repetition.peak == {"hip_height": 0.5}
    assert repetition.hold_s == 3.5


def test_an_old_file_can_do_what_is_new(old: Path) -> None:
    add_activity(old, "walk", 30, local_time())
    assert [one.name for one in read_history(old).activities] == ["walk"]
    assert len(read_history(old).sessions) == 1


def test_a_file_brought_up_to_date_is_like_a_new_one(old: Path, tmp_path: Path) -> None:
    read_history(old)
    open_diary(tmp_path / "new.sqlite3").close()
    assert schema_of(old) == schema_of(tmp_path / "new.sqlite3")


def test_an_empty_file_as_a_kill_may_leave_it_is_a_new_history(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.touch()
    assert read_history(path).empty
    add_activity(path, "walk", 30, local_time())
    assert len(read_history(path).activities) == 1


def test_a_newer_file_is_refused_and_left_alone(old: Path) -> None:
    database = sqlite3.connect(old)
    database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    before = old.read_bytes()
    with pytest.raises(NewerHistoryError, match="Update formcheck"):
        read_history(old)
    assert old.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*STEPS, ("CREATE TABLE later (id INTEGER)", "nonsense"))
    monkeypatch.setattr("formcheck.history.schema.STEPS", broken)
    database = sqlite3.connect(old, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, old)
    assert version_of(database) == 1
    tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert {"later", "activities"}.isdisjoint(name for (name,) in tables)
    database.close()
