"""A cut ends what is under way as not seen; nothing before it is compared with what comes after."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState, Repetition
from formcheck.pose.pose import Pose
from tests.form.performed_sets import FIGURES, FRAME_S, push_up, repetition

REST = [0.0] * 20


def film(exercise: str, *takes: list[float]) -> list[Pose]:
    """One take after another, each beginning a frame after the one before."""
    shares = [(take, share) for take, of_take in enumerate(takes) for share in of_take]
    return [
        replace(FIGURES[exercise](share).pose(number * FRAME_S), take=take)
        for number, (take, share) in enumerate(shares)
    ]


def judged(exercise: str, poses: list[Pose]) -> tuple[list[FormState], SetSummary]:
    checker = checker_for(library()[exercise])
    states = [checker.update(pose) for pose in poses]
    return states, checker.finish()


def finished(states: list[FormState]) -> list[Repetition]:
    return [state.finished for state in states if state.finished is not None]


WHOLE = [*REST, *repetition(), *REST]


def parts_of_a_repetition() -> list[int]:
    way = list(repetition())
    return [len(way) // 6, len(way) // 3, len(way) // 2, 2 * len(way) // 3, 5 * len(way) // 6]


@pytest.mark.parametrize("done", parts_of_a_repetition())
def test_a_repetition_that_a_cut_falls_into_was_not_seen(done: int) -> None:
    way = list(repetition())
    states, summary = judged("push-up", film("push-up", [*REST, *way[:done]], WHOLE))
    assert len(summary.repetitions) == 1
    assert [one.number for one in finished(states)] == [1]
    assert summary.repetitions[0].start_s >= (len(REST) + done) * FRAME_S


@pytest.mark.parametrize("done", parts_of_a_repetition())
def test_nor_was_one_of_which_only_the_end_is_there(done: int) -> None:
    way = list(repetition())
    _, summary = judged("push-up", film("push-up", WHOLE, [*way[done:], *REST, *WHOLE]))
    before = [one for one in summary.repetitions if one.start_s < len(WHOLE) * FRAME_S]
    assert len(before) == 1
    assert all(one.end_s < len(WHOLE) * FRAME_S for one in before)


def test_the_two_halves_of_a_repetition_are_not_put_together() -> None:
    way = list(repetition())
    half = len(way) // 2
    poses = film("push-up", [*REST, *way[:half]], [*way[half:], *REST])
    assert not judged("push-up", poses)[1].repetitions


def test_a_repetition_that_was_over_before_the_cut_counts() -> None:
    states, summary = judged("push-up", film("push-up", [*REST, *repetition(), 0.0, 0.0], WHOLE))
    assert len(summary.repetitions) == 2
    assert [one.number for one in finished(states)] == [1, 2]


def test_repetitions_of_all_takes_add_up() -> None:
    assert len(judged("push-up", film("push-up", WHOLE, WHOLE, WHOLE))[1].repetitions) == 3


def test_no_hold_goes_on_over_a_cut() -> None:
    down = [*REST, *(share / 15 for share in range(16)), *[1.0] * 45]
    states, summary = judged("wall-squat", film("wall-squat", down, [1.0] * 5, REST))
    assert states[len(down) - 1].hold_s > 2
    assert states[len(down)].hold_s == 0.0
    assert summary.hold_s < 1


def test_what_is_broken_off_is_no_fault() -> None:
    way = list(repetition())
    _, summary = judged("push-up", film("push-up", [*REST, *way[: len(way) // 3]], [0.0] * 3))
    assert not any(total.fault_s for total in summary.criteria)


def test_the_near_side_is_found_anew() -> None:
    before = film("push-up", WHOLE)
    turned = replace(push_up(0.0), near="left").pose(len(WHOLE) * FRAME_S)
    states, _ = judged("push-up", [*before, replace(turned, take=1)])
    assert (states[-2].near_side, states[-1].near_side) == ("right", "left")


def test_without_a_cut_they_stay_as_they_were() -> None:
    before = film("push-up", WHOLE)
    turned = replace(push_up(0.0), near="left").pose(len(WHOLE) * FRAME_S)
    assert judged("push-up", [*before, turned])[0][-1].near_side == "right"
