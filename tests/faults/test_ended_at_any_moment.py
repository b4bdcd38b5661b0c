"""Killed or interrupted at any moment: nothing half done can be seen, and the next run goes on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import formcheck as package
from tests.cli.running import environment, formcheck, push_up_track
from tests.patience import PATIENCE_S, wait_until

PACKAGE = Path(package.__file__).parent
CLIP = Path(__file__).parents[2] / "samples" / "clips" / "push-up-good-2.mp4"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise on Windows"),
]


def started(folder: Path, *words: str | Path) -> "subprocess.Popen[str]":
    """The command in a process group of its own, as a terminal has it."""
    return subprocess.Popen(
        [sys.executable, "-m", "formcheck", *map(str, words)],
        cwd=folder,
        env=environment(TMPDIR=str(folder), FORMCHECK_DATA=str(folder / "data")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def whole(out: Path) -> None:
    """A folder with a result has what belongs to it."""
    for folder in out.iterdir() if out.exists() else ():
        if folder.name.startswith(".") or not folder.is_dir():
            continue
        if (folder / "result.json").exists():
            json.loads((folder / "result.json").read_text("utf-8"))
            assert (folder / "poses.npz").stat().st_size
            assert (folder / "report.html").stat().st_size


def half_done(folder: Path) -> list[str]:
    """What lies hidden in the output or in the temporary folder, notes of what is done aside."""
    hidden = [one.name for one in (folder / "out").glob(".*") if one.is_dir()]
    return hidden + [one.name for one in folder.glob("formcheck-*")]


def nobody_of(group: int) -> None:
    """Wait until every process of a group has ended, though their parent was killed."""

    def is_empty() -> bool:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        return False

    wait_until(is_empty, poll_s=0.2)


def test_an_analysis_that_is_killed(tmp_path: Path) -> None:
    dice = Random(14)
    for _ in range(4):
        process = started(tmp_path, "analyse", CLIP, "-e", "push-up", "--out", "out")
        time.sleep(dice.uniform(0.5, 6))
        process.kill()
        _, err = process.communicate()
        assert "Traceback" not in err
        whole(tmp_path / "out")
        nobody_of(process.pid)
    ended = formcheck("analyse", CLIP, "-e", "push-up", "--out", "out", folder=tmp_path)
    assert ended.status == 0
    assert [one.name for one in (tmp_path / "out").iterdir()] == [CLIP.stem]
    whole(tmp_path / "out")


def test_a_batch_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(12):
        push_up_track(tmp_path / "in" / f"{number}.npz")
    batch = ("analyse", "in", "-e", "push-up", "--out", "out", "--jobs", "2")
    dice = Random(15)
    for _ in range(3):
        process = started(tmp_path, *batch)
        time.sleep(dice.uniform(1.5, 5))
        process.kill()
        _, err = process.communicate()
        assert "Traceback" not in err
        whole(tmp_path / "out")
        nobody_of(process.pid)
    assert formcheck(*batch, folder=tmp_path).status == 0
    whole(tmp_path / "out")
    assert len([one for one in (tmp_path / "out").iterdir() if one.is_dir()]) == 12
    assert half_done(tmp_path) == []


STAGES: dict[str, tuple[tuple[str | Path, ...], tuple[float, ...]]] = {
    "a recording": (
        ("analyse", CLIP, "-e", "push-up", "--out", "out"),
        (0.1, 0.25, 0.5, 1.0, 2.0, 4.0),
    ),
    "a batch": (
        ("analyse", "in", "-e", "push-up", "--out", "out", "--jobs", "2"),
        (1.0, 2.0, 3.5),
    ),
    "a demonstration": (("learn", "my-push-up", CLIP), (0.4, 1.5, 3.0)),
}
"""What is interrupted, and after how many seconds."""


def tracebacks(err: str) -> list[str]:
    """Lines of tracebacks through formcheck, but for the two files that are loaded before it can
    hear anything: until then Python ends in its own way.
    """
    begun = {str(PACKAGE / name) for name in ("__init__.py", "__main__.py")}
    lines = [one for one in err.splitlines() if str(PACKAGE) in one]
    return [one for one in lines if not any(name in one for name in begun)]


@pytest.mark.parametrize(
    ("words", "after_s"),
    [
        pytest.param(words, after_s, id=f"{name} after {after_s} s")
        for name, (words, moments) in STAGES.items()
        for after_s in moments
    ],
)
def test_ctrl_c_at_every_stage(
    tmp_path: Path, words: tuple[str | Path, ...], after_s: float
) -> None:
    """It reaches every process of the terminal, and is answered without a traceback."""
    (tmp_path / "in").mkdir()
    for number in range(12):
        push_up_track(tmp_path / "in" / f"{number}.npz")
    process = started(tmp_path, *words)
    time.sleep(after_s)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE_S)
    assert not tracebacks(err), err
    assert process.returncode in (0, 1, 130, -signal.SIGINT), (process.returncode, err)
    nobody_of(process.pid)
    assert half_done(tmp_path) == []
    whole(tmp_path / "out")
