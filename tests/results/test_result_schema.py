"""The JSON schema that comes with the package is that of the documents that are written."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.recognition.auto import Auto
from formcheck.results.result_schema import result_schema, schema_text
from tests.results import sessions
from tests.results.test_result_document import as_json


def written(folder: Path, poses: list[Pose], exercise: Any) -> dict[str, Any]:
    """The result of a saved track, as it lies in its folder."""
    with PoseTrackWriter(folder / "clip.npz", model="full") as writer:
        for pose in poses:
            writer.write(pose)
    judge_input(
        folder / "clip.npz",
        exercise,
        prepare=lambda: sessions.known([]),
        place=(folder, "clip"),
    )
    document: dict[str, Any] = json.loads((folder / "clip/result.json").read_text("utf-8"))
    return document


def test_the_file_is_that_of_the_contract() -> None:
    """Where it isn't, run python -m formcheck.results.result_schema."""
    assert json.loads(schema_text()) == result_schema()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(result_schema())


def test_what_is_written_of_a_recording_keeps_it(tmp_path: Path) -> None:
    found = written(tmp_path, sessions.push_ups(2), sessions.exercise())
    assert found["summary"]["reps"] == 2
    jsonschema.validate(found, result_schema())


def test_so_does_what_is_written_where_nothing_was_recognised(tmp_path: Path) -> None:
    found = written(tmp_path, sessions.nobody(), Auto.among(library().values()))
    assert found["exercise"]["id"] is None
    jsonschema.validate(found, result_schema())


def test_so_does_what_could_not_be_measured() -> None:
    jsonschema.validate(as_json(FormChecker(sessions.exercise()).finish()), result_schema())


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 1},
        {"summary": {"reps": 1}},
        {"unheard_of": 1},
        {"view": {"expected": "side", "seen": "above"}},
    ],
    ids=str,
)
def test_what_breaks_the_contract_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**as_json(), **change}, result_schema())
