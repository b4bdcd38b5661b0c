"""What is noted among results for the next run, broken in any way: it is done without."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formcheck.analysis.batches.done_before import DONE, DoneBefore
from formcheck.exercises.load import find_exercise
from formcheck.results.files.folder import UNDER_WAY
from formcheck.results.files.held_folder import HeldFolder
from formcheck.results.interrupted_recording import recover_recordings
from formcheck.texts.texts import load_texts
from tests.cli.running import push_up_track, run_here
from tests.fuzz.damage import EXAMPLES, ODD_VALUES, Damage, damage

breaking = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

ODD_TEXTS = st.sampled_from(["1e999", "-1e999", "[" * 5000, "{}", "[1]", "NaN", '"\\ud800"', "-0"])
"""What JSON may hold that Python's own `dumps` doesn't write."""


def with_value(said: dict[str, Any], key: str, value: Any) -> str:
    return json.dumps({**said, key: value}, default=str)


def with_text(said: dict[str, Any], key: str, text: str) -> str:
    return json.dumps({**said, key: "HERE"}).replace('"HERE"', text)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with two tracks, and the last line that is noted of their being judged."""
    folder = tmp_path_factory.mktemp("done")
    (folder / "in").mkdir()
    for name in ("one", "two"):
        push_up_track(folder / "in" / f"{name}.npz")
    judged(folder)
    return folder, (folder / "out" / DONE).read_text("utf-8").splitlines()[-1]


def judged(folder: Path) -> None:
    words = ("analyse", str(folder / "in"), "-e", "push-up", "--jobs", "1")
    ended = run_here(*words, "--out", str(folder / "out"))
    assert (ended.status, ended.err) == (0, "")


NOTED = ("folder", "path", "input", "result", "wanted")


@settings(breaking, max_examples=max(6, EXAMPLES // 4))
@given(
    key=st.sampled_from(NOTED),
    value=st.one_of(ODD_VALUES, st.lists(ODD_VALUES, max_size=2)),
    text=ODD_TEXTS,
    broken=damage(),
)
def test_what_is_done(
    done: tuple[Path, str], key: str, value: Any, text: str, broken: Damage
) -> None:
    folder, line = done
    said = json.loads(line)
    lines = (with_value(said, key, value), with_text(said, key, text))
    noted = "\n".join(lines).encode() + b"\n" + broken(line.encode()) + b"\n"
    (folder / "out" / DONE).write_bytes(noted)
    judged(folder)


@pytest.mark.parametrize(
    "line",
    [
        '{"folder": "a", "path": "b", "input": [1], "result": [1, 2], "wanted": "c"}',
        '{"folder": "a", "path": "b", "input": [1, 1e999], "result": [1, 2], "wanted": "c"}',
        "[" * 5000,
    ],
)
def test_a_line_that_is_no_note(tmp_path: Path, line: str) -> None:
    (tmp_path / DONE).write_text(line, "utf-8")
    DoneBefore(tmp_path)


UNDER = {
    "exercise": "push-up",
    "model": "full",
    "began": "2026-03-01T08:40:00",
    "name": "camera 0",
    "width": 640,
    "height": 480,
    "rotation": 0,
}


@breaking
@given(key=st.sampled_from(list(UNDER)), value=ODD_VALUES, text=ODD_TEXTS, broken=damage())
@pytest.mark.parametrize("kind", ["value", "text", "bytes"])
def test_a_recording_under_way(
    tmp_path: Path, kind: str, key: str, value: Any, text: str, broken: Damage
) -> None:
    """Nothing of it stays hidden, be it recovered or not."""
    data = {
        "value": with_value(UNDER, key, value).encode(),
        "text": with_text(UNDER, key, text).encode(),
        "bytes": broken(json.dumps(UNDER).encode()),
    }
    staging = HeldFolder(tmp_path, ".push-up.", ".part")
    (staging.path / UNDER_WAY).write_bytes(data[kind])
    assert staging._file is not None
    staging._file.close()

    recover_recordings(tmp_path, find_known, load_texts())

    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def find_known(name: str) -> Any:
    return find_exercise(name) if name == "push-up" else None
