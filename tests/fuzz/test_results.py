"""The result of an earlier analysis that is broken in any way doesn't stop the next one."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from formcheck.results.files.folder import RESULT, folder_name
from tests.fuzz.damage import EXAMPLES, Damage, damage

WHOLE = json.dumps({"schema": 2, "input": {"path": "clip.mp4"}, "reps": []}).encode()


def next_name(out: Path, before: bytes) -> str:
    """Of the folder for clip.mp4, where there is one with this result."""
    (out / "clip").mkdir(exist_ok=True)
    (out / "clip" / RESULT).write_bytes(before)
    return folder_name(out, Path("clip.mp4"))


def test_the_result_of_the_same_input_is_replaced(tmp_path: Path) -> None:
    assert next_name(tmp_path, WHOLE) == "clip"


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(broken=damage())
def test_bytes_of_a_result(tmp_path: Path, broken: Damage) -> None:
    assert next_name(tmp_path, broken(WHOLE)) in ("clip", "clip-2")


@pytest.mark.parametrize("data", [b"[" * 200_000, b"\xff" * 9, b"", b'{"input": []}', b"1e999"])
def test_a_result_that_is_none_is_left_alone(tmp_path: Path, data: bytes) -> None:
    assert next_name(tmp_path, data) != "clip"
