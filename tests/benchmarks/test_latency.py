"""The benchmark of how old the picture is: that it still measures what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.live.virtual_screen import missing
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.display
@pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")
def test_every_stage_of_a_pictures_way_is_told_alone_and_without_and_with_a_recording() -> None:
    few = ["--rounds", "1", "--seconds", "2", "--beginning", "0", "--pictures", "120"]
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.latency", *few],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.count("frame to feedback ") == 6
    assert run.stdout.count(" 0 out of turn") == 3
    assert "nan" not in run.stdout
