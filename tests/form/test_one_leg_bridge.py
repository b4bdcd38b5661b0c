"""A bridge on one leg counts on the standing one, whichever side it is seen from."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import Side, other
from tests.recognition import movements
from tests.recognition.movements import repeated
from tests.stick_figure import StickFigure

NEAR: Side = "left"


def judged(stretched: Side, *, standing_shin: float = 235.0) -> SetSummary:
    def one_leg(share: float) -> StickFigure:
        figure = movements.bridge(share)
        thigh = 130 + 30 * share
        shin = {stretched: thigh, other(stretched): standing_shin + 20 * share}
        return replace(figure, shin=shin)

    checker = checker_for(library()["bridge"])
    for pose in repeated(one_leg, times=3):
        checker.update(pose)
    return checker.finish()


@pytest.mark.parametrize("stretched", [NEAR, other(NEAR)])
def test_it_is_counted_and_no_fault(stretched: Side) -> None:
    summary = judged(stretched)
    assert len(summary.repetitions) == 3
    verdicts = {one.criterion.id: one.verdict for one in summary.criteria}
    assert verdicts["knees-bent"] is Verdict.GOOD


def test_the_standing_knee_is_the_one_that_must_be_bent_enough() -> None:
    summary = judged(NEAR, standing_shin=185.0)
    bent = next(one for one in summary.criteria if one.criterion.id == "knees-bent")
    assert bent.verdict is Verdict.FAULT
    assert bent.condition.measure == "knee.far"
    assert bent.cue == "Bring your foot closer"
