"""The signal that repetitions are counted on, and the side that works."""

import pytest

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.sides import SideChoice
from formcheck.pose.landmarks import Side

RAISED_LEFT = {"leg_elevation.left": 30.0, "leg_elevation.right": 2.0}


def signal(measure: str) -> RepetitionSignal:
    return RepetitionSignal(
        RepetitionRule(
            measure=measure, direction="rises", least_travel=6, usual_rest=0, usual_peak=25
        )
    )


def test_the_side_that_is_further_out_works() -> None:
    either = signal("leg_elevation.working")

    assert either.value(RAISED_LEFT, SideChoice()) == 30.0
    assert either.leading_side(RAISED_LEFT) == "left"


@pytest.mark.parametrize(("side", "value"), [("left", 30.0), ("right", 2.0)])
def test_a_side_that_was_asked_for_is_the_one_that_works(side: Side, value: float) -> None:
    asked = signal(f"leg_elevation.{side}")

    assert asked.value(RAISED_LEFT, SideChoice()) == value
    assert asked.leading_side(RAISED_LEFT) == side
    assert asked.leading_side({}) == side


def test_both_sides_at_once_have_no_working_side() -> None:
    assert signal("hip.near").leading_side({"hip.left": 90.0, "hip.right": 90.0}) is None
