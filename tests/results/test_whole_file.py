"""What can't be written is told by its own name, and what was there stays."""

import errno
from pathlib import Path

import pytest

from formcheck.results.files.whole_file import write_whole, written_whole
from formcheck.texts.refusal import refusal_told


def half_written(file: Path) -> None:
    with written_whole(file) as part:
        part.write_text("half")
        raise OSError(errno.ENOSPC, "Error writing bytes to file. Detail: [errno 28] No space left")


def test_a_full_disk_is_told_in_the_system_s_words_whatever_a_library_says(tmp_path: Path) -> None:
    file = tmp_path / "reps.parquet"
    file.write_text("before")
    with pytest.raises(OSError, match="reps") as caught:
        half_written(file)
    told = str(refusal_told(caught.value))
    assert told.startswith(f"{file}: no space left on device. ")
    assert ".part" not in told
    assert [one.read_text() for one in tmp_path.iterdir()] == ["before"]


def test_what_could_not_be_read_meanwhile_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="source"), written_whole(tmp_path / "new"):
        (tmp_path / "source.csv").read_text()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_told_by_the_file_s_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "no" / "page.html", "text")
    assert caught.value.filename == str(tmp_path / "no" / "page.html")
