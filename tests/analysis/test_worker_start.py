"""Where workers are asked for: a place that nobody finds afterwards, however long its path."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="begun from nothing elsewhere")

KILLED = """
import os
from formcheck.analysis.workers.worker_start import worker_context
worker_context()
os.kill(os.getpid(), 9)
"""

ENDED = """
from formcheck.analysis.workers.worker_start import expect_workers
expect_workers()
"""


def left_by(script: str, place: Path) -> list[Path]:
    subprocess.run(
        [sys.executable, "-c", script],
        env=environment(TMPDIR=str(place)),
        check="kill" not in script,
        timeout=120,
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
