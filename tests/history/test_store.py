"""The file: several programs at once, and everything that can be wrong with it."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from formcheck.errors import FormcheckError
from formcheck.history.change import forget
from formcheck.history.database_errors import DamagedHistoryError, HistoryError
from formcheck.history.exercise_diary import DiarySettings
from formcheck.history.read import read_history
from formcheck.history.schema import migrate
from formcheck.history.session_diary import open_diary
from tests.history.builders import (
    MONDAY_EVENING,
    Clock,
    Done,
    Person,
    begin,
    session,
)
from tests.history.writer import started_writer


class TestTwoAtOnce:
    """Two live sessions, or one that is looked at meanwhile."""

    def test_both_sessions_are_kept(self, path: Path, clock: Clock) -> None:
        one, other = open_diary(path, clock=clock), open_diary(path, clock=clock)
        people = begin(one, "bridge", clock), begin(other, "push-up", clock)
        for person in (*people, *people):
            person.repeat(Done())
        one.close()
        other.close()
        sets = {each.exercise: each for read in read_history(path).sessions for each in read.sets}
        assert {name: len(one.repetitions) for name, one in sets.items()} == {
            "bridge": 2,
            "push-up": 2,
        }

    def test_writing_waits_for_another_program(self, path: Path) -> None:
        writers = [started_writer(path) for _ in range(2)]
        for writer in writers:
            assert writer.stdout is not None
            for _ in range(30):
                assert writer.stdout.readline()
            writer.kill()
            writer.communicate()
        kept = [len(read.sets[0].repetitions) for read in read_history(path).sessions]
        assert len(kept) == 2
        assert min(kept) >= 30

    def test_a_history_may_be_read_by_another_program_while_it_is_new(
        self, path: Path, clock: Clock
    ) -> None:
        path.parent.mkdir()
        new = sqlite3.connect(path, isolation_level=None)
        migrate(new, path)
        new.execute("BEGIN")
        new.execute("SELECT * FROM sessions").fetchall()
        diary = open_diary(path, clock=clock, settings=DiarySettings(wait_s=0.05))
        new.close()
        diary.note_pain("before", 3)
        assert read_history(path).sessions[0].pain_before == 3

    def test_a_session_that_was_forgotten_meanwhile_is_told(self, path: Path, clock: Clock) -> None:
        person = begin(open_diary(path, clock=clock), "bridge", clock)
        forget(path)
        with pytest.raises(HistoryError, match="deleted while it went on"):
            person.repeat(Done())


class TestTrouble:
    """Each trouble is one line with its remedy, and what was there stays there."""

    def test_a_broken_file_is_told_and_left_alone(self, path: Path) -> None:
        path.parent.mkdir()
        path.write_bytes(b"not a database at all, but somebody's only copy" * 100)
        before = path.read_bytes()
        for use in (read_history, open_diary):
            with pytest.raises(DamagedHistoryError, match=r"move it away") as caught:
                use(path)
            assert "\n" not in str(caught.value)
        assert path.read_bytes() == before

    def test_a_file_that_broke_in_the_middle_is_told(self, path: Path) -> None:
        for _ in range(20):
            session(path, MONDAY_EVENING, {"bridge": [Done()] * 10})
        content = bytearray(path.read_bytes())
        content[4096:] = b"\xff" * (len(content) - 4096)
        path.write_bytes(bytes(content))
        with pytest.raises(DamagedHistoryError, match="no readable history"):
            read_history(path)

    def test_a_database_of_another_program_is_left_alone(self, path: Path) -> None:
        path.parent.mkdir()
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE songs (title TEXT)")
        other.close()
        with pytest.raises(DamagedHistoryError, match="another program"):
            open_diary(path)

    def test_a_full_disk_is_told_and_what_was_written_stays(self, path: Path, clock: Clock) -> None:
        diary = open_diary(path, clock=clock)
        person = begin(diary, "bridge", clock)
        person.repeat(Done())
        # The limit on the file's pages stands in for the end of the disk.
        database = diary._writer._store._connection
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(HistoryError, match="disk is full"):
            _repeat_often(person)
        kept = len(read_history(path).sessions[0].sets[0].repetitions)
        assert kept == len(person.finished) - 1

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(FormcheckError, match="FORMCHECK_DATA"):
            open_diary(tmp_path / "file" / "history.sqlite3")

    @pytest.mark.parametrize("held", ["from the start", "after a repetition"])
    def test_a_program_that_holds_the_file_for_long_costs_nothing(
        self, path: Path, clock: Clock, held: str
    ) -> None:
        diary = open_diary(path, clock=clock, settings=DiarySettings(wait_s=0.05))
        other = sqlite3.connect(path, isolation_level=None)
        if held == "from the start":
            other.execute("BEGIN IMMEDIATE")
        diary.note_pain("before", 3)
        person = begin(diary, "bridge", clock)
        person.repeat(Done())
        if held == "after a repetition":
            other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        for _ in range(20):
            person.repeat(Done())
        # Only the first attempt waits, and those after it are rare.
        assert time.monotonic() - began < 5
        other.close()
        person.finish()
        diary.close()
        [read] = read_history(path).sessions
        assert read.pain_before == 3
        assert [one.number for one in read.sets[0].repetitions] == list(range(1, 22))
        assert read.sets[0].verdict is not None
        assert read.ended is not None

    def test_a_program_that_holds_the_file_to_the_end_is_told(
        self, path: Path, clock: Clock
    ) -> None:
        diary = open_diary(path, clock=clock, settings=DiarySettings(wait_s=0.05))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        begin(diary, "bridge", clock).repeat(Done())
        with pytest.raises(HistoryError, match="in use by another program"):
            diary.close()
        other.close()
        assert read_history(path).empty


def _repeat_often(person: Person) -> None:
    for _ in range(1000):
        person.repeat(Done())


def test_nobody_else_on_the_computer_can_read_it(path: Path) -> None:
    session(path, MONDAY_EVENING, {"bridge": [Done()]})
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.fixture
def backup(tmp_path: Path) -> Iterator[Path]:
    """A history on a disk that can't be written to."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a disk")
    path = tmp_path / "ein Ordner? für 100 %" / "history.sqlite3"
    session(path, MONDAY_EVENING, {"bridge": [Done()]})
    bind = ["mount", "--bind", str(path.parent), str(path.parent)]
    read_only = ["mount", "-o", "remount,bind,ro", str(path.parent)]
    if any(
        subprocess.run(one, capture_output=True, check=False).returncode
        for one in (bind, read_only)
    ):
        pytest.skip("no disk can be mounted here")
    yield path
    subprocess.run(["umount", str(path.parent)], check=True)


class TestOnADiskThatCanNotBeWritten:
    """What is there can be looked at, and nothing added."""

    def test_it_is_read(self, backup: Path) -> None:
        [read] = read_history(backup).sessions
        assert read.sets[0].exercise == "bridge"

    def test_that_nothing_can_be_added_is_told(self, backup: Path) -> None:
        for change in (open_diary, forget):
            with pytest.raises(HistoryError, match="FORMCHECK_DATA"):
                change(backup)

    def test_changes_that_are_not_in_the_file_yet_are_not_passed_over(self, backup: Path) -> None:
        subprocess.run(["mount", "-o", "remount,bind,rw", str(backup.parent)], check=True)
        backup.with_name(f"{backup.name}-wal").write_bytes(b"changes")
        subprocess.run(["mount", "-o", "remount,bind,ro", str(backup.parent)], check=True)
        with pytest.raises(HistoryError):
            read_history(backup)


def test_on_a_full_disk_it_can_be_looked_at(small_disk: Path) -> None:
    path = small_disk / "history.sqlite3"
    session(path, MONDAY_EVENING, {"bridge": [Done()]})
    with suppress(OSError), (small_disk / "other").open("wb", buffering=0) as other:
        while True:
            other.write(bytes(4096))
    assert read_history(path).sessions[0].sets[0].exercise == "bridge"
    for change in (open_diary, forget):
        with pytest.raises(HistoryError, match="disk is full"):
            change(path)
    assert read_history(path).sessions


def test_reading_a_history_that_is_not_there_makes_none(path: Path) -> None:
    assert read_history(path).empty
    assert not path.exists()
