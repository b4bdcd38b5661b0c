"""What the system ends for want of memory: an input is lost and told, and the batch goes on.

Other than in `test_little_memory.py` nothing is refused: pages are given until there are none, and
then the kernel chooses which process it kills.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import environment, formcheck, push_up_track
from tests.patience import PATIENCE_S, wait_until

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "push-up-good-2.mp4"
GROUPS = Path("/sys/fs/cgroup")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux can bound memory"
    ),
]

Bounded = Callable[..., tuple[int, list[str]]]


def limit(group: Path, megabytes: int) -> None:
    """As many pages as that for all processes of a group, be it of the old kind or the new."""
    old, new = group / "memory.limit_in_bytes", group / "memory.max"
    (new if new.exists() else old).write_text(str(megabytes << 20))
    for swap, most in (
        ("memory.swap.max", 0),
        ("memory.memsw.limit_in_bytes", megabytes << 20),
    ):
        if (group / swap).exists():
            (group / swap).write_text(str(most))


@pytest.fixture
def bounded(tmp_path: Path) -> Iterator[Bounded]:
    """Runs a command with so many megabytes; its status, and what it said."""
    above = GROUPS / "memory" if (GROUPS / "memory").is_dir() else GROUPS
    group = above / f"formcheck-test-{os.getpid()}"
    try:
        group.mkdir()
        limit(group, 8000)
    except OSError:
        pytest.skip("no group of bounded memory can be made here")

    def run(megabytes: int, *words: str | Path) -> tuple[int, list[str]]:
        limit(group, megabytes)
        join = f'echo $$ > {group}/cgroup.procs && exec "$@"'
        ended = subprocess.run(
            ["sh", "-c", join, "sh", sys.executable, "-m", "formcheck", *map(str, words)],
            cwd=tmp_path,
            env=environment(TMPDIR=str(tmp_path / "tmp")),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert "Traceback" not in ended.stderr
        # Who has just been ended may still be on its way out.
        wait_until(lambda: not (group / "cgroup.procs").read_text(), poll_s=0.1)
        return ended.returncode, ended.stderr.splitlines()

    (tmp_path / "tmp").mkdir()
    yield run
    group.rmdir()


def test_a_batch_goes_on(tmp_path: Path, bounded: Bounded) -> None:
    """Saved poses need less than a film."""
    (tmp_path / "in").mkdir()
    for number in range(3):
        push_up_track(tmp_path / "in" / f"{number}.npz")
    (tmp_path / "in" / CLIP.name).symlink_to(CLIP)
    words = ("analyse", "in", "-e", "push-up", "--out", "out", "--jobs", "2", "--no-video")

    status, said = bounded(250, *words)

    done = {one.parent.name for one in (tmp_path / "out").glob("*/result.json")}
    assert done >= {"0", "1", "2"}
    assert (status == 2) == (CLIP.stem not in done)
    assert len(said) == (CLIP.stem not in done), said
    assert all("memory" in one for one in said)
    assert not [one for one in (tmp_path / "out").glob(".*") if one.is_dir()]
    assert formcheck(*words, folder=tmp_path).status == 0


@pytest.mark.parametrize("megabytes", [60, 120, 200])
def test_one_recording_ends_in_a_line_and_the_next_run_clears_up(
    tmp_path: Path, bounded: Bounded, megabytes: int
) -> None:
    words = ("analyse", CLIP, "-e", "push-up", "--out", "out")

    status, said = bounded(megabytes, *words)

    assert status == 2
    assert len(said) == 1
    assert "memory" in said[0]
    assert formcheck(*words, folder=tmp_path, TMPDIR=str(tmp_path / "tmp")).status == 0
    assert [one.name for one in (tmp_path / "out").iterdir()] == [CLIP.stem]
    assert list((tmp_path / "tmp").iterdir()) == []
