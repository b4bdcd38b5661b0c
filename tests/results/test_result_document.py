"""The result contract: keys, order and rounding, as other programs rely on them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.measure.orientation import View
from formcheck.recognition.answer import Answer
from formcheck.results.document.compose import RunFacts, compose
from formcheck.results.document.compose_set import rounded
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.result_document import InputRead, ResultDocument
from formcheck.texts.message import Message, message
from tests.results import sessions
from tests.texts.english import told

CONTRACT = {
    "schema": None,
    "input": [
        "path",
        "kind",
        "width",
        "height",
        "duration_s",
        "frames",
        "rotation",
        "thinned_from",
        "poses_between",
        "times",
        "slowed_by",
        "camera",
        "takes",
        "people",
        "person",
    ],
    "exercise": [
        "id",
        "title",
        "source",
        "score",
        "runner_up",
        "runner_up_score",
        "asks_to_hold",
    ],
    "pose": ["model", "frames_with_pose", "coverage"],
    "view": ["expected", "seen"],
    "set_up": ["verdict", "problems"],
    "reps": ["number", "side", "start_s", "end_s", "hold_s", "peak", "verdict", "faults"],
    "summary": ["reps", "good_reps", "hold_s", "verdict", "missing_sides"],
    "criteria": [
        "id",
        "title",
        "verdict",
        "judged_s",
        "fault_s",
        "found",
        "error",
        "worst",
        "limit",
        "unit",
        "cue",
        "needs",
    ],
    "sets": [
        "exercise",
        "start_s",
        "end_s",
        "view",
        "set_up",
        "reps",
        "summary",
        "criteria",
    ],
    "unnamed": None,
    "warnings": None,
    "warning_ids": None,
    "language": None,
    "speed": ["seconds", "frames_per_second"],
}


def summary(bottom: float = 80.0) -> SetSummary:
    checker = FormChecker(sessions.exercise())
    for pose in sessions.push_ups(2, bottom):
        checker.update(pose)
    return checker.finish()


def document(
    of: SetSummary | None = None, *warnings: Message, recognised: Answer | None = None
) -> ResultDocument:
    read = InputRead(
        path="clip.mp4", kind="video", width=640, height=480, duration_s=10, frames=100, rotation=0
    )
    return compose(
        (JudgedSet(of or summary(), recognised, 2.0, 9.0),), RunFacts(read, "full", warnings, 4.0)
    )


def as_json(of: SetSummary | None = None) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(document(of).to_json())
    return parsed


def test_keys_and_their_order() -> None:
    found = as_json()
    assert list(found) == list(CONTRACT)
    for key, inner in CONTRACT.items():
        if inner is not None:
            part = found[key][0] if isinstance(found[key], list) else found[key]
            assert list(part) == inner


def test_a_count_of_somebody_who_was_hidden_most_of_the_time_is_told_to_rest_on_little() -> None:
    whole = summary()
    hidden = replace(whole, frames_judged=whole.frames // 4)
    assert document(whole).warning_ids == ()
    assert document(hidden).warning_ids == ("seen.seldom",)
    assert "for 25 % of the time only" in document(hidden).warnings[0]


def test_what_was_recognised_of_somebody_who_was_hidden_most_of_the_time_is_a_guess() -> None:
    """Of bridges behind a caption, pelvic tilts were recognised."""
    whole = summary()
    hidden = replace(whole, frames_judged=whole.frames // 4)
    answer = Answer(likeliest=whole.exercise, score=0.9)
    assert document(whole, recognised=answer).warning_ids == ()
    found = document(hidden, recognised=answer)
    assert found.warning_ids == ("seen.seldom", "seen.guessed")
    assert f"{whole.exercise.title} is a guess" in found.warnings[1]


def test_why_a_set_is_left_open_is_told_where_somebody_was_not_in_view() -> None:
    whole = summary()
    hidden = replace(whole, frames_judged=round(0.8 * whole.frames))
    assert document(hidden).warning_ids == ()
    assert document(replace(hidden, verdict=Verdict.UNKNOWN)).warning_ids == ("seen.seldom",)
    assert document(replace(whole, verdict=Verdict.UNKNOWN)).warning_ids == ()


def test_who_hides_limbs_by_where_the_camera_stands_is_told_where_to_place_it_alone() -> None:
    whole = summary()
    hidden = replace(whole, frames_judged=0, verdict=Verdict.UNKNOWN)
    assert document(hidden).warning_ids == ("seen.seldom",)
    assert document(replace(hidden, view=View.END_ON)).warning_ids == ()


def test_a_given_exercise_has_no_score() -> None:
    exercise = as_json()["exercise"]
    assert exercise["id"] == "push-up"
    assert exercise["source"] == "given"
    assert exercise["score"] is None
    assert exercise["runner_up"] is None


def test_what_could_not_be_measured_is_null_and_never_a_made_up_number() -> None:
    nothing = FormChecker(sessions.exercise()).finish()
    criteria = as_json(nothing)["criteria"]
    assert {one["worst"] for one in criteria} == {None}
    assert {one["verdict"] for one in criteria} == {"unknown"}


def test_open_limits_are_null() -> None:
    limits = {one["id"]: one["limit"] for one in as_json()["criteria"]}
    assert limits["deep-enough"] == [None, 100]
    assert limits["full-lockout"] == [150, None]


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [
        ("knee.left", 161.2345, 161.2),
        ("back_rounding", 0.123456, 0.123),
        ("hip_height.right", 1.23456, 1.235),
        ("seconds", 1.23456, 1.23),
        ("knee.left", float("nan"), None),
    ],
)
def test_rounding(measure: str, value: float, written: float | None) -> None:
    assert rounded(value, measure) == written


def test_both_sides_are_named_where_both_work_at_once() -> None:
    assert {one.side for one in document().reps} == {"both"}


def test_speed_is_frames_over_seconds() -> None:
    speed = document().speed
    assert speed.seconds == 4.0
    assert speed.frames_per_second == pytest.approx(len(sessions.push_ups(2)) / 4, abs=0.1)


def test_a_movement_to_avoid_is_warned_about_with_its_advice() -> None:
    movement = library()["toe-touch"]
    assert movement.recognised is not None
    seen = replace(summary(), avoid=("toe-touch",))
    warnings = document(seen, message("recording.moved")).warnings
    assert warnings == told(
        (f"{movement.title}: {movement.recognised.advice}", message("recording.moved"))
    )
    given = replace(summary(), exercise=movement, criteria=(), avoid=("toe-touch",))
    assert document(given).warnings == warnings[:1]


def test_a_document_can_be_read_back() -> None:
    assert ResultDocument.model_validate_json(document().to_json()) == document()


def test_a_document_with_a_verdict_that_does_not_exist_is_refused() -> None:
    wrong = as_json()
    wrong["summary"]["verdict"] = "splendid"
    with pytest.raises(ValidationError):
        ResultDocument.model_validate(wrong)


def test_the_json_schema_names_every_key() -> None:
    schema = ResultDocument.model_json_schema()
    assert list(schema["properties"]) == list(CONTRACT)
    assert schema["additionalProperties"] is False
