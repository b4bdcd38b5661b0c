"""Nothing that the camera sees leaves the machine: the pose model opens no connection.

Later MediaPipe wheels send usage figures to a host of their maker. If the pinned version ever
moves, these tests decide whether it may.
"""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ESTIMATES = """
import numpy as np
from formcheck.pose.estimation import prepare_estimation
from formcheck.video.frame import Frame
with prepare_estimation(silhouette=True).open() as estimator:
    for number in range(3):
        estimator.estimate(Frame(np.zeros((480, 640, 3), np.uint8), number / 10, number))
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_estimating_poses_opens_no_connection(tmp_path: Path) -> None:
    trace = tmp_path / "calls.txt"
    watch = ["strace", "-f", "-e", "trace=network", "-o", str(trace)]
    outcome = subprocess.run(
        [*watch, sys.executable, "-c", ESTIMATES],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if outcome.returncode != 0 and "ptrace" in outcome.stderr:
        pytest.skip("this machine forbids strace")
    assert outcome.returncode == 0, outcome.stderr
    assert [line for line in trace.read_text().splitlines() if "AF_INET" in line] == []


def test_the_library_knows_no_host_to_send_figures_to() -> None:
    specification = importlib.util.find_spec("mediapipe")
    assert specification is not None
    assert specification.origin is not None
    folder = Path(specification.origin).parent / "tasks" / "c"
    libraries = [path for path in folder.iterdir() if path.suffix in (".so", ".dll", ".dylib")]
    assert libraries
    for library in libraries:
        assert b"play.googleapis.com" not in library.read_bytes()
