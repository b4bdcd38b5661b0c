"""Who is doing push-ups, however badly, and who is doing something else."""

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.recognition import movements
from tests.recognition.movements import Figure, kept, repeated


def judged(poses: list[Pose]) -> SetSummary:
    checker = FormChecker(library()["push-up"])
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def test_push_ups_with_hips_that_hang_to_the_floor_are_counted_and_corrected() -> None:
    summary = judged(repeated(movements.sagging_push_up))
    assert len(summary.repetitions) == 3
    assert all("body-straight" in one.faults for one in summary.repetitions)
    straight = next(one for one in summary.criteria if one.criterion.id == "body-straight")
    assert straight.cue == "Lift your hips, don't sag"
    assert summary.set_up.verdict is Verdict.GOOD


@pytest.mark.parametrize("figure", [movements.toe_touch, movements.bird_dog])
def test_bending_down_while_standing_and_moving_on_all_fours_are_no_push_ups(
    figure: Figure,
) -> None:
    summary = judged(repeated(figure))
    assert summary.repetitions == ()
    assert summary.verdict is Verdict.UNKNOWN


def test_standing_is_no_place_to_begin_push_ups() -> None:
    assert judged(kept(movements.standing())).set_up.verdict is Verdict.FAULT
