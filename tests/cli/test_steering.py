"""Texts from elsewhere are shown, and steer no terminal: no colour, title or line of theirs."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from formcheck.history.place import FILE_NAME
from formcheck.own_folder import DATA_FOLDER
from tests.cli.running import Ended, push_up_track, run_here
from tests.history.builders import MONDAY_EVENING, Done, session

STEERING = ("walk\x1b[31m\x1b]0;title\x07", "walk\x9b31m", "walk\u202eklaw\u2028next", "walk\x7f\r")
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def steers(ended: Ended) -> bool:
    return any(STEERS.search(told) for told in (ended.out, ended.err)) or "\r" in ended.err


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DATA_FOLDER, str(tmp_path / "data"))
    return tmp_path / "data"


def texts_in(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Tables and columns that hold text."""
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for column in database.execute(f"PRAGMA table_info({table})").fetchall():
            if column[2] == "TEXT":
                yield table, column[1]


@pytest.mark.parametrize("text", STEERING)
def test_a_history_from_elsewhere(data: Path, text: str) -> None:
    path = data / FILE_NAME
    session(path, MONDAY_EVENING, {"bridge": [Done(), Done(faults=("hips-up",))]}, programme="mine")
    assert run_here("history", "--add-activity", "swim", "--minutes", "3").status == 0
    with closing(sqlite3.connect(path)) as database:
        columns = list(texts_in(database))
        assert ("activities", "name") in columns
        for table, column in columns:
            before = database.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
            database.execute(f"UPDATE {table} SET {column} = ?", (text,))
            database.commit()
            for words in ("history", "history --export csv", "history --json"):
                ended = run_here(*words.split())
                assert not steers(ended), (table, column, words)
            json.loads(ended.out)
            for row, value in before:
                database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, row))
            database.commit()


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("text", STEERING)
def test_results_from_elsewhere(text: str) -> None:
    push_up_track(Path("one.npz"))
    assert run_here("analyse", "one.npz", "-e", "push-up", "--out", "out").status == 0
    result = Path("out/one/result.json")
    document = json.loads(result.read_text("utf-8"))
    for one in (document["exercise"], document["sets"][0]["exercise"]):
        one["id"] = one["title"] = text
    result.write_text(json.dumps(document), "utf-8")
    for words in ("compare out/one out/one", "compare out/one --sides --json", "export out --trc"):
        assert not steers(run_here(*words.split())), words


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("text", STEERING)
def test_what_is_typed(text: str) -> None:
    push_up_track(Path("one.npz"))
    for words in (
        ("history", "--add-activity", text, "--minutes", "3"),
        ("history", "--take-back", "--json"),
        ("analyse", "one.npz", "--person", text),
        ("analyse", "one.npz", "--exercise", text, "--json"),
        ("analyse", text),
        ("exercises", text),
        ("compare", text, text, "--json"),
    ):
        assert not steers(run_here(*words)), words
