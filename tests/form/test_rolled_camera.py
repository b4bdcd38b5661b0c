"""A set before a rolled camera is judged as before a level one, once the roll is known."""

from dataclasses import replace

import pytest

from formcheck.pose.pose import Pose
from tests.form.performed_sets import FRAME_S, push_up, repetition, run
from tests.rolled_camera import rolled

SHARES = [0.0] * 30 + [share for _ in range(3) for share in repetition()]


def push_ups() -> list[Pose]:
    return [push_up(share).pose(number * FRAME_S, 1280, 960) for number, share in enumerate(SHARES)]


@pytest.mark.parametrize("roll", [-20, -12, 12, 20])
def test_the_same_is_counted_and_judged(roll: float) -> None:
    level, _ = run("push-up", push_ups())
    tilted, _ = run("push-up", [rolled(pose, roll) for pose in push_ups()])
    assert len(level.repetitions) == len(tilted.repetitions) == 3
    assert tilted.set_up == level.set_up
    for before, after in zip(level.criteria, tilted.criteria, strict=True):
        assert after.verdict is before.verdict
        assert after.worst == pytest.approx(before.worst, abs=0.5, nan_ok=True)


def test_a_roll_that_comes_to_be_known_during_the_set_waits_for_its_end() -> None:
    """Heights in the picture are compared with the start, so they must be measured alike."""
    late = [
        pose if number < 60 else replace(pose, roll=12.0) for number, pose in enumerate(push_ups())
    ]
    (told, _), (untold, _) = run("push-up", late), run("push-up", push_ups())
    for one, other in zip(told.repetitions, untold.repetitions, strict=True):
        assert one.peak == pytest.approx(other.peak, nan_ok=True)
        assert replace(one, peak={}) == replace(other, peak={})
    assert [one.worst for one in told.criteria] == pytest.approx(
        [one.worst for one in untold.criteria], nan_ok=True
    )
