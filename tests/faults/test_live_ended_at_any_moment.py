"""A live session that is recorded, ended in any way at any moment: what was done stays whole.

FORMCHECK_FUZZ=240 pytest tests/faults/test_live_ended_at_any_moment.py      half an hour
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.cli.running import environment, formcheck
from tests.faults.test_any_moment_of_any_command import KILLED, WISHED
from tests.faults.test_ended_at_any_moment import nobody_of, tracebacks
from tests.fuzz.damage import BEGINNING, EXAMPLES
from tests.live.virtual_screen import VirtualScreen, missing
from tests.patience import PATIENCE_S, wait_until
from tests.video.clips import numbered, write_clip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.display,
    pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}"),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are ended otherwise elsewhere"),
]

TRIES = max(EXAMPLES // 12, 2)

LATEST_S = 25.0
"""By then a repetition or two are over, and the film has begun again."""

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "push-up-good-2.mp4"
LIVE = ("push-up", "--no-questions", "--no-voice", "--no-sound", "--record", "kept")


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    screen = VirtualScreen()
    yield screen
    screen.close()


def whole(kept: Path) -> None:
    """Of each set that is to be seen there is all."""
    for folder in kept.glob("[!.]*"):
        assert json.loads((folder / "result.json").read_text("utf-8"))["input"], folder
        for name in ("poses.npz", "report.html", "reps.csv"):
            assert (folder / name).stat().st_size, folder / name


def recorded(folder: Path) -> list[str]:
    """What is half done in the recordings."""
    return [one.name for one in folder.glob("kept/.*.part")]


def temporary(folder: Path) -> list[str]:
    """What is half done in the place for temporary files."""
    return [one.name for kind in ("formcheck-*", "pymp-*") for one in folder.glob(kind)]


@pytest.mark.parametrize("number", range(BEGINNING, BEGINNING + TRIES))
def test_it_stays_whole(screen: VirtualScreen, tmp_path: Path, number: int) -> None:
    dice = Random(f"live {number}")
    ways = {**KILLED, **WISHED}
    how, after_s = dice.choice(list(ways)), dice.uniform(0, LATEST_S)
    data = {"TMPDIR": str(tmp_path), "FORMCHECK_DATA": str(tmp_path / "data")}
    process = subprocess.Popen(
        [sys.executable, "-m", "formcheck", "live", *LIVE, "--camera", str(CLIP), "--loop"],
        cwd=tmp_path,
        env=environment(DISPLAY=screen.display, **data),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(after_s)
    assert process.poll() is None, process.communicate()
    ways[how](process.pid)
    _, err = process.communicate(timeout=PATIENCE_S)

    told = (how, after_s, err)
    assert not tracebacks(err), told
    assert "mistake in formcheck" not in err, told
    nobody_of(process.pid)
    whole(tmp_path / "kept")
    # A program beside it tidies up after what is killed, but for what can be recovered.
    wait_until(lambda: how in WISHED or not temporary(tmp_path))
    assert temporary(tmp_path) == [], told
    assert how in KILLED or recorded(tmp_path) == [], told

    remembered = formcheck("history", "--json", folder=tmp_path, **data)
    assert (remembered.status, remembered.err) == (0, ""), told
    dark = write_clip(tmp_path / "dark.mp4", [numbered(0)] * 12)
    words = ("live", *LIVE, "--camera", dark)
    ended = formcheck(*words, folder=tmp_path, DISPLAY=screen.display, **data)
    assert (ended.status, ended.err) == (0, ""), told
    whole(tmp_path / "kept")
    assert recorded(tmp_path) + temporary(tmp_path) == [], told
