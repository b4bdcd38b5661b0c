"""Who shifts about before they keep still is getting ready, where nothing but holding is asked."""

from collections.abc import Sequence
from math import pi, radians, sin

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.recognition.movements import (
    RATE,
    joined,
    kept,
    push_up,
    repeated,
    sagging_push_up,
    standing,
)
from tests.stick_figure import StickFigure

FRAME_S = 1 / 15

LIFTED = 8.0
"""Degrees that the legs rise by, from the hips on the floor into a straight plank."""


def propped(legs: float) -> StickFigure:
    """On the forearms, the legs rising by so many degrees from feet that stay where they are."""
    return StickFigure(
        trunk=16 - legs,
        thigh=180 + legs,
        shin=180 + legs,
        upper_arm=270,
        forearm=0,
        hip=(320.0, 300 - 160 * sin(radians(legs))),
        near="right",
    )


def shifting(time_s: float, *, seconds: float) -> float:
    """The hips go up and down again within so many seconds, from the first one on."""
    return LIFTED * sin(pi * min(max(time_s - 1, 0) / seconds, 1)) ** 2


def holding(time_s: float) -> float:
    """Up within a second from the eighth on, and down within one from the eighteenth on."""
    return LIFTED * min(max(time_s - 8, 0), 1, max(19 - time_s, 0))


def judged(exercise: str, seconds: float) -> SetSummary:
    checker = FormChecker(library()[exercise])
    for frame in range(round(21 / FRAME_S)):
        time_s = frame * FRAME_S
        legs = shifting(time_s, seconds=seconds) + holding(time_s)
        checker.update(propped(legs).pose(time_s))
    return checker.finish()


@pytest.mark.parametrize("seconds", [1.8, 3.0])
def test_who_shifts_the_hips_before_a_plank_holds_once(seconds: float) -> None:
    summary = judged("plank", seconds)
    (only,) = summary.repetitions
    assert only.start_s > 7
    assert only.hold_s > 8


def test_who_goes_up_and_down_slowly_has_held_too_shortly_and_is_told() -> None:
    first, second = judged("plank", 5.0).repetitions
    assert first.hold_s < 2
    assert second.hold_s > 8


def test_what_is_given_up_before_the_first_repetition_says_nothing_of_those_that_are_done() -> None:
    """As who rises from a child's pose, moves a little, and settles elsewhere before push-ups."""
    given_up = repeated(sagging_push_up, times=1)[: 3 * RATE + RATE // 2]
    instead = joined(given_up, kept(standing(), 3.0))
    assert faults_in(instead) == {"body-straight"}, "where it is all that was done"
    assert faults_in(joined(instead, repeated(push_up))) == set()


def faults_in(film: Sequence[Pose]) -> set[str]:
    """Of push-ups."""
    checker = FormChecker(library()["push-up"])
    for pose in film:
        checker.update(pose)
    totals = checker.finish().criteria
    return {total.criterion.id for total in totals if total.verdict is Verdict.FAULT}


def test_how_somebody_leaves_after_the_last_repetition_says_nothing_of_those_that_are_done() -> (
    None
):
    """They sag on their way to their knees, and get up."""
    leaving = repeated(sagging_push_up, times=1)[: 3 * RATE + RATE // 2]
    assert faults_in(joined(repeated(push_up), leaving, kept(standing(), 3.0))) == set()


def test_a_fault_in_the_last_repetition_that_the_recording_cuts_off_is_told() -> None:
    cut_off = repeated(sagging_push_up, times=1)[: 3 * RATE + RATE // 2]
    assert faults_in(joined(repeated(push_up), cut_off)) == {"body-straight"}


def test_who_shifts_the_hips_between_two_planks_has_held_two() -> None:
    checker = FormChecker(library()["plank"])
    for frame in range(round(38 / FRAME_S)):
        time_s = frame * FRAME_S
        legs = holding(time_s + 6) + shifting(time_s - 16, seconds=1.8) + holding(time_s - 14)
        checker.update(propped(legs).pose(time_s))
    first, second = checker.finish().repetitions
    assert min(first.hold_s, second.hold_s) > 8
