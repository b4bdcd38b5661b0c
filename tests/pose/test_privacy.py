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

from formcheck.pose.blazepose.without_sound import without_sound

ROOT = Path(__file__).parents[2]

ESTIMATES = """
import numpy as np
from formcheck.pose.estimation import prepare_estimation
from formcheck.video.frame import Frame
with prepare_estimation(silhouette=True).open() as estimator:
    for number in range(3):
        estimator.estimate(Frame(np.zeros((480, 640, 3), np.uint8), number / 10, number))
"""


LOOKS_AT_EVERYBODY = """
import numpy as np
from formcheck.pose.beside.look import LookLostError
from formcheck.pose.estimation import open_estimator
from formcheck.pose.people.people_scanner import LookAtEverybody
from formcheck.video.frame import Frame
with open_estimator(live=True) as estimator:
    frame = Frame(np.zeros((480, 640, 3), np.uint8), 0.0, 0)
    estimator.estimate(frame)
    onlooker = estimator._estimator._beside
    for _ in range(3):
        try:
            assert onlooker.begin(LookAtEverybody(frame)).result() == ()
        except LookLostError:
            continue
        break
    else:
        raise AssertionError
"""


def test_who_estimates_poses_asks_for_no_microphone() -> None:
    """MediaPipe would load the library for sound, which asks every device that plays or records."""
    script = f"{ESTIMATES}\nimport sys\nassert 'sounddevice' not in sys.modules, 'loaded'"
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


@pytest.mark.skipif(importlib.util.find_spec("sounddevice") is None, reason="needs sounddevice")
def test_who_plays_sounds_loads_their_library_afterwards() -> None:
    loaded = set(sys.modules)
    with without_sound(), pytest.raises(ImportError):
        importlib.import_module("sounddevice" if "sounddevice" not in loaded else "no_such_module")
    assert set(sys.modules) == loaded
    assert importlib.util.find_spec("sounddevice") is not None


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_looking_who_else_is_there_opens_no_connection(tmp_path: Path) -> None:
    assert [line for line in traced(LOOKS_AT_EVERYBODY, tmp_path) if "AF_INET" in line] == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_estimating_poses_opens_no_connection(tmp_path: Path) -> None:
    assert [line for line in traced(ESTIMATES, tmp_path) if "AF_INET" in line] == []


def traced(script: str, folder: Path) -> list[str]:
    """What a script and the processes that it begins ask of the system about networks."""
    trace = folder / "calls.txt"
    watch = ["strace", "-f", "-e", "trace=network", "-o", str(trace)]
    outcome = subprocess.run(
        [*watch, sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if outcome.returncode != 0 and "ptrace" in outcome.stderr:
        pytest.skip("this machine forbids strace")
    assert outcome.returncode == 0, outcome.stderr
    return trace.read_text().splitlines()


def test_the_library_knows_no_host_to_send_figures_to() -> None:
    specification = importlib.util.find_spec("mediapipe")
    assert specification is not None
    assert specification.origin is not None
    folder = Path(specification.origin).parent / "tasks" / "c"
    libraries = [path for path in folder.iterdir() if path.suffix in (".so", ".dll", ".dylib")]
    assert libraries
    for library in libraries:
        assert b"play.googleapis.com" not in library.read_bytes()
