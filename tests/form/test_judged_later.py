"""A repetition that is judged after its last picture is the same, and told with the next one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker, checker_for
from formcheck.form.state import FormState, Repetition
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FIGURES, FRAME_S, repetition

REST = [0.0] * 20
SET = [*REST, *repetition(), *repetition(hold_s=2.0), *repetition(), *REST]


def poses(exercise: str, shares: list[float]) -> list[Pose]:
    figure = FIGURES[exercise]
    return [figure(share).pose(number * FRAME_S) for number, share in enumerate(shares)]


def told(states: list[FormState]) -> list[tuple[int, Repetition]]:
    """Numbers of the pictures with which repetitions were told."""
    finished = ((number, state.finished) for number, state in enumerate(states))
    return [(number, one) for number, one in finished if one is not None]


def idle(_: FormChecker) -> None:
    """Whoever never has time."""


@pytest.mark.parametrize("exercise", FIGURES)
@pytest.mark.parametrize("in_between", [FormChecker.catch_up, idle])
def test_it_is_the_same_repetition_one_picture_later(
    exercise: str, in_between: Callable[[FormChecker], None]
) -> None:
    at_once, later = (checker_for(library()[exercise], later=wait) for wait in (False, True))
    before, after = [], []
    for pose in poses(exercise, SET):
        before.append(at_once.update(pose))
        after.append(later.update(pose))
        in_between(later)

    assert len(told(before)) == 3
    assert [number for number, _ in told(after)] == [number + 1 for number, _ in told(before)]
    assert repr([one for _, one in told(after)]) == repr([one for _, one in told(before)])
    for number, one in told(before):
        assert after[number].repetitions == one.number - 1
        assert after[number].phase == before[number].phase
    assert repr(after[-1]) == repr(before[-1])
    assert repr(later.finish()) == repr(at_once.finish())


def just_over() -> tuple[FormChecker, Pose, Repetition]:
    """A checker that has just seen a repetition's last picture, that picture's pose, and it."""
    film = poses("push-up", SET)
    at_once = checker_for(library()["push-up"])
    number, one = told([at_once.update(pose) for pose in film])[0]
    checker = checker_for(library()["push-up"], later=True)
    for pose in film[: number + 1]:
        assert checker.update(pose).finished is None
    return checker, film[number], one


def test_a_pause_right_after_it_tells_it() -> None:
    checker, _, one = just_over()
    state = checker.interrupt()
    assert state is not None
    assert repr(state.finished) == repr(one)
    assert state.repetitions == 1
    assert repr(checker.finish().repetitions) == repr((one,))


def test_the_end_right_after_it_counts_it() -> None:
    checker, _, one = just_over()
    assert repr(checker.finish().repetitions) == repr((one,))


@pytest.mark.parametrize("next_one", [{"take": 1}, {"frozen": True}])
def test_a_cut_or_a_film_that_stands_still_right_after_it_tells_it(
    next_one: dict[str, Any],
) -> None:
    checker, pose, one = just_over()
    state = checker.update(replace(pose, time_s=pose.time_s + FRAME_S, **next_one))
    assert repr(state.finished) == repr(one)
    assert repr(checker.finish().repetitions) == repr((one,))
