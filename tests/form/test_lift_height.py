"""How high a leg was lifted to the side is told from where it lay."""

import pytest

from formcheck.exercises.load import library
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.phases import cut
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.set_judge import SetJudge
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.judgement import Judgement
from formcheck.form.verdicts.measured_frame import MeasuredFrame

SIDE_LEG_LIFT = library()["side-leg-lift"]
STEP_S = 0.2
SHARES = (0.0, 0.0, 0.0, 0.0, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0, 0.0)


def lift_height(rest: float, top: float) -> Judgement:
    """What is said of one lift. rest, top: the leg's angle to the trunk, in degrees."""
    frames = [
        MeasuredFrame(
            STEP_S * i,
            share,
            {"leg_to_trunk.left": rest + (top - rest) * share, "chest_to_camera": 0.0},
            "front",
        )
        for i, share in enumerate(SHARES)
    ]
    phases = cut(frames, RepetitionCycle(0.0, 1.0, frames[-1].time_s))
    movement = BidirectionalMovement(SIDE_LEG_LIFT.repetition)
    judge = SetJudge(SIDE_LEG_LIFT, movement, SeenClock())
    return judge.repetition(phases, SideChoice(working="left"), complete=True)["lift-height"]


@pytest.mark.parametrize("rest", [-5.0, 0.0, 5.0])
def test_a_lift_of_thirty_degrees_is_good_wherever_the_leg_lay(rest: float) -> None:
    assert lift_height(rest, rest + 30).verdict is Verdict.GOOD


@pytest.mark.parametrize("rest", [0.0, 3.0, 6.0])
def test_a_lift_of_ten_degrees_is_too_low_though_the_leg_may_lie_high_then(rest: float) -> None:
    low = lift_height(rest, rest + 10)

    assert low.verdict is Verdict.FAULT
    assert low.condition is not None
    assert low.too_low is not None
    assert low.condition.cue_for(too_low=low.too_low) == "Lift your leg a little higher"


@pytest.mark.parametrize("rest", [-5.0, 5.0])
def test_how_high_is_too_high_doesnt_depend_on_where_the_leg_lay(rest: float) -> None:
    high = lift_height(rest, 65.0)

    assert high.verdict is Verdict.FAULT
    assert high.too_low is False
