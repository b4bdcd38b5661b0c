"""A disk that is full costs what no longer fits on it, and nothing that was there before."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import formcheck, push_up_track

pytestmark = pytest.mark.slow

INPUTS = 8


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(INPUTS):
        push_up_track(tmp_path / "in" / f"{number}.npz")
    return tmp_path


def words(out: Path) -> tuple[str | Path, ...]:
    return ("analyse", "in", "-e", "push-up", "--out", out, "--jobs", "2")


def done(out: Path) -> set[str]:
    return {one.parent.name for one in out.glob("*/result.json")}


def hidden_folders(out: Path) -> list[Path]:
    return [one for one in out.glob(".*") if one.is_dir()]


def test_a_batch_keeps_what_fits_and_goes_on_when_there_is_room(
    batch: Path, small_disk: Path
) -> None:
    out = small_disk / "out"
    ended = formcheck(*words(out), folder=batch)
    assert ended.status == 2
    kept = done(out)
    assert 0 < len(kept) < INPUTS
    told = ended.err.splitlines()
    assert len(told) == INPUTS - len(kept)
    assert all("Make room on the disk" in one for one in told)
    assert hidden_folders(out) == []
    for name in kept:
        assert (out / name / "report.html").stat().st_size

    subprocess.run(["mount", "-o", "remount,size=8m", small_disk], check=True)
    assert formcheck(*words(out), folder=batch).status == 0
    assert len(done(out)) == INPUTS


def test_where_nothing_fits_nothing_is_left(batch: Path, small_disk: Path) -> None:
    (small_disk / "other").write_bytes(bytes(500_000))
    out = small_disk / "out"
    ended = formcheck(*words(out), folder=batch)
    assert ended.status == 2
    assert all(one.startswith("formcheck: ") for one in ended.err.splitlines())
    assert done(out) == set()
    assert hidden_folders(out) == []
