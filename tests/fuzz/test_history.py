"""A history that is broken in any way: clear lines, and what is whole is still read."""

import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formcheck.cli.terminal.history_pages import history_page as terminal_page
from formcheck.history.export import document, table
from formcheck.history.history_page import history_page
from formcheck.history.read import read_history
from tests.fuzz.damage import EXAMPLES, ODD_VALUES, Damage, damage
from tests.fuzz.refusals import refused_in_words
from tests.history.builders import MONDAY_EVENING, Done, session
from tests.texts.english import ENGLISH

breaking = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TODAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("history") / "history.sqlite3"
    session(path, MONDAY_EVENING, {"bridge": [Done(), Done(faults=("hips-up",))]}, pain=(4, 3))
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def everything_shown(path: Path) -> None:
    """Read it, and make of it all that can be made; only a clear line may come in between."""
    with refused_in_words():
        history = read_history(path)
        document(history, TODAY)
        table(history)
        history_page(history, TODAY)
        terminal_page(history, TODAY, TODAY, ENGLISH)
        terminal_page(history, None, TODAY, ENGLISH)


@breaking
@given(broken=damage())
def test_bytes_of_a_history(whole: Path, tmp_path: Path, broken: Damage) -> None:
    path = tmp_path / "history.sqlite3"
    for file in tmp_path.iterdir():
        file.unlink()
    path.write_bytes(broken(whole.read_bytes()))
    everything_shown(path)


@breaking
@given(number=st.integers(0, 200), value=ODD_VALUES)
def test_values_of_a_history(whole: Path, tmp_path: Path, number: int, value: Any) -> None:
    path = tmp_path / "history.sqlite3"
    for file in tmp_path.iterdir():
        file.unlink()
    path.write_bytes(whole.read_bytes())
    with sqlite3.connect(path) as database:
        names = [
            name
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        cells = [
            (name, column[1])
            for name in names
            for column in database.execute(f"PRAGMA table_info({name})")
        ]
        name, column = cells[number % len(cells)]
        with suppress(sqlite3.Error, OverflowError):
            plain = value if isinstance(value, str | int | float) else str(value)
            database.execute(f"UPDATE {name} SET {column} = ?", (plain,))
    database.close()
    everything_shown(path)
