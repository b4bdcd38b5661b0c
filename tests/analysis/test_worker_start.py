"""Where workers are asked for: a place that nobody finds afterwards, however long its path."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.patience import PATIENCE_S, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="begun from nothing elsewhere")

KILLED = """
import os, sys
sys.executable = "no program can begin"
from formcheck.analysis.workers.worker_start import worker_context
worker_context()
os.kill(os.getpid(), 9)
"""

WATCHED = """
import os
from formcheck.analysis.workers.worker_start import worker_context
worker_context()
os.kill(os.getpid(), 9)
"""

BEGUN_BY_ANOTHER = """
import multiprocessing
import os
from multiprocessing import util
from pathlib import Path
from formcheck.analysis.workers.worker_start import worker_context
from formcheck.results.files.sweeper import sweeper


def work():
    worker_context()
    sweeper().close()
    os.kill(os.getpid(), 9)


if __name__ == "__main__":
    own = Path(util.get_temp_dir())
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    assert own.is_dir(), "taken away by whoever it was only lent to"
"""

ENDED = """
from formcheck.analysis.workers.worker_start import Loaded, expect_workers
expect_workers(Loaded.INPUTS)
"""


def left_by(script: str, place: Path) -> list[Path]:
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(TMPDIR=str(place)),
        check=False,
        timeout=PATIENCE_S,
    )
    assert ended.returncode in (0, -signal.SIGKILL)
    return list(place.iterdir())


def test_what_a_killed_one_leaves_the_next_takes_away(tmp_path: Path) -> None:
    [left] = left_by(KILLED, tmp_path)
    assert [one.name for one in left.iterdir()] == [".held"]
    assert left_by(ENDED, tmp_path) == []


def test_what_a_killed_one_leaves_is_taken_away_at_once(tmp_path: Path) -> None:
    left_by(WATCHED, tmp_path)
    wait_until(lambda: not list(tmp_path.iterdir()))


def test_a_worker_of_somebodys_own_leaves_them_their_place(tmp_path: Path) -> None:
    assert left_by(BEGUN_BY_ANOTHER, tmp_path) == []


def test_a_place_with_a_path_too_long_for_sockets(tmp_path: Path) -> None:
    place = tmp_path / ("x" * 100)
    place.mkdir()
    assert left_by(ENDED, place) == []


HUNG_UP = """
import os, signal
from formcheck.analysis.workers.worker_start import (
    Loaded,
    expect_workers,
    unheard_wishes,
    worker_context,
)

context = worker_context()
shared = context.Event()
expect_workers(Loaded.INPUTS)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.killpg(0, signal.SIGHUP)
with unheard_wishes():
    process = context.Process(target=shared.set)
    process.start()
process.join()
assert shared.is_set()
"""


def test_a_closed_terminal_is_heard_by_who_hands_out_the_work_alone() -> None:
    """What keeps account of what is shared would end, and the one begun in its place complain."""
    ended = subprocess.run(
        [sys.executable, "-c", HUNG_UP],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        start_new_session=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
