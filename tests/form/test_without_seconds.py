"""Where nobody knows how long anything took, what rests on the angles alone stays."""

import math

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sets.without_seconds import without_seconds
from formcheck.form.state import Verdict
from tests.form.performed_sets import film, push_up, repetition, run
from tests.stick_figure import StickFigure


def leg_raise(share: float) -> StickFigure:
    """Lying on the back, the far knee bent; the near leg goes up by thirty degrees, straight."""
    raised = 30 * share
    return StickFigure(
        trunk=180,
        thigh={"right": raised, "left": 50},
        shin={"right": raised, "left": 310},
        upper_arm=0,
        forearm=0,
        near="right",
    )


def leg_raises(back_s: float) -> SetSummary:
    shares = [share for _ in range(3) for share in repetition(back_s=back_s)]
    checker = checker_for(library()["leg-raise"])
    for pose in film([leg_raise(share) for share in shares]):
        checker.update(pose)
    return checker.finish()


@pytest.mark.parametrize("back_s", [0.5, 2.0])
def test_a_criterion_on_seconds_is_unknown_and_the_others_stay(back_s: float) -> None:
    known = leg_raises(back_s)
    assert len(known.repetitions) == 3
    summary = without_seconds(known)
    assert len(summary.repetitions) == 3
    before = {one.criterion.id: one.verdict for one in known.criteria}
    after = {one.criterion.id: one.verdict for one in summary.criteria}
    assert before["lower-slowly"] is (Verdict.FAULT if back_s < 1 else Verdict.GOOD)
    assert after["lower-slowly"] is Verdict.UNKNOWN
    assert all(after[key] is before[key] for key in after if key != "lower-slowly")
    assert summary.verdict is not Verdict.GOOD
    for one in summary.repetitions:
        assert "lower-slowly" not in one.faults
        assert one.verdicts["lower-slowly"] is Verdict.UNKNOWN
        assert one.verdict is not Verdict.GOOD
    (slowly,) = [one for one in summary.criteria if one.criterion.id == "lower-slowly"]
    assert math.isnan(slowly.worst)
    assert slowly.cue == ""


def test_no_length_of_time_is_left() -> None:
    shares = [share for _ in range(2) for share in repetition()]
    summary = without_seconds(run("push-up", film([push_up(share) for share in shares]))[0])
    assert summary.verdict is Verdict.GOOD
    assert summary.good_repetitions == 2
    lengths = [summary.hold_s]
    lengths += [s for one in summary.repetitions for s in (one.start_s, one.end_s, one.hold_s)]
    lengths += [s for one in summary.criteria for s in (one.judged_s, one.fault_s)]
    assert all(math.isnan(length) for length in lengths)
