"""A pause ends what is under way; what comes after it is not adjacent to what was before."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker, checker_for
from formcheck.form.state import FormState
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FIGURES, FRAME_S, push_up, repetition

REST = [0.0] * 20


def watch(checker: FormChecker, exercise: str, shares: list[float], from_s: float) -> FormState:
    figure = FIGURES[exercise]
    poses: list[Pose] = [
        figure(share).pose(from_s + number * FRAME_S) for number, share in enumerate(shares)
    ]
    return [checker.update(pose) for pose in poses][-1]


def begun(exercise: str, shares: list[float]) -> FormChecker:
    checker = checker_for(library()[exercise])
    watch(checker, exercise, shares, 0.0)
    return checker


def test_nothing_was_seen_yet() -> None:
    assert checker_for(library()["push-up"]).interrupt() is None


def test_a_repetition_on_its_way_back_counts_and_the_set_is_over() -> None:
    out_and_nearly_back = list(repetition())
    checker = begun("push-up", [*REST, *out_and_nearly_back])

    state = checker.interrupt()

    assert state is not None
    assert state.finished is not None
    assert state.repetitions == state.finished.number == 1
    assert (state.in_set, state.phase, state.hold_s) == (False, None, 0.0)


def test_a_hold_that_a_pause_cuts_off_is_none_over_the_pause() -> None:
    hold = [*REST, *(share / 15 for share in range(16)), *[1.0] * 45]
    checker = begun("wall-squat", hold)
    before = watch(checker, "wall-squat", [1.0], len(hold) * FRAME_S)
    assert before.hold_s > 2

    checker.interrupt()
    after = watch(checker, "wall-squat", [1.0] * 5, (len(hold) + 2) * FRAME_S)

    assert after.hold_s == 0.0


@pytest.mark.parametrize("times", [1, 3])
def test_repetitions_before_and_after_add_up(times: int) -> None:
    shares = [*REST, *(share for _ in range(times) for share in repetition()), *REST]
    checker = begun("push-up", shares)
    checker.interrupt()

    last = watch(checker, "push-up", shares, len(shares) * FRAME_S + 1)

    assert last.repetitions == 2 * times
    assert len(checker.finish().repetitions) == 2 * times


def test_the_start_position_is_learnt_anew() -> None:
    """Somebody who has shifted in the pause, or turned round, is compared with themselves."""
    shares = [*REST, *repetition(), *REST]
    checker = begun("push-up", shares)
    checker.interrupt()

    turned = replace(push_up(0.0), near="left")
    state = checker.update(turned.pose(len(shares) * FRAME_S + 1))

    assert state.near_side == "left"
