"""With too little memory a run ends in one line, or an input fails and the others are judged.

What libraries of native code do without memory differs: an error, a signal, a status. So several
amounts are tried, from one in which hardly anything can be loaded to one that nearly is enough.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import environment, push_up_track
from tests.patience import PATIENCE_S

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "push-up-good-2.mp4"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded otherwise elsewhere"),
]


def with_memory(kilobytes: int, folder: Path, *words: str | Path) -> tuple[int, list[str]]:
    """The status of a command whose processes have so much address space each, and what it said."""
    bounded = f'ulimit -c unlimited; ulimit -v {kilobytes}; exec "$@"'
    ended = subprocess.run(
        ["sh", "-c", bounded, "sh", sys.executable, "-m", "formcheck", *map(str, words)],
        cwd=folder,
        env=environment(TMPDIR=str(folder)),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    # OpenCV and the C library may have said something before; formcheck's is the last.
    said = ended.stderr.splitlines()
    assert "Traceback" not in ended.stderr
    # What lacks memory is neither a damaged recording nor one of an empty room.
    assert ended.returncode in (0, 2), said
    assert "damaged" not in ended.stderr
    assert not list(folder.rglob("core*"))
    return ended.returncode, [one for one in said if one.startswith("formcheck: ")]


@pytest.mark.parametrize("kilobytes", [500_000, 650_000, 1_000_000, 1_450_000])
def test_one_recording(tmp_path: Path, kilobytes: int) -> None:
    words = ("analyse", CLIP, "-e", "push-up", "--out", "out")
    status, said = with_memory(kilobytes, tmp_path, *words)
    done = (tmp_path / "out" / CLIP.stem / "result.json").exists()
    assert done == (status == 0)
    assert len(said) == (status != 0), said


def test_a_batch_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(3):
        push_up_track(tmp_path / "in" / f"{number}.npz")
    (tmp_path / "in" / CLIP.name).symlink_to(CLIP)
    words = ("analyse", "in", "-e", "push-up", "--out", "out", "--jobs", "2")
    _, said = with_memory(1_300_000, tmp_path, *words)
    for path in (tmp_path / "in").iterdir():
        done = (tmp_path / "out" / path.stem / "result.json").exists()
        assert done or any("memory" in one for one in said), (path, said)
    assert not [one for one in (tmp_path / "out").glob(".*") if one.is_dir()]
