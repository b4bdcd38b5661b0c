"""A recording of several sets: each judged as its own exercise, and told by itself."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.pose.pose import Pose
from formcheck.recognition.auto import Auto
from tests.recognition import movements
from tests.recognition.movements import joined, repeated
from tests.results import sessions

PUSH_UPS = repeated(movements.push_up, times=4)
BRIDGES = repeated(movements.bridge, times=3, hold_s=3.0)
SESSION = joined(PUSH_UPS, BRIDGES)


def judge(folder: Path, poses: Sequence[Pose], exercise: Exercise | Auto) -> Analysis:
    return judge_input(
        sessions.clip(folder / "session.mp4", poses),
        exercise,
        prepare=lambda: sessions.known(poses),
        place=(folder / "out", "session"),
    )


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return judge(tmp_path_factory.mktemp("session"), SESSION, Auto.among())


def test_each_set_is_judged_as_its_own_exercise(session: Analysis) -> None:
    found = [(one.exercise.id, one.summary.reps) for one in session.document.sets]
    assert found == [("push-up", 4), ("bridge", 3)]
    criteria = [{one.id for one in each.criteria} for each in session.document.sets]
    assert criteria[0] == {one.id for one in library()["push-up"].criteria}
    assert criteria[1] == {one.id for one in library()["bridge"].criteria}


def test_sets_lie_one_after_the_other(session: Analysis) -> None:
    first, second = session.document.sets
    assert first.start_s is not None
    assert first.end_s is not None
    assert second.start_s is not None
    assert first.start_s < first.end_s <= PUSH_UPS[-1].time_s < second.start_s
    assert all(one.start_s is not None and one.start_s >= second.start_s for one in second.reps)


def test_the_top_tells_of_the_longest(session: Analysis) -> None:
    document = session.document
    longest = max(document.sets, key=lambda one: (one.end_s or 0) - (one.start_s or 0))
    assert document.exercise.id == longest.exercise.id
    assert document.reps == longest.reps
    assert session.exercise is not None
    assert session.exercise.id == longest.exercise.id


def test_tables_and_report_tell_both(session: Analysis) -> None:
    assert session.folder is not None
    with (session.folder / "reps.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["set"], row["exercise"]) for row in rows] == [("1", "push-up")] * 4 + [
        ("2", "bridge")
    ] * 3
    with (session.folder / "measures.csv").open(newline="") as file:
        frames = list(csv.DictReader(file))
    assert len(frames) == len(SESSION)
    assert {row["set"] for row in frames} >= {"1", "2"}
    page = (session.folder / "report.html").read_text("utf-8")
    assert "Set 1: Push-up" in page
    assert "Set 2: Bridge" in page
    assert session.document.unnamed == ()


def test_a_named_exercise_judges_its_set_and_says_what_else_was_seen(tmp_path: Path) -> None:
    analysis = judge(tmp_path, SESSION, library()["push-up"])
    assert [(one.exercise.id, one.summary.reps) for one in analysis.document.sets] == [
        ("push-up", 4)
    ]
    assert analysis.summary.reps == 4
    assert any("Also seen" in text and "Bridge" in text for text in analysis.document.warnings)


def test_sets_of_one_exercise_are_told_together_and_apart(tmp_path: Path) -> None:
    pause = list(movements.walking(30.0))
    analysis = judge(tmp_path, joined(PUSH_UPS, pause, PUSH_UPS), library()["push-up"])
    assert [one.summary.reps for one in analysis.document.sets] == [4, 4]
    assert [one.number for one in analysis.reps] == [*range(1, 9)]
    assert analysis.summary.reps == 8
    (unnamed,) = analysis.document.unnamed
    first, second = analysis.document.sets
    assert first.end_s is not None
    assert second.start_s is not None
    assert first.end_s < unnamed.start_s < unnamed.end_s < second.start_s
    assert unnamed.end_s - unnamed.start_s == pytest.approx(30.0, abs=4.0)
    assert any("recognised no exercise from" in text for text in analysis.document.warnings)


def test_every_frame_s_measures_are_there_whatever_was_judged() -> None:
    from formcheck.analysis.frame_values import FrameRecorder

    recorder = FrameRecorder()
    first, second = (moment.state for moment in sessions.moments(sessions.push_ups(1)[:2]))
    recorder.update(first)
    recorder.update(replace(second, measures={"of another exercise": 1.0}))
    frames = recorder.frames
    assert {len(column) for column in frames.values.values()} == {2}
    assert frames.values["of another exercise"][1] == 1.0
