"""`formcheck history` that was asked for what makes no sense, or whose file is broken or held."""

import json
import sqlite3

import pytest

from tests.cli.homes import Home


def test_a_file_in_the_place_of_the_folder_is_no_empty_history(home: Home) -> None:
    home.data.write_text("no folder")
    ended = home.history()
    assert ended.status == 2
    assert "give another folder in the environment variable FORMCHECK_DATA" in ended.complaint


def test_a_file_that_cannot_be_written_is_told(used: Home) -> None:
    ended = used.history("--html", "no/such/folder/history.html")
    assert ended.status == 2
    assert "--html" in ended.complaint


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--forget", "--json"], "don't go together"),
        (["--undo", "--since", "2026-01-01"], "don't go together"),
        (["--forget", "--since", "2026-01-01"], "don't go together"),
        (["--export", "csv", "--html", "x.html"], "don't go together"),
        (["--before", "2026-01-01"], "--forget"),
        (["--yes"], "--forget"),
        (["--minutes", "30"], "--add-activity"),
        (["--add-activity", "walk"], "--minutes"),
        (["--add-activity", " ", "--minutes", "30"], "what it was"),
        (["--add-activity", "walk", "--minutes", "0"], "more than 0"),
        (["--add-activity", "walk", "--minutes", "nan"], "more than 0"),
        (["--add-activity", "walk", "--minutes", "3000"], "at most 1440"),
        (["--add-activity", "walk", "--minutes", "5", "--on", "2999-01-01"], "not come yet"),
        (["--since", "yesterday"], "'--since': 'yesterday' is no day; write year, month"),
        (["--export", "xml"], "--export"),
        (["--out", "x.csv"], "--export"),
    ],
)
def test_bad_usage_is_one_line_and_writes_nothing(
    home: Home, arguments: list[str], words: str
) -> None:
    ended = home.history(*arguments)
    assert ended.status == 2
    if "--json" in arguments:
        assert json.loads(ended.out)["error"] == ended.complaint
    else:
        assert ended.out == ""
    assert words in ended.complaint
    assert not home.data.exists()


def test_a_broken_history_is_one_line_and_stays(home: Home) -> None:
    home.data.mkdir()
    home.file.write_bytes(b"broken" * 1000)
    for arguments in ([], ["--json"], ["--forget", "--yes"], ["--html", "x.html"]):
        ended = home.history(*arguments)
        assert ended.status == 2
        told = json.loads(ended.out)["error"] if "--json" in arguments else ended.out
        assert told == (ended.complaint if "--json" in arguments else "")
        assert "move it away" in ended.complaint
    assert home.file.read_bytes() == b"broken" * 1000


@pytest.mark.slow
@pytest.mark.parametrize("words", [["--add-activity", "walk", "--minutes", "5"], ["--json"]])
def test_a_history_that_another_program_holds_is_one_line(used: Home, words: list[str]) -> None:
    other = sqlite3.connect(used.file, isolation_level=None)
    try:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        ended = used.history(*words)
    finally:
        other.close()
    assert ended.status == 2
    assert "in use by another program" in ended.complaint
    assert used.history("--json").status == 0
