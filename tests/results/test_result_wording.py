"""Results in words."""

import html
from typing import Any

import pytest

from formcheck.results.instead import MAYBE
from formcheck.results.report.report_unrecognised import report_unrecognised
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.result_wording import (
    could_be,
    headline,
    measured_text,
    missing_sides_line,
    not_recognised,
    recognised_line,
    why_unknown,
)
from formcheck.results.wording.times_wording import NO_FULL_REPETITION
from tests.results import sessions
from tests.results.test_result_document import document
from tests.texts.english import ENGLISH


def changed(**parts: dict[str, Any]) -> ResultDocument:
    """A good result in which some keys are replaced."""
    plain = document().model_dump()
    for part, keys in parts.items():
        plain[part] = {**plain[part], **keys}
    return ResultDocument.model_validate(plain)


def test_a_result_in_one_sentence() -> None:
    assert headline(document(), ENGLISH) == "2 of 2 repetitions good."
    assert (
        headline(changed(summary={"reps": 1, "good_reps": 0}), ENGLISH) == "0 of 1 repetition good."
    )
    held = changed(summary={"reps": 0, "hold_s": 12.34}, exercise={"asks_to_hold": True})
    assert headline(held, ENGLISH) == "Held for 12.3 seconds."


def test_a_stop_on_the_way_is_no_hold() -> None:
    unknown = {"reps": 0, "good_reps": 0, "hold_s": 0.6, "verdict": "unknown"}
    stopped = changed(summary=unknown, exercise={"asks_to_hold": False})
    assert headline(stopped, ENGLISH) == "No repetition seen."


def test_a_posture_that_was_kept_lacks_no_repetition() -> None:
    kept = changed(summary={"reps": 0, "good_reps": 0, "hold_s": 0.0, "verdict": "good"})
    assert headline(kept, ENGLISH) == "Good as long as it was seen."


def test_what_could_not_be_judged_is_not_called_bad() -> None:
    unknown = {"verdict": "unknown", "good_reps": 0}
    assert headline(changed(summary=unknown), ENGLISH) == (
        "2 repetitions seen, 0 of them good; not all could be judged."
    )
    none = changed(summary={**unknown, "reps": 0, "hold_s": 0.0})
    assert headline(none, ENGLISH) == "No repetition seen."
    unseen = [one.model_copy(update={"verdict": "unknown"}) for one in none.criteria]
    hidden = none.model_copy(update={"criteria": tuple(unseen)})
    assert headline(hidden, ENGLISH) == "This could not be judged."


@pytest.mark.parametrize("verdict", ["good", "fault"])
def test_a_repetition_that_could_not_be_judged_is_not_counted_with_the_bad_ones(
    verdict: str,
) -> None:
    plain = changed(summary={"verdict": verdict, "good_reps": 1})
    first, *others = plain.reps
    hidden = first.model_copy(update={"verdict": "unknown"})
    assert headline(plain.model_copy(update={"reps": (hidden, *others)}), ENGLISH) == (
        "2 repetitions seen, 1 of them good; not all could be judged."
    )


def test_a_unit_that_is_a_word_stands_once_behind_a_value_and_its_error() -> None:
    first = document().criteria[0]
    found = first.model_copy(update={"found": 0.123, "error": 0.02, "unit": "trunk lengths"})
    assert measured_text(found, ENGLISH) == "0.12 ± 0.02 trunk lengths"
    degrees = first.model_copy(update={"found": 158.2, "error": 5.0, "unit": "degrees"})
    assert measured_text(degrees, ENGLISH) == "158° ± 5°"


def test_a_picture_shows_only_a_moment() -> None:
    plain = changed(input={"kind": "image"}, summary={"verdict": "unknown", "reps": 0})
    first, *others = plain.criteria
    unseen = first.model_copy(update={"verdict": "unknown", "title": "Low enough"})
    partly = plain.model_copy(update={"criteria": (unseen, *others)})
    assert headline(partly, ENGLISH) == "Good as far as this picture shows."
    reason = why_unknown(partly, sessions.exercise(), ENGLISH)
    assert reason == "one picture does not show everything (low enough); give a video"


def test_a_movement_without_criteria_is_seen_or_not() -> None:
    bare = document().model_copy(update={"criteria": ()})
    assert headline(bare, ENGLISH) == "Seen 2 times."
    assert why_unknown(bare, sessions.exercise(), ENGLISH) == "no Push-up was seen"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"pose": {"frames_with_pose": 0}}, "no person could be found"),
        ({"view": {"seen": "front"}}, "seen from the front, but Push-up can only be judged"),
        ({"view": {"seen": "end-on"}}, "seen from the feet or the head"),
        (
            {"set_up": {"verdict": "fault", "problems": ("Come closer.",)}},
            "come closer",
        ),
        ({"summary": {"reps": 0}}, "no repetition of Push-up was seen"),
    ],
)
def test_the_first_reason_is_the_one_to_mend_first(
    parts: dict[str, dict[str, Any]], reason: str
) -> None:
    assert why_unknown(changed(**parts), sessions.exercise(), ENGLISH).startswith(reason)


def test_who_does_something_else_is_not_told_what_to_do_for_what_was_asked() -> None:
    other = {"runner_up": "plank", "runner_up_score": 0.8}
    problems = {"verdict": "fault", "problems": ("Put your knees on the floor.",)}
    maybe = changed(exercise=other, set_up=problems, summary={"reps": 0})
    maybe = maybe.model_copy(update={"warning_ids": (MAYBE,)})

    reason = why_unknown(maybe, sessions.exercise(), ENGLISH)

    assert reason.startswith("this looks more like Plank than like Push-up")
    assert "knees" not in reason


def test_who_moves_as_asked_but_too_little_is_told_that_first() -> None:
    other = {"runner_up": "plank", "runner_up_score": 0.8}
    little = changed(exercise=other, summary={"reps": 0})
    little = little.model_copy(update={"warning_ids": (MAYBE, NO_FULL_REPETITION)})
    assert "went far enough" in why_unknown(little, sessions.exercise(), ENGLISH)


def test_a_picture_that_lies_is_to_be_turned_whatever_was_asked_for() -> None:
    nothing = {"id": None, "title": None, "source": "recognised"}
    lies = document().model_copy(update={"warning_ids": ("recording.picture_lies",)})
    unnamed = changed(exercise=nothing).model_copy(update={"warning_ids": lies.warning_ids})

    for told in (why_unknown(lies, sessions.exercise(), ENGLISH), not_recognised(unnamed, ENGLISH)):
        assert "save it upright" in told


def test_how_an_exercise_was_recognised() -> None:
    assert recognised_line(document(), ENGLISH) == ""
    found = {"source": "recognised", "score": 0.86}
    assert recognised_line(changed(exercise=found), ENGLISH) == "Recognised: Push-up (score 0.86)"
    next_one = {"runner_up": "plank", "runner_up_score": 0.2}
    line = recognised_line(changed(exercise={**found, **next_one}), ENGLISH)
    assert line == "Recognised: Push-up (score 0.86; next: Plank 0.20)"


def test_where_none_was_recognised_it_says_what_to_do_and_what_it_could_be() -> None:
    nothing = {"id": None, "title": None, "source": "recognised"}
    asked = "I did not recognise an exercise; name it with --exercise ID."
    assert not_recognised(changed(exercise=nothing), ENGLISH) == asked
    hint = {**nothing, "runner_up": "plank", "runner_up_score": 0.5}
    assert not_recognised(changed(exercise=hint), ENGLISH) == f"{asked} It could be Plank (plank)."
    assert why_unknown(changed(exercise=nothing), None, ENGLISH) == asked


def test_where_nobody_was_seen_a_name_does_not_help() -> None:
    nothing = {"id": None, "title": None, "source": "recognised"}
    empty = changed(exercise=nothing, pose={"frames_with_pose": 0})
    told = "I can't see anybody. Have the whole body in the picture, in good light."
    assert why_unknown(empty, None, ENGLISH) == told
    page = report_unrecognised(empty, ENGLISH)
    assert html.escape(told, quote=False) in html.unescape(page)
    assert "--exercise" not in page


def test_of_two_that_it_may_be_not_one_is_named_alone() -> None:
    nothing = {"id": None, "title": None, "source": "recognised"}
    hint = {**nothing, "runner_up": "plank", "runner_up_score": 0.95}
    undecided = changed(exercise=hint).model_copy(update={"warning_ids": ("result.undecided",)})
    assert could_be(undecided, ENGLISH) == ""


def test_the_side_that_is_still_to_be_trained() -> None:
    assert missing_sides_line(document(), ENGLISH) == ""
    line = missing_sides_line(changed(summary={"missing_sides": ("right",)}), ENGLISH)
    assert line == "Only the left side was done; do the right side too."


@pytest.mark.parametrize(
    ("error", "told"), [(5.2, "158° ± 5°"), (0.0, "158°"), (0.3, "158°"), (None, "158°")]
)
def test_an_error_of_nothing_is_not_written(error: float | None, told: str) -> None:
    one = (
        document()
        .criteria[0]
        .model_copy(update={"found": 158.2, "error": error, "unit": "degrees"})
    )
    assert measured_text(one, ENGLISH) == told
