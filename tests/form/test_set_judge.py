"""Judging a repetition against the person's own start position, whichever side of it was seen."""

from collections.abc import Sequence
from dataclasses import replace

from formcheck.exercises.load import library
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.phases import cut
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.set_judge import SetJudge
from formcheck.form.sets.set_summary import CriterionTally
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import NOTHING, Judgement
from formcheck.form.verdicts.measured_frame import MeasuredFrame

LIFT = library()["safe-lift"]
FRAME_S = 0.1
BEGINS_BENT = (100.0,) * 5 + (70.0, 40.0, 10.0)
"""How far down somebody is who is bent to the load in the first picture, and lifts it."""


def back_judged(
    depths: Sequence[float], *, bent: float, upright: float, complete: bool = True
) -> Judgement:
    """The back of somebody who lifts, round by so much while bent and while upright."""
    judge = SetJudge(LIFT, BidirectionalMovement(LIFT.repetition), SeenClock())
    frames = [
        MeasuredFrame(
            i * FRAME_S, depth, {"back_rounding": bent if depth > 50 else upright}, "side"
        )
        for i, depth in enumerate(depths)
    ]
    phases = cut(frames, RepetitionCycle(0.0, 100.0, frames[-1].time_s))
    return judge.repetition(phases, SideChoice(near="left"), complete=complete)["back-straight"]


def test_who_begins_bent_is_compared_with_how_they_stand_afterwards() -> None:
    lift = (*BEGINS_BENT, *[0.0] * 6)
    assert back_judged(lift, bent=0.02, upright=0.0).verdict is Verdict.GOOD
    assert back_judged(lift, bent=0.2, upright=0.0).verdict is Verdict.FAULT


def test_so_is_who_is_filmed_from_soon_before_they_bend() -> None:
    """As in a loop of one lift: at rest for too short a time to tell how they stand by itself."""
    lift = (0.0, 0.0, 0.0, 10.0, 40.0, 70.0, *BEGINS_BENT, *[0.0] * 4)
    assert back_judged(lift, bent=0.02, upright=0.0).verdict is Verdict.GOOD
    assert back_judged(lift, bent=0.2, upright=0.0).verdict is Verdict.FAULT


def test_a_glimpse_of_it_is_not_enough() -> None:
    assert back_judged((*BEGINS_BENT, 0.0), bent=0.2, upright=0.0).verdict is Verdict.UNKNOWN


def test_who_has_not_come_up_yet_does_not_show_how_they_stand() -> None:
    lift = (*BEGINS_BENT, *[0.0] * 6)
    judged = back_judged(lift, bent=0.2, upright=0.0, complete=False)
    assert judged.verdict is Verdict.UNKNOWN


def test_who_only_lies_is_not_compared_with_how_they_lie() -> None:
    exercise = library()["back-extension"]
    judge = SetJudge(exercise, BidirectionalMovement(exercise.repetition), SeenClock())
    lying = [MeasuredFrame(i * FRAME_S, 0.0, {"hip_height.left": 1.0}, "side") for i in range(20)]
    sides = SideChoice(near="left")
    assert judge.rest(lying, lying, sides)["hips-down"].verdict is Verdict.UNKNOWN
    assert judge.rest(lying, lying, sides)["hips-down"].verdict is Verdict.GOOD, "as before"


def test_right_at_rest_says_nothing_of_movements_that_were_not_seen() -> None:
    criterion = next(one for one in LIFT.criteria if one.id == "load-close")
    right = replace(NOTHING, verdict=Verdict.GOOD, found=0.1, inside=3.0)
    wrong = replace(NOTHING, verdict=Verdict.FAULT, found=0.9, inside=-3.0)
    for moving, at_rest, told in (
        (NOTHING, right, Verdict.UNKNOWN),
        (NOTHING, wrong, Verdict.FAULT),
        (right, right, Verdict.GOOD),
        (wrong, right, Verdict.FAULT),
    ):
        tally = CriterionTally(criterion)
        tally.add(moving)
        tally.add_rest(at_rest)
        assert tally.total().verdict is told
    tally = CriterionTally(criterion)
    tally.add_rest(right)
    assert tally.total().verdict is Verdict.GOOD, "nothing was moved, as in a still picture"


def test_who_is_filmed_while_already_sinking_is_not_compared_with_the_arch() -> None:
    cat = library()["cat-stretch"]
    movement = BidirectionalMovement(cat.repetition)
    backs = (*[-0.16] * 20, -0.1, -0.04, 0.01, *[0.05] * 10, 0.0, -0.1, -0.16)
    assert any(movement.leaves_start(back) for back in (0.02, -0.03, -0.08))
    judge = SetJudge(cat, movement, SeenClock())
    frames = [
        MeasuredFrame(i * FRAME_S, back, {"back_rounding": back}, "side")
        for i, back in enumerate(backs)
    ]
    phases = cut(frames, RepetitionCycle(-0.16, 0.05, frames[-1].time_s))
    judged = judge.repetition(phases, SideChoice(near="left"), complete=True)
    assert judged["round-up"].verdict is Verdict.UNKNOWN, "level is 0.02: it never rounds"
