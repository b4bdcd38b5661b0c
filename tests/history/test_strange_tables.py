"""A history whose tables somebody else has made, by mistake or to do harm, is left alone."""

import sqlite3
from pathlib import Path

import pytest

from formcheck.history.change import add_activity, take_back_activity
from formcheck.history.database_errors import DamagedHistoryError
from formcheck.history.read import read_history
from formcheck.history.session_diary import local_time, open_diary
from tests.history.builders import MONDAY_EVENING, Done, session

WITHOUT_END = """
    ALTER TABLE {0} RENAME TO other;
    CREATE VIEW {0} AS
    WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up)
    SELECT other.* FROM other, up WHERE n < 0
"""

STRANGE = {
    "a column that has gone": "ALTER TABLE sessions DROP COLUMN programme",
    "a column of another name": "ALTER TABLE activities RENAME COLUMN at TO 'when'",
    "a table that has gone": "DROP TABLE peaks",
    "another table in its place": "DROP TABLE sessions; CREATE TABLE sessions (title TEXT)",
    "a view without end": WITHOUT_END.format("sessions"),
    "a view without end that is read to bring an old file up to date": (
        WITHOUT_END.format("sets") + "; DROP TABLE activities; PRAGMA user_version = 1"
    ),
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON activities BEGIN DELETE FROM sessions; END"),
    "a version that never was": "PRAGMA user_version = -1",
    "an earlier version than its tables are of": "PRAGMA user_version = 1",
    "a text that is none": "UPDATE sessions SET programme = CAST(x'ff80' AS TEXT)",
    "a moment that is none": "UPDATE activities SET at = 'noon'",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "history.sqlite3"
    session(path, MONDAY_EVENING, {"bridge": [Done(), Done(faults=("hips-up",))]})
    add_activity(path, "walk", 30, local_time())
    return path


def changed(path: Path, script: str) -> bytes:
    database = sqlite3.connect(path)
    database.executescript(script)
    database.execute("PRAGMA journal_mode = DELETE")
    database.close()
    return path.read_bytes()


@pytest.mark.parametrize("script", STRANGE.values(), ids=STRANGE)
def test_it_is_told_in_one_line_and_nothing_is_changed(path: Path, script: str) -> None:
    changed(path, script)
    with pytest.raises(DamagedHistoryError, match="move it away") as caught:
        read_history(path)
    assert "\n" not in str(caught.value)
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


@pytest.mark.parametrize("name", ["a trigger", "a version that never was", "a view without end"])
def test_nothing_is_written_into_it(path: Path, name: str) -> None:
    before = changed(path, STRANGE[name])
    with pytest.raises(DamagedHistoryError):
        open_diary(path)
    with pytest.raises(DamagedHistoryError):
        add_activity(path, "walk", 30, local_time())
    assert path.read_bytes() == before


def test_an_activity_that_can_t_be_read_is_not_taken_back(path: Path) -> None:
    changed(path, STRANGE["a moment that is none"])
    with pytest.raises(DamagedHistoryError, match="move it away"):
        take_back_activity(path)


def test_a_complaint_of_sqlite_s_that_is_no_text(path: Path) -> None:
    """It quotes the names in the file, whatever they are."""
    whole = changed(path, "")
    path.write_bytes(whole.replace(b" ON sets (", b" ON \x80\x80\x80\x80 ("))
    with pytest.raises(DamagedHistoryError, match="move it away"):
        read_history(path)
