"""Who has a knee on the floor is on all fours, whatever the other leg does."""

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.recognition import movements

HELD = movements.kept(movements.bird_dog(1.0))
"""The near leg in one line with the back, as in a plank; the far knee is on the floor."""


def judged(exercise: str, poses: list[Pose]) -> SetSummary:
    checker = checker_for(library()[exercise])
    for pose in poses:
        checker.update(pose)
    return checker.finish()


@pytest.mark.parametrize("exercise", ["plank", "push-up"])
def test_a_bird_dog_is_no_place_to_begin(exercise: str) -> None:
    set_up = judged(exercise, HELD).set_up

    assert set_up.verdict is Verdict.FAULT
    assert "Take both knees off the floor." in [one.text for one in set_up.problems]


def test_a_bird_dog_that_is_held_is_no_plank() -> None:
    plank = movements.plank()
    summary = judged("plank", movements.joined(movements.kept(plank, 4.0), HELD))

    assert summary.hold_s <= 4.7, "a leg that jumps is not believed for 0.7 s"
