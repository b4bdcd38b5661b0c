"""A repetition that was seen in too few pictures is not judged as if it were known."""

from dataclasses import replace

import pytest

from formcheck.form.state import FormState, Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import (
    FRAME_S,
    bird_dog,
    film,
    push_up,
    repetition,
    run,
    wall_squat,
)

AT_REST = [0.0] * 45


def push_ups(rate: float, number: int = 5, first: int = 0) -> list[Pose]:
    """Push-ups of 3.7 seconds and a rest, at so many pictures a second."""
    shares = [share for _ in range(number) for share in repetition(rest_s=0.5)]
    poses = film([push_up(share) for share in (*shares, *AT_REST)])
    step = round(1 / (rate * FRAME_S))
    return poses[first::step]


@pytest.mark.parametrize("rate", [15, 7.5, 5, 3, 2.5, 2])
@pytest.mark.parametrize("first", [0, 1, 2, 3])
def test_six_pictures_are_enough(rate: float, first: int) -> None:
    summary, _ = run("push-up", push_ups(rate, first=first))
    assert len(summary.repetitions) == 5
    assert summary.verdict is Verdict.GOOD
    assert not summary.too_few_pictures


@pytest.mark.parametrize("rate", [1.25, 1.0, 0.75])
@pytest.mark.parametrize("first", [0, 4, 7, 10])
def test_fewer_are_told_and_nothing_is_known(rate: float, first: int) -> None:
    summary, _ = run("push-up", push_ups(rate, first=first))
    assert summary.verdict is Verdict.UNKNOWN
    assert summary.too_few_pictures or not summary.repetitions


@pytest.mark.parametrize("rate", [1.25, 1.0])
def test_no_fault_is_told_of_what_was_not_seen(rate: float) -> None:
    summary, _ = run("push-up", push_ups(rate))
    assert all(not one.faults for one in summary.repetitions)


HOLD_S = 4.0


def bird_dogs(
    rate: float, first: int, *, arm_early_s: float = 0.0, elbow: float = 180
) -> list[Pose]:
    """Bird dogs at so many pictures a second, of which the arm comes down before the leg."""
    shares = [0.0] * 45
    for _ in range(2):
        shares += repetition(hold_s=HOLD_S, back_s=1.0)
    shares += AT_REST
    ahead = round(arm_early_s / FRAME_S)
    figures = []
    for at, share in enumerate(shares):
        arm = min(share, shares[min(at + ahead, len(shares) - 1)])
        leg_up, arm_up = bird_dog(share), bird_dog(arm, elbow=elbow)
        figures.append(replace(leg_up, upper_arm=arm_up.upper_arm, forearm=arm_up.forearm))
    return film(figures)[first :: round(1 / (rate * FRAME_S))]


def told_live(states: list[FormState]) -> set[str]:
    """The criteria that were at fault while it was done."""
    criteria = [one for state in states for one in state.criteria if one.active]
    return {one.id for one in criteria if one.verdict is Verdict.FAULT}


@pytest.mark.parametrize("rate", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("first", [2, 6])
def test_an_arm_that_comes_down_first_is_not_told_as_too_low_meanwhile(
    rate: float, first: int
) -> None:
    _, states = run("bird-dog", bird_dogs(rate, first, arm_early_s=0.4))
    assert told_live(states) == set()


@pytest.mark.parametrize("rate", [2.0, 3.0])
def test_what_lasts_is_told_while_it_is_done_though_few_pictures_come(rate: float) -> None:
    _, states = run("bird-dog", bird_dogs(rate, 0, elbow=110))
    assert told_live(states) == {"arm-straight"}


def squats(rate: float, first: int) -> list[Pose]:
    """Two wall squats at so many pictures a second."""
    shares = [0.0] * 45
    for _ in range(2):
        shares += repetition(rest_s=1.5, hold_s=1.5)
    figures = [wall_squat(share) for share in [*shares, *AT_REST]]
    return film(figures)[first :: round(1 / (rate * FRAME_S))]


@pytest.mark.parametrize("rate", [2.0, 3.0, 5.0, 15.0])
@pytest.mark.parametrize("first", [0, 2, 4])
def test_who_has_begun_is_not_told_how_to_begin(rate: float, first: int) -> None:
    summary, states = run("wall-squat", squats(rate, first))
    assert len(summary.repetitions) == 2

    moving = [state for state in states if state.phase not in (None, "standing")]
    assert moving
    assert not [problem.text for state in moving for problem in state.set_up.problems]
