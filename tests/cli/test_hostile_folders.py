"""Folders that somebody else has prepared: what lies in them leads nowhere else."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.running import Ended, push_up_track, run_here

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="links are a privilege there"),
]

MINE = "my own file, far from any result"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that nothing may change; two tracks beside it are in the folder where one works."""
    (tmp_path / "work").mkdir()
    for name in ("one", "two"):
        push_up_track(tmp_path / "work" / f"{name}.npz")
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "mine.txt").write_text(MINE)
    return tmp_path / "mine.txt"


def analysed(out: str) -> Ended:
    ended = run_here("analyse", "one.npz", "two.npz", "-e", "push-up", "--out", out, "--jobs", "1")
    assert ended.status == 0, ended.err
    return ended


def linked(folder: Path, to: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(to)


def test_a_link_in_the_output_folder_is_not_written_through(mine: Path) -> None:
    names = ("summary.csv", ".summary.part.csv", "summary.html", ".summary.part.html")
    linked(Path("out"), mine, *names, ".done.jsonl")
    linked(Path("out/one"), mine, "result.json", "poses.npz", "report.html", "reps.csv")
    analysed("out")
    assert mine.read_text() == MINE
    assert Path("out/summary.html").read_text("utf-8").startswith("<!")
    assert not Path("out/summary.html").is_symlink()


def test_a_folder_s_link_to_another_place_is_left_alone(mine: Path) -> None:
    elsewhere = mine.parent / "elsewhere"
    linked(Path("out"), elsewhere, "one")
    elsewhere.mkdir()
    analysed("out")
    assert list(elsewhere.iterdir()) == []
    assert Path("out/one-2/result.json").is_file()


def test_an_export_writes_through_no_link(mine: Path) -> None:
    analysed("out")
    names = ("markers.trc", ".markers.part.trc", ".markers.part.c3d")
    linked(Path("out/one"), mine, *names)
    linked(Path("tables"), mine, ".reps.part.parquet", "reps.parquet")
    ended = run_here("export", "out", "--trc", "--c3d", "--parquet", "tables")
    assert ended.status == 0, ended.err
    assert mine.read_text() == MINE
    assert not Path("out/one/markers.trc").is_symlink()


COMMANDS = ("compare out/one out/two", "judge-again out", "export out --trc --parquet tables")


def test_what_has_no_end_is_not_read(mine: Path) -> None:
    del mine
    before = largest_bytes()
    for name in ("measures.csv", "poses.npz", "result.json"):
        analysed("out")
        linked(Path("out/one"), Path("/dev/zero"), name)
        for words in COMMANDS:
            ended = run_here(*words.split())
            assert ended.status == 2 or not ended.err, (words, ended)
            assert all(one.startswith("formcheck: ") for one in ended.err.splitlines())
        Path("out/one", name).unlink()
    assert largest_bytes() - before < 500e6


def largest_bytes() -> int:
    """The most memory that this process ever had."""
    import resource

    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("words", ["analyse pipe.mp4", "compare pipe.mp4 pipe.mp4"])
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(mine: Path, words: str) -> None:
    del mine
    os.mkfifo("pipe.mp4")
    ended = run_here(*words.split())
    assert ended.status == 2
    assert len(ended.err.splitlines()) == 1
