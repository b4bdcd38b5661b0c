"""Somebody walks between the camera and the person: the set goes on behind them."""

from dataclasses import replace

import pytest

from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.test_checker import FRAME_S, push_up, run, whole_set

SECOND_BOTTOM_S = 12 * FRAME_S + 4.5 + 0.8 + 1.2 + 0.5


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
