"""Judging a repetition against the person's own start position, whichever side of it was seen."""

from collections.abc import Sequence

from formcheck.exercises.load import library
from formcheck.form.bidirectional import BidirectionalMovement
from formcheck.form.judgement import Judgement
from formcheck.form.measured_frame import MeasuredFrame
from formcheck.form.phases import cut
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.seen_clock import SeenClock
from formcheck.form.set_judge import SetJudge
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict

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


def test_a_glimpse_of_it_is_not_enough() -> None:
    assert back_judged((*BEGINS_BENT, 0.0), bent=0.2, upright=0.0).verdict is Verdict.UNKNOWN


def test_who_has_not_come_up_yet_does_not_show_how_they_stand() -> None:
    lift = (*BEGINS_BENT, *[0.0] * 6)
    judged = back_judged(lift, bent=0.2, upright=0.0, complete=False)
    assert judged.verdict is Verdict.UNKNOWN
