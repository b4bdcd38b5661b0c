"""Where workers are asked for: a place that nobody finds afterwards, however long its path."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment
from tests.patience import PATIENCE_S

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="begun from nothing elsewhere")

KILLED = """
import os
from formcheck.analysis.workers.worker_start import worker_context
worker_context()
os.kill(os.getpid(), 9)
"""

ENDED = """
from formcheck.analysis.workers.worker_start import Loaded, expect_workers
expect_workers(Loaded.INPUTS)
"""


def left_by(script: str, place: Path) -> list[Path]:
    subprocess.run(
        [sys.executable, "-c", script],
        env=environment(TMPDIR=str(place)),
        check="kill" not in script,
        timeout=PATIENCE_S,
    )
    return list(place.iterdir())


def test_what_a_killed_one_leaves_the_next_takes_away(tmp_path: Path) -> None:
    [left] = left_by(KILLED, tmp_path)
    assert [one.name for one in left.iterdir()] == [".held"]
    assert left_by(ENDED, tmp_path) == []


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
