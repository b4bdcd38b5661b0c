"""`formcheck desk` as a user runs it, without a terminal."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT, environment, formcheck
from tests.patience import PATIENCE_S
from tests.video.clips import remuxed

CLIP = ROOT / "samples" / "clips" / "desk-sitting-good.mp4"


@pytest.mark.slow
def test_a_watch_over_a_clip_ends_with_a_summary(tmp_path: Path) -> None:
    ended = formcheck("desk", "--camera", CLIP, "--for", "0.22", folder=tmp_path)
    assert ended.status == 0
    assert ended.out.startswith("Upright 0.")
    assert "Sitting upright" in ended.out
    assert "Sit upright the way you want to sit" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_watch_that_never_saw_how_someone_sat_is_status_1(tmp_path: Path) -> None:
    ended = formcheck(
        "desk", "--camera", CLIP, "--for", "0.02", "--no-notifications", "--json", folder=tmp_path
    )
    assert ended.status == 1
    document = json.loads(ended.out)
    assert document["ending"] == "time is up"
    assert document["judged"] == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_and_a_polite_kill_are_the_usual_end(tmp_path: Path, number: int) -> None:
    # Long enough for a busy computer to see how somebody sits: three pictures a second.
    clip = remuxed(CLIP, tmp_path / "slow.mkv", lambda number: 333 * number)
    watch = subprocess.Popen(
        [sys.executable, "-m", "formcheck", "desk", "--camera", str(clip), "--json"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert watch.stderr is not None
    while "I watch" not in watch.stderr.readline():
        assert watch.poll() is None
    time.sleep(1.5)
    watch.send_signal(number)
    out, err = watch.communicate(timeout=PATIENCE_S)
    assert watch.returncode == 0
    assert json.loads(out)["ending"] == "interrupted"
    assert "Traceback" not in err


def test_a_camera_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    ended = formcheck("desk", "--camera", "no-such-clip.mp4", folder=tmp_path)
    assert ended.status == 2
    assert "no-such-clip.mp4" in ended.complaint


def test_a_language_that_there_is_not_is_one_line(tmp_path: Path) -> None:
    ended = formcheck("desk", "--language", "tlh", folder=tmp_path)
    assert ended.status == 2
    assert "en" in ended.complaint


def test_own_criteria_that_are_wrong_are_told(tmp_path: Path) -> None:
    own = ROOT / "formcheck/exercises/library/desk-sitting/exercise.toml"
    text = own.read_text(encoding="utf-8")
    wrong = text.replace("head_inclination.near", "head_tilt.near")
    (tmp_path / "desk-sitting.toml").write_text(wrong, encoding="utf-8")
    ended = formcheck("desk", "--exercises", tmp_path, folder=tmp_path)
    assert ended.status == 2
    assert "head_tilt" in ended.complaint
