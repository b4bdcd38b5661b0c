"""Somebody is asked for one exercise and does another: it is named, and nothing of it is good."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from formcheck.cli.actions.opened_session import watch_for_others
from formcheck.exercises.load import find_exercise
from formcheck.feedback.audio.announcer import Announcer
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.live.live_contract import Preferences, SetDone
from formcheck.live.recognising.other_exercise import OtherExercise
from formcheck.live.scenes.exercise_scene import ExerciseScene
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.sets.goal_checker import Asked, GoalChecker
from formcheck.live.sets.set_run import SetRun
from formcheck.live.surroundings import Surroundings
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.programmes.programme import Programme, ProgrammeEntry
from formcheck.programmes.steps import Step, plan
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Frame
from tests.live.doubles import Clock, Sounds, Voice
from tests.recognition.saved_sets import EXERCISES, good_poses

HOLD_S = 3.0
"""Of what is asked for: so short that it may be over before anything is recognised."""

TEMPTING = [
    ("plank", "bird-dog"),
    ("push-up", "bird-dog"),
    ("push-up", "plank"),
    ("back-extension", "plank"),
    ("bird-dog", "childs-pose"),
    ("bridge", "partial-sit-up"),
    ("bridge", "hamstring-stretch"),
    ("hamstring-stretch", "leg-raise"),
    ("hamstring-stretch", "bridge"),
    ("leg-raise", "hamstring-stretch"),
    ("side-plank", "side-leg-lift"),
    ("side-leg-lift", "side-plank"),
    ("childs-pose", "bird-dog"),
]
"""What was asked for, and what is done: they begin alike, or one passes the start of the other."""


PUT_RIGHT = [
    ("bird-dog", "plank"),
    ("plank", "bird-dog"),
    ("push-up", "plank"),
    ("bridge", "hamstring-stretch"),
    ("partial-sit-up", "bridge"),
    ("bridge", "partial-sit-up"),
    ("partial-sit-up", "hamstring-stretch"),
    ("bridge", "leg-raise"),
]
"""What was asked for, and what is done before; the last four begin lying in the same way."""


def one_after_the_other(*exercises: str) -> Iterator[Pose]:
    """Their poses in the time of one film."""
    now_s = 0.0
    for take, exercise in enumerate(exercises):
        poses = good_poses(exercise)
        step_s = poses[1].time_s - poses[0].time_s
        for one in poses:
            yield replace(one, time_s=now_s, take=take)
            now_s += step_s


def step_of(asked: str) -> Step:
    exercise = find_exercise(asked)
    hold_s = HOLD_S if exercise.repetition.is_long_hold else None
    entry = ProgrammeEntry(exercise=asked, hold_s=hold_s)
    return plan(Programme(title="One", entries=(entry,)), find_exercise)[0]


def session(
    asked: str, *done: str, side: Side | None = None
) -> tuple[SetSummary | None, list[str]]:
    """What came of the set, None where it never began, and what was said."""
    clock, voice, step = Clock(), Voice(), step_of(asked)
    around = Surroundings(
        load_texts("en"),
        Announcer(voice, muted=False),
        Sounds(),
        clock,
        Preferences(questions=False),
    )
    other = OtherExercise(
        step.exercise, lambda: watch_for_others(EXERCISES, step.exercise), around.texts
    )

    def new_checker() -> GoalChecker:
        return GoalChecker(
            checker_for(step.exercise, later=True),
            Asked(step.goal, side=side),
            lambda: other.doing,
        )

    def trouble(what: str, error: Exception) -> None:
        raise AssertionError(what) from error

    records: list[SetDone] = []
    run = SetRun(new_checker, trouble=trouble)
    scene = ExerciseScene(around, step, run, records.append, side=side, other=other)
    picture = np.zeros((1, 1, 3), np.uint8)
    for number, pose in enumerate(one_after_the_other(*done)):
        clock.now_s = pose.time_s
        scene.update(LiveFrame(Frame(picture, pose.time_s, number, take=pose.take), pose))
        scene.catch_up()
        scene.tick()
        if scene.over:
            break
    scene.close()
    return (records[0].summary if records else None), voice.said


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "done"), TEMPTING)
def test_nothing_of_another_exercise_is_good(asked: str, done: str) -> None:
    summary, said = session(asked, done, done)

    assert summary is None or summary.good_repetitions == 0, said
    assert summary is None or summary.verdict is not Verdict.GOOD
    told = [one for one in said if "looks like" in one]
    assert told
    assert all(find_exercise(done).title in one for one in told)


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "first"), PUT_RIGHT)
def test_what_was_asked_for_counts_after_another(asked: str, first: str) -> None:
    alone, _ = session(asked, asked, asked)
    after, said = session(asked, first, asked, asked)

    assert any("looks like" in one for one in said)
    assert alone is not None
    assert after is not None, said
    assert after.good_repetitions == alone.good_repetitions
    assert [one.number for one in after.repetitions] == [
        at + 1 for at in range(len(after.repetitions))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["side-plank", "hamstring-stretch", "leg-raise"])
def test_the_other_side_than_the_one_asked_for_is_told_and_counts_nothing(asked: str) -> None:
    right, said_right = session(asked, asked, asked, side="right")
    left, said_left = session(asked, asked, asked, side="left")

    assert right is not None
    assert left is not None
    done, other = (right, left) if right.repetitions else (left, right)
    told = ("Change to your left side", "Change to your right side")
    assert done.good_repetitions >= 1
    assert not other.repetitions
    assert other.verdict is not Verdict.GOOD
    assert not set(told) & set(said_right if done is right else said_left)
    assert set(told) & set(said_left if done is right else said_right)


@pytest.mark.slow
@pytest.mark.parametrize("exercise", ["plank", "bird-dog", "leg-raise"])
def test_what_was_asked_for_is_good(exercise: str) -> None:
    summary, said = session(exercise, exercise, exercise)

    assert summary is not None, said
    assert summary.good_repetitions >= 1
    assert not any("looks like" in one for one in said)
