"""What is said of the raised leg must hold for whichever leg may be the raised one."""

from dataclasses import replace
from math import nan

import pytest

from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.sets.side_doubt import agreed, side_is_sure
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import NOTHING, Judgement
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.form.verdicts.need import Need
from formcheck.pose.landmarks import Side

LEG = "thigh_elevation.working"


def raised(left: float, right: float, error: float, error_out: float | None = None) -> PhaseCut:
    """One leg raised. error: of both at the furthest point; error_out: on the way there."""
    peak = _segment(left, right, error)
    out = _segment(left, right, error if error_out is None else error_out)
    return PhaseCut(peak, out, peak, peak, peak, peak, 1.0)


def _segment(left: float, right: float, error: float) -> PhaseSegment:
    measures = {"thigh_elevation.left": left, "thigh_elevation.right": right}
    own = dict.fromkeys(measures, error)
    frames = [MeasuredFrame(0.1 * i, left, measures, "side", own=own) for i in range(5)]
    return PhaseSegment(frames, 0.0, 0.4)


@pytest.mark.parametrize(("error", "sure"), [(0.0, True), (10.0, True), (40.0, False)])
def test_a_leg_that_leads_by_less_than_is_unsure_may_be_the_other(error: float, sure: bool) -> None:
    assert side_is_sure(LEG, raised(-20, -75, error), "left") is sure
    assert side_is_sure(LEG, raised(-75, -20, error), "right") is sure


@pytest.mark.parametrize(
    ("counted_on", "working"),
    [("hip_height.near", "left"), ("trunk_inclination", "left"), (LEG, None)],
)
def test_where_no_side_works_none_is_doubted(counted_on: str, working: Side | None) -> None:
    assert side_is_sure(counted_on, raised(0, 0, 40), working)


def test_nobody_changes_legs_on_the_way() -> None:
    assert side_is_sure(LEG, raised(-20, -75, error=40, error_out=10), "left")
    assert not side_is_sure(LEG, raised(-20, -75, error=40, error_out=10), "right")


def test_a_leg_that_is_hidden_leads_by_nobody_knows_how_much() -> None:
    assert side_is_sure(LEG, raised(-10, nan, 40), "left")


def said(verdict: Verdict) -> Judgement:
    return replace(NOTHING, verdict=verdict, found=1.0)


def test_only_what_holds_for_either_leg_is_said() -> None:
    for verdict in Verdict:
        judgement = said(verdict)
        assert agreed(judgement, said(verdict), Need.TURN) is judgement
    differing = agreed(said(Verdict.GOOD), said(Verdict.FAULT), Need.TURN)
    assert (differing.verdict, differing.need) == (Verdict.UNKNOWN, Need.TURN)


def test_the_other_leg_is_the_one_that_stands() -> None:
    assert SideChoice("left", "left").swapped == SideChoice("left", "right")
    assert SideChoice("left").swapped == SideChoice("left")
