"""Somebody walks between the camera and the person: the set goes on behind them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FRAME_S, film, partial_sit_up, push_up, run, whole_set
from tests.form.test_getting_ready import propped
from tests.stick_figure import StickFigure

SECOND_BOTTOM_S = 12 * FRAME_S + 4.5 + 0.8 + 1.2 + 0.5

FIRST_WAY_BACK_S = 12 * FRAME_S + 0.8 + 1.2 + 1.0


def hidden(poses: list[Pose], begin_s: float, end_s: float, *, covered: bool) -> list[Pose]:
    """The same set where nothing was seen for a time; covered: because somebody was in front."""
    return [
        replace(Pose.missing(pose.time_s, pose.width, pose.height), covered=covered)
        if begin_s <= pose.time_s < end_s
        else pose
        for pose in poses
    ]


@pytest.mark.parametrize("seconds", [0.5, 1.0, 2.0])
def test_the_count_goes_on_behind_somebody_who_passes(seconds: float) -> None:
    begin_s = SECOND_BOTTOM_S - seconds
    poses = hidden(whole_set(push_up), begin_s, begin_s + seconds, covered=True)

    summary, _ = run("push-up", poses)

    assert len(summary.repetitions) == 3
    assert not any(one.faults for one in summary.repetitions)
    assert not summary.too_few_pictures


def test_who_leaves_the_posture_ends_the_set_though_nothing_is_seen() -> None:
    poses = hidden(whole_set(push_up), SECOND_BOTTOM_S - 2, SECOND_BOTTOM_S, covered=False)
    _, states = run("push-up", poses)
    assert not all(state.in_set for state in states[20:])


def test_behind_somebody_who_stays_nothing_is_known() -> None:
    begin_s = SECOND_BOTTOM_S - 2
    poses = hidden(whole_set(push_up), begin_s, begin_s + 5, covered=True)

    summary, states = run("push-up", poses)

    assert not all(state.in_set for state in states[20:])
    assert all(one.verdict is Verdict.GOOD for one in summary.repetitions)
    assert len(summary.repetitions) < 3


@pytest.mark.parametrize("figure", [push_up, partial_sit_up])
def test_who_comes_back_and_sets_out_again_behind_somebody_did_two(
    figure: Callable[..., StickFigure],
) -> None:
    half_way_s, half_way_again_s = FIRST_WAY_BACK_S + 0.7, FIRST_WAY_BACK_S + 1.5 + 0.8 + 0.6
    poses = hidden(whole_set(figure), half_way_s, half_way_again_s, covered=True)

    summary, _ = run(figure.__name__.replace("_", "-"), poses)

    assert len(summary.repetitions) == 3
    assert not any(one.faults for one in summary.repetitions)


def test_who_stays_at_the_furthest_point_behind_somebody_did_one() -> None:
    poses = whole_set(push_up, 2, {"hold_s": 4.0})
    begin_s = 12 * FRAME_S + 0.8 + 1.2 + 1.0

    summary, _ = run("push-up", hidden(poses, begin_s, begin_s + 2, covered=True))

    assert len(summary.repetitions) == 2


def test_who_gets_into_a_plank_behind_somebody_holds_it_once_and_from_then_on() -> None:
    lying_s, held_s = 1.7, 8.0
    ways = [0.0] * round(lying_s / FRAME_S) + [8.0 * i / 15 for i in range(16)]
    legs = [*ways, *[8.0] * round(held_s / FRAME_S)]
    poses = hidden(film([propped(one) for one in legs]), lying_s, lying_s + 2, covered=True)

    summary, _ = run("plank", poses)

    assert len(summary.repetitions) == 1
    assert not summary.hold_s > held_s + 1
