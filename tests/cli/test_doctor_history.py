"""`formcheck doctor` says whether the history can be read and written, and leaves it as it is."""

from pathlib import Path

import pytest

from formcheck.cli.checks.check import Status
from formcheck.cli.checks.history import check_history
from formcheck.history.database_errors import HistoryError
from formcheck.history.place import FILE_NAME
from formcheck.history.store import Store
from formcheck.history.trial import try_history
from formcheck.texts.texts import load_texts
from tests.texts.english import ENGLISH


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("FORMCHECK_DATA", str(folder))
    return folder


def test_a_history_that_is_not_begun_yet_is_not_begun(data: Path) -> None:
    found = check_history(ENGLISH)
    assert (found.status, found.needed) == (Status.GOOD, False)
    assert found.found.endswith(FILE_NAME)
    assert not data.exists()


def test_a_history_is_read_and_left_as_it_is(data: Path) -> None:
    Store(data / FILE_NAME).close()
    before = (data / FILE_NAME).read_bytes()
    assert check_history(ENGLISH).status is Status.GOOD
    assert (data / FILE_NAME).read_bytes() == before
    assert [one.name for one in data.iterdir()] == [FILE_NAME]


def test_a_damaged_history_is_told_with_its_remedy(data: Path) -> None:
    data.mkdir()
    (data / FILE_NAME).write_bytes(b"no history at all" * 100)
    found = check_history(ENGLISH)
    assert found.status is Status.BROKEN
    assert "backup" in found.found


def test_a_file_in_the_place_of_the_folder_is_told_in_ones_language(data: Path) -> None:
    data.write_text("a file")
    assert check_history(load_texts("de")).name == "Verlauf"
    assert check_history(ENGLISH).status is Status.BROKEN


def test_what_cannot_be_written_is_told_before_a_session_and_not_after(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.mkdir()
    monkeypatch.setattr("formcheck.folder_access.os.access", lambda *_: False)
    with pytest.raises(HistoryError, match="FORMCHECK_DATA"):
        try_history(data / FILE_NAME)
