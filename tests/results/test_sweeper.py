"""What a killed process had under way is taken away at once, though nobody runs anything again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from formcheck.results.files.left_behind import left_under_way, take_away
from tests.cli.running import environment
from tests.patience import PATIENCE_S

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on Windows")

AT_WORK = """
import sys, time
from pathlib import Path
from formcheck.results.files.folder import ResultFolder
from formcheck.results.files.held_folder import temporary_folder
out = Path(sys.argv[1])
ResultFolder(out, "done").publish()
folder = ResultFolder(out, "clip")
(folder.staging / "measures.csv").write_text("half a ta")
recording = ResultFolder(out, "session")
recording.keep_if_killed("{}")
with temporary_folder() as temporary:
    (temporary / "poses.npz").write_text("half a tr")
    print("at work", flush=True)
    time.sleep(600)
"""

ENDED: dict[str, Callable[[int], None]] = {
    "it is killed": lambda of: os.kill(of, signal.SIGKILL),
    "its group is killed": lambda of: os.killpg(of, signal.SIGKILL),
    "native code gives up": lambda of: os.kill(of, signal.SIGABRT),
    "it is ended politely": lambda of: os.kill(of, signal.SIGTERM),
}


@pytest.fixture
def at_work(tmp_path: Path) -> "subprocess.Popen[str]":
    (tmp_path / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(tmp_path / "out")],
        env=environment(TMPDIR=str(tmp_path / "tmp")),
        stdout=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    return process


def names(folder: Path) -> list[str]:
    return sorted(one.name.lstrip(".").partition(".")[0] for one in folder.iterdir())


@pytest.mark.parametrize("how", ENDED)
def test_nothing_stays_but_what_can_be_used(
    at_work: "subprocess.Popen[str]", tmp_path: Path, how: str
) -> None:
    assert names(tmp_path / "out") == ["clip", "done", "session"]
    ENDED[how](at_work.pid)
    at_work.communicate(timeout=PATIENCE_S)
    until_s = time.monotonic() + PATIENCE_S
    while names(tmp_path / "out") != ["done", "session"] or names(tmp_path / "tmp"):
        assert time.monotonic() < until_s, (names(tmp_path / "out"), names(tmp_path / "tmp"))
        time.sleep(0.05)


def test_what_was_ended_or_never_wholly_said_is_left_alone() -> None:
    assert left_under_way(b"") == []
    assert left_under_way(b"+/a\0+/b\0-/a\0") == [Path("/b")]
    assert left_under_way(b"+/a\0-/a\0+/a\0") == [Path("/a")]
    odd = Path(os.fsdecode(b"/with\nlines \xff"))
    assert left_under_way(b"+/with\nlines \xff\0+/home") == [odd]


def test_what_somebody_else_took_away_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "there" / "in").mkdir(parents=True)
    take_away([tmp_path / "gone", tmp_path / "there"])
    assert list(tmp_path.iterdir()) == []


def test_what_is_led_to_by_a_link_stays(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "film.mp4").touch()
    (tmp_path / "link").symlink_to(tmp_path / "own")
    take_away([tmp_path / "link"])
    assert (tmp_path / "own" / "film.mp4").exists()
