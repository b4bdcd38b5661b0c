"""A repetition that was seen in too few pictures is not judged as if it were known."""

import pytest

from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FRAME_S, film, push_up, repetition, run

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
