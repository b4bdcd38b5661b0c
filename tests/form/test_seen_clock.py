"""Time without pictures is neither holding nor a fault that lasts."""

from dataclasses import replace

import pytest

from formcheck.form.seen_clock import SeenClock
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FRAME_S, film, push_up, repetition, run


def with_gap(poses: list[Pose], number: int, missing_s: float) -> list[Pose]:
    """No pictures for a while before the one of this number."""
    later = [replace(pose, time_s=pose.time_s + missing_s) for pose in poses[number:]]
    return poses[:number] + later


def without(poses: list[Pose], first: int, last: int) -> list[Pose]:
    return poses[:first] + poses[last:]


def push_ups(number: int, **times: float) -> list[Pose]:
    return film([push_up(share) for _ in range(number) for share in repetition(**times)])


def frame_at(seconds: float) -> int:
    return round(seconds / FRAME_S)


def test_without_gaps_both_times_are_the_same() -> None:
    clock = SeenClock()
    assert [clock.update(i / 15) for i in range(90)] == [i / 15 for i in range(90)]


def test_it_stands_still_in_a_gap_and_tells_the_time_again() -> None:
    clock = SeenClock()
    times = [i / 15 for i in range(30)] + [60 + i / 15 for i in range(30)]
    seen = [clock.update(time_s) for time_s in times]
    assert seen == pytest.approx([i / 15 for i in range(60)])
    assert [clock.time_s(one) for one in seen] == pytest.approx(times)
    assert clock.has_gap(seen[29], seen[30])
    assert not clock.has_gap(seen[0], seen[29])
    assert not clock.has_gap(seen[30], seen[59])


@pytest.mark.parametrize("missing_s", [3.0, 30.0, 3600.0])
def test_a_gap_in_a_hold_is_not_held(missing_s: float) -> None:
    poses = push_ups(1, rest_s=1.0, hold_s=6.0)
    poses += [replace(poses[0], time_s=poses[-1].time_s + (i + 1) * FRAME_S) for i in range(15)]
    whole, _ = run("push-up", poses)
    gapped, _ = run("push-up", with_gap(poses, frame_at(5.0), missing_s))
    (one,), (other,) = whole.repetitions, gapped.repetitions
    assert other.hold_s == pytest.approx(one.hold_s, abs=0.01)
    assert other.start_s == pytest.approx(one.start_s, abs=0.01)
    assert other.end_s == pytest.approx(one.end_s + missing_s, abs=0.01)
    assert other.verdict is one.verdict is Verdict.GOOD
    for before, after in zip(whole.criteria, gapped.criteria, strict=True):
        assert after.judged_s == pytest.approx(before.judged_s, abs=0.01)
        assert after.fault_s == pytest.approx(before.fault_s, abs=0.01)


def test_the_hold_that_is_shown_stands_still_in_a_gap() -> None:
    poses = push_ups(1, rest_s=1.0, hold_s=6.0)
    _, states = run("push-up", with_gap(poses, frame_at(5.0), 30.0))
    assert max(state.hold_s for state in states) < 7.0
    assert states[-1].time_s == pytest.approx(poses[-1].time_s + 30.0)


def test_repetitions_before_and_after_a_gap_are_counted() -> None:
    poses = push_ups(4)
    length = len(poses) // 4
    cut_out = without(poses, length + 2, 3 * length + 2)
    summary, _ = run("push-up", cut_out)
    assert len(summary.repetitions) == 2
    assert summary.repetitions[1].start_s > 3 * length * FRAME_S


def test_what_may_have_been_reached_while_no_pictures_came_is_no_fault() -> None:
    poses = push_ups(2, rest_s=1.0, out_s=2.0, hold_s=0.3, back_s=2.0)
    unseen = without(poses, frame_at(2.2), frame_at(4.2))

    summary, _ = run("push-up", unseen)

    deep = next(one for one in summary.criteria if one.criterion.id == "deep-enough")
    assert deep.verdict is not Verdict.FAULT
