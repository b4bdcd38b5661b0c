"""What a killed process left half done is taken away by the next run, and nothing else is.

The program that does so at once (`test_sweeper`) was ended as well, or couldn't begin.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from formcheck.results.files.folder import ResultFolder, remove_unfinished
from formcheck.results.files.held_folder import HELD, remove_abandoned, temporary_folder
from tests.cli.running import environment, push_up_track, run_here

KILLED = """
import os, sys
from pathlib import Path
sys.executable = "no program can begin"
from formcheck.results.files.folder import ResultFolder
from formcheck.results.files.held_folder import temporary_folder
folder = ResultFolder(Path(sys.argv[1]), "clip")
(folder.staging / "measures.csv").write_text("half a ta")
with temporary_folder() as temporary:
    (temporary / "poses.npz").write_text("half a tr")
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder in which a process was killed, and so it was in the temporary one."""
    if sys.platform == "win32":
        pytest.skip("nothing is killed so on Windows")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "out")],
        env=environment(TMPDIR=str(tmp_path / "tmp")),
        check=False,
    )
    assert ended.returncode == -9
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert len(list((tmp_path / "tmp").iterdir())) == 1
    return tmp_path / "out"


def test_the_next_run_takes_it_away(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    push_up_track(out.parent / "clip.npz")
    monkeypatch.chdir(out.parent)
    assert run_here("analyse", "clip.npz", "-e", "push-up", "--out", "out").status == 0
    assert [one.name for one in out.iterdir()] == ["clip"]
    assert not (out / "clip" / HELD).exists()


def test_judging_again_takes_it_away_too(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    push_up_track(out.parent / "clip.npz")
    monkeypatch.chdir(out.parent)
    assert run_here("analyse", "clip.npz", "-e", "push-up", "--out", "elsewhere").status == 0
    (out.parent / "elsewhere" / "clip").rename(out / "clip")
    assert run_here("judge-again", "out").status == 0
    assert [one.name for one in out.iterdir()] == ["clip"]


def test_the_next_one_in_the_temporary_folder_does_too(out: Path) -> None:
    with temporary_folder() as folder:
        assert list((out.parent / "tmp").iterdir()) == [folder]
        assert folder.stat().st_mode & 0o077 == 0
    assert list((out.parent / "tmp").iterdir()) == []


def test_what_another_run_is_at_work_on_stays(tmp_path: Path) -> None:
    at_work = ResultFolder(tmp_path, "clip")
    remove_unfinished(tmp_path)
    assert at_work.staging.is_dir()
    at_work.publish()
    assert (tmp_path / "clip").is_dir()


@pytest.mark.parametrize("mark", [None, b"", b"formcheck on another computer\n"])
def test_what_was_not_made_here_stays(tmp_path: Path, mark: bytes | None) -> None:
    other = tmp_path / ".clip.x.part"
    other.mkdir()
    if mark is not None:
        (other / HELD).write_bytes(mark)
    remove_unfinished(tmp_path)
    assert other.is_dir()


def test_a_link_is_not_followed(out: Path) -> None:
    [left] = out.iterdir()
    (out.parent / "elsewhere").mkdir()
    left.rename(out.parent / "elsewhere" / "folder")
    (out / ".link.part").symlink_to(out.parent / "elsewhere" / "folder")
    remove_unfinished(out)
    assert (out.parent / "elsewhere" / "folder" / "measures.csv").exists()


def test_a_folder_that_is_not_there_or_may_not_be_read_is_no_trouble(tmp_path: Path) -> None:
    remove_unfinished(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    remove_abandoned(tmp_path / "file", "*")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
