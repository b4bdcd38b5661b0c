"""Recordings that begin in the middle of a movement: what isn't rest is not judged as rest."""

from collections.abc import Sequence
from dataclasses import replace

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.arrived_rest import with_arrived_rest
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.state import Verdict
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.pose.pose import Pose
from tests.recognition.movements import RATE, bird_dog, joined, kept, repeated
from tests.stick_figure import Angles, StickFigure

REST_BEFORE = 2 * RATE
WAY_OUT = RATE

AT_REST = ("hands-under-shoulders", "knees-under-hips")


def verdicts(poses: Sequence[Pose]) -> dict[str, Verdict]:
    checker = FormChecker(library()["bird-dog"])
    for pose in poses:
        checker.update(pose)
    return {total.criterion.id: total.verdict for total in checker.finish().criteria}


def test_a_hold_that_was_under_way_is_no_start_position_with_a_fault() -> None:
    film = repeated(bird_dog, times=2, hold_s=3.0)[REST_BEFORE + WAY_OUT + 5 :]
    found = verdicts(film)
    assert {found[one] for one in AT_REST} == {Verdict.GOOD}


def test_nor_is_a_way_back() -> None:
    way_back = REST_BEFORE + WAY_OUT + 3 * RATE + 2
    found = verdicts(repeated(bird_dog, times=2, hold_s=3.0)[way_back:])
    assert {found[one] for one in AT_REST} == {Verdict.GOOD}


def test_where_nothing_but_the_hold_was_seen_nothing_is_said_of_the_start_position() -> None:
    found = verdicts(kept(bird_dog(1.0), seconds=2.0))
    assert {found[one] for one in AT_REST} == {Verdict.UNKNOWN}


def test_a_fault_in_the_start_position_is_told_all_the_same() -> None:
    def hands_far_ahead(share: float) -> StickFigure:
        arms: Angles = {"right": 225.0, "left": 225 + 140 * share}
        return replace(bird_dog(share), upper_arm=arms, forearm=arms)

    begun = REST_BEFORE + WAY_OUT + 5
    found = verdicts(repeated(hands_far_ahead, times=2, hold_s=3.0)[begun:])
    assert found["hands-under-shoulders"] is Verdict.FAULT


def test_a_hand_that_scratches_the_nose_before_the_first_repetition_is_no_fault() -> None:
    kneeling = bird_dog(0.0)
    arms: Angles = {"right": 225.0, "left": 270.0}
    scratching = replace(kneeling, upper_arm=arms, forearm=arms)
    before = joined(kept(kneeling, 2.0), kept(scratching, 1.0), kept(kneeling, 1.0))
    found = verdicts(joined(before, repeated(bird_dog, times=2, hold_s=3.0)))
    assert {found[one] for one in AT_REST} == {Verdict.GOOD}


def test_a_small_movement_begins_where_rest_trembles() -> None:
    """A pelvic tilt of two degrees: one degree lower a moment before it is no way back."""
    values = [-46.0] * 20 + [-47.4] * 3
    frames = [MeasuredFrame(i / RATE, value, {}, "side") for i, value in enumerate(values)]
    rest = PhaseSegment(frames, 0.0, frames[-1].time_s)
    phases = PhaseCut(rest, rest, rest, rest, rest, rest, 0.0)
    cycle = RepetitionCycle(-47.4, -45.1, 5.0)
    rule = library()["pelvic-tilt"].repetition
    assert with_arrived_rest(phases, cycle, rule).rest == rest
