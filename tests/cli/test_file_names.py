"""File names that are no text, or no name: one in a folder never loses the rest."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import formcheck, push_up_track, run_here

NAMES = {
    b"not utf-8 \xff\xfe.npz": r"not utf-8 \xff\xfe.npz",
    b"half a character \xed\xa0\x80.npz": r"half a character \xed\xa0\x80.npz",
    b"two\nlines.npz": r"two\nlines.npz",
    b"red \x1b[31m.npz": r"red \x1b[31m.npz",
    "turned \u202egnp.npz".encode(): r"turned \u202egnp.npz",
    b"-x.npz": "-x.npz",
    b"<script>alert(1)<!--.npz": "<script>alert(1)<!--.npz",
    b"CON.npz": "CON.npz",
    b"..npz": "..npz",
    b"[bold]%s{0}.npz": "[bold]%s{0}.npz",
    b"x" * 251 + b".npz": "x" * 251 + ".npz",
    ("ü" * 125 + ".npz").encode(): "ü" * 125 + ".npz",
    b"result.json.npz": "result.json.npz",
    b"Summary.csv.npz": "Summary.csv.npz",
    b"good.npz": "good.npz",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pose track under each name."""
    if sys.platform in ("darwin", "win32"):
        pytest.skip("this system has no such names")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    push_up_track(tmp_path / "in" / "good.npz")
    data = (tmp_path / "in" / "good.npz").read_bytes()
    for name in NAMES:
        (tmp_path / "in" / os.fsdecode(name)).write_bytes(data)
    return tmp_path


def test_a_folder_of_them(folder: Path) -> None:
    ended = run_here("analyse", "in", "-e", "push-up", "--json", "--out", "out")
    assert (ended.status, ended.err) == (0, "")
    document = json.loads(ended.out)
    assert document["errors"] == []
    told = {one["input"]["path"] for one in document["results"]}
    assert told == {f"in/{name}" for name in NAMES.values()}
    assert {one.name for one in folder.iterdir()} == {"in", "out"}
    results = [one for one in (folder / "out").iterdir() if one.is_dir()]
    assert len(results) == len(NAMES)
    for place in results:
        assert os.fsencode(place.name).decode("utf-8").isprintable()
        assert json.loads((place / "result.json").read_text("utf-8"))["input"]["path"] in told
        assert "<script>alert" not in (place / "report.html").read_text("utf-8")


def test_what_is_done_with_all_results_minds_no_name(folder: Path) -> None:
    assert run_here("analyse", "in", "-e", "push-up", "--out", "out", "--jobs", "1").status == 0
    for words in ("judge-again out --jobs 1 --json", "export out --parquet tables"):
        ended = run_here(*words.split())
        assert (ended.status, ended.err) == (0, ""), words
    assert (folder / "out" / "summary.csv").is_file()


def test_the_same_input_gets_the_same_folder_again(folder: Path) -> None:
    name = os.fsdecode(b"in/not utf-8 \xff\xfe.npz")
    for _ in range(2):
        assert run_here("analyse", name, "-e", "push-up").status == 0
    assert [one.name for one in (folder / "formcheck-out").iterdir()] == ["not utf-8 __"]


def test_bad_ones_are_told_in_a_line_each(folder: Path) -> None:
    for name in NAMES:
        (folder / "in" / os.fsdecode(name)).write_bytes(b"PK\x03\x04 no archive")
    ended = formcheck("analyse", "in", "-e", "push-up", "--out", "out", folder=folder)
    assert ended.status == 2
    lines = ended.err.splitlines()
    assert len(lines) == len(NAMES)
    assert all(line.startswith("formcheck: in/") and line.isprintable() for line in lines)


def test_places_that_are_no_text(folder: Path) -> None:
    out = os.fsdecode(b"out \xff")
    ended = run_here("analyse", "in/good.npz", "-e", "push-up", "--out", out)
    assert (ended.status, ended.err) == (0, "")
    assert r"out \xff/good/report.html" in ended.out
    assert (folder / out / "good" / "report.html").exists()


def test_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("clip.mp4")
    ended = run_here("analyse", "clip.mp4", "-e", "push-up")
    assert ended.status == 2
    assert "clip.mp4 is a device or a pipe" in ended.complaint


def test_a_device_is_written_to_and_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may do everything could lose /dev/null by it."""
    monkeypatch.setenv("FORMCHECK_DATA", str(tmp_path / "data"))
    reading, writing = os.pipe()
    ended = run_here("history", "--export", "json", "--out", f"/dev/fd/{writing}")
    os.close(writing)
    assert ended.status == 0
    assert "sessions" in os.read(reading, 10_000).decode()
