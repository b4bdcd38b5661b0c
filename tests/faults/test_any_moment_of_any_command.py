"""Any command, ended in any way at any moment: what was there stays whole, and the next run works.

FORMCHECK_FUZZ=1000 pytest tests/faults/test_any_moment_of_any_command.py      hours
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import formcheck, push_up_track
from tests.faults.test_ended_at_any_moment import nobody_of, started, tracebacks, whole
from tests.fuzz.damage import BEGINNING, EXAMPLES
from tests.patience import PATIENCE_S, wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are ended otherwise elsewhere"),
]

TRIES = max(EXAMPLES // 6, 4)

COMMANDS = {
    "analyse in -e push-up --out out --jobs 2": 6.0,
    "analyse in --out out --jobs 1": 6.0,
    "analyse clip.mp4 -e push-up --out out": 12.0,
    "judge-again done --jobs 2": 6.0,
    "learn my-push-up in/0.npz --force": 3.0,
    "learn my-push-up clip.mp4 --force": 9.0,
    "export done --trc --c3d --parquet tables": 3.0,
    "compare done/0 done/1 --html page.html": 2.5,
    "history --add-activity walk --minutes 5": 1.2,
    "history --html page.html": 1.5,
    "history --export csv --out history.csv": 1.2,
    "starter --out starters": 0.8,
}
"""Each with the seconds that it may take."""


def command_of(watching: int) -> int:
    """The process that does the work, beside the one that watches; that one where there is none."""
    children = Path(f"/proc/{watching}/task/{watching}/children")
    try:
        return int((children.read_text().split() or [str(watching)])[0])
    except OSError:
        return watching


def twice(group: int) -> None:
    os.killpg(group, signal.SIGINT)
    time.sleep(0.2)
    os.killpg(group, signal.SIGINT)


KILLED: dict[str, Callable[[int], None]] = {
    "who watches killed": lambda of: os.kill(of, signal.SIGKILL),
    "the command killed": lambda of: os.kill(command_of(of), signal.SIGKILL),
    "all killed": lambda of: os.killpg(of, signal.SIGKILL),
}
WISHED: dict[str, Callable[[int], None]] = {
    "Ctrl-C": lambda of: os.killpg(of, signal.SIGINT),
    "Ctrl-C twice": twice,
    "ended politely": lambda of: os.kill(of, signal.SIGTERM),
}
"""How a command may end before its time: none leaves anything half done, not even hidden."""


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tracks, a film, results, a history."""
    folder = tmp_path_factory.mktemp("worked")
    (folder / "in").mkdir()
    for number in range(4):
        push_up_track(folder / "in" / f"{number}.npz")
    clips = Path(__file__).parents[2] / "samples" / "clips"
    (folder / "clip.mp4").symlink_to(clips / "push-up-good-2.mp4")
    data = {"FORMCHECK_DATA": str(folder / "data")}
    for words in ("analyse in -e push-up --out done", "history --add-activity walk --minutes 3"):
        assert formcheck(*words.split(), folder=folder, **data).status == 0
    return folder


def left_in(folder: Path) -> list[str]:
    """Hidden folders of results, and folders in the place for temporary ones."""
    hidden = [one for place in ("out", "done") for one in (folder / place).glob(".*")]
    temporary = [one for kind in ("formcheck-*", "pymp-*") for one in folder.glob(kind)]
    return [one.name for one in (*hidden, *temporary) if one.is_dir()]


def ended_early(folder: Path, words: list[str], end: Callable[[int], None], after_s: float) -> None:
    process: subprocess.Popen[str] = started(folder, *words)
    time.sleep(after_s)
    if process.poll() is None:
        end(process.pid)
    _, err = process.communicate(timeout=PATIENCE_S)
    assert not tracebacks(err), err
    assert "mistake in formcheck" not in err
    nobody_of(process.pid)


@pytest.mark.parametrize("number", range(BEGINNING, BEGINNING + TRIES))
def test_it_stays_whole(worked: Path, tmp_path: Path, number: int) -> None:
    dice = Random(number)
    typed, usual_s = dice.choice(list(COMMANDS.items()))
    how = dice.choice([*KILLED, *WISHED])
    after_s = dice.uniform(0, usual_s)
    shutil.copytree(worked, tmp_path, symlinks=True, dirs_exist_ok=True)

    ended_early(tmp_path, typed.split(), {**KILLED, **WISHED}[how], after_s)

    told = (typed, how, after_s)
    whole(tmp_path / "out")
    whole(tmp_path / "done")
    # A program beside it tidies up after what is killed, in its own time.
    wait_until(lambda: how in WISHED or not left_in(tmp_path))
    assert left_in(tmp_path) == [], told
    data = {"TMPDIR": str(tmp_path), "FORMCHECK_DATA": str(tmp_path / "data")}
    assert formcheck(*typed.split(), folder=tmp_path, **data).status in (0, 1), told
    whole(tmp_path / "out")
    whole(tmp_path / "done")
    assert left_in(tmp_path) == [], told
    assert '"walk"' in formcheck("history", "--json", folder=tmp_path, **data).out, told
