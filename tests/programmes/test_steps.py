"""A programme taken apart into sets, and the way through them."""

import pytest

from formcheck.exercises.load import find_exercise
from formcheck.programmes.course import Course
from formcheck.programmes.programme import Programme, ProgrammeEntry
from formcheck.programmes.steps import (
    DEFAULTS,
    Goal,
    Step,
    StepSide,
    goal_of,
    plan,
)


def steps(*entries: ProgrammeEntry) -> tuple[Step, ...]:
    return plan(Programme(title="Mine", entries=entries), find_exercise)


def test_how_much_is_the_exercises_own_where_nothing_else_is_asked() -> None:
    bird_dog, childs_pose, push_up, sitting = (
        goal_of(find_exercise(name), ProgrammeEntry(exercise=name))
        for name in ("bird-dog", "childs-pose", "push-up", "desk-sitting")
    )

    assert bird_dog == Goal(8, 12, 3.0)
    assert (childs_pose.most, childs_pose.long_hold) == (1, True)
    assert push_up.most == DEFAULTS.usual_repetitions
    assert sitting.most is None


def test_a_programme_may_ask_for_another_number_and_another_time() -> None:
    (step,) = steps(ProgrammeEntry(exercise="bird-dog", reps=(5, 5), hold_s=10))

    assert step.goal == Goal(5, 5, 10.0)
    assert not step.goal.long_hold
    assert step.exercise.dosage.reps == (5, 5)
    assert step.exercise.repetition.hold_s == 10


def test_a_shorter_time_does_not_make_a_hold_something_to_repeat() -> None:
    (step,) = steps(ProgrammeEntry(exercise="childs-pose", hold_s=8))

    assert step.goal == Goal(1, 1, 8.0, long_hold=True)


def test_short_holds_without_a_number_go_on_for_half_a_minute() -> None:
    (step,) = steps(ProgrammeEntry(exercise="cat-stretch"))

    assert step.goal == Goal(3, 3, 5.0)


def test_two_sided_exercises_are_done_on_one_side_and_then_the_other() -> None:
    found = steps(ProgrammeEntry(exercise="leg-raise", sets=2, rest_s=30))

    assert [(step.number, step.side) for step in found] == [
        (1, StepSide.FIRST_SIDE),
        (1, StepSide.OTHER_SIDE),
        (2, StepSide.FIRST_SIDE),
        (2, StepSide.OTHER_SIDE),
    ]
    assert [step.rest_s for step in found] == [
        0,
        DEFAULTS.change_sides_s,
        30,
        DEFAULTS.change_sides_s,
    ]


def test_one_side_alone_can_be_asked_for() -> None:
    (step,) = steps(ProgrammeEntry(exercise="leg-raise", sides="left"))

    assert step.side is StepSide.LEFT


def test_sides_that_alternate_are_one_set() -> None:
    (step,) = steps(ProgrammeEntry(exercise="bird-dog"))

    assert step.side is StepSide.ONLY


def test_the_rest_before_an_exercise_is_the_one_after_the_last() -> None:
    found = steps(ProgrammeEntry(exercise="bird-dog", rest_s=45), ProgrammeEntry(exercise="plank"))

    assert [step.rest_s for step in found] == [0, 45]


@pytest.fixture
def course() -> Course:
    return Course(steps(ProgrammeEntry(exercise="leg-raise"), ProgrammeEntry(exercise="plank")))


def test_the_way_through_a_programme(course: Course) -> None:
    seen = []
    while course.step is not None:
        seen.append(course.step.side)
        course.go_on()

    assert seen == [StepSide.FIRST_SIDE, StepSide.OTHER_SIDE, StepSide.ONLY]
    course.go_on()
    assert course.step is None


def test_skipping_goes_past_the_other_side_too(course: Course) -> None:
    course.skip()

    assert course.step is not None
    assert course.step.exercise.id == "plank"
    course.skip()
    assert course.step is None


def test_going_back_repeats_the_step_before(course: Course) -> None:
    course.go_on()
    course.go_back()
    assert course.step is not None
    assert course.step.side is StepSide.FIRST_SIDE

    course.go_back()
    assert course.step.side is StepSide.FIRST_SIDE
