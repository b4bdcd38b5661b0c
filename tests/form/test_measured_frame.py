"""What is remembered of a frame: how sure its values are in the view of the exercise."""

from dataclasses import replace

import pytest

from formcheck.form.verdicts.measured_frame import MeasuredFrame, measured_frame
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import View
from formcheck.pose.pose import Pose
from tests.recognition.movements import sitting
from tests.recognition.saved_sets import good_poses


def seen(view: View) -> MeasuredFrame:
    """Somebody who sits, in an exercise that is filmed from the front."""
    measures = Observer(["trunk_twist"]).update(sitting().pose())
    return measured_frame(replace(measures, view=view), "front", in_posture=True)


def test_half_turned_from_the_front_a_value_is_as_unsure_as_its_measure() -> None:
    turned = seen(View.THREE_QUARTER)
    assert turned.excess["trunk_twist.left"] > 0
    assert turned.own["trunk_twist.left"] == 0


def test_from_the_front_itself_its_error_is_that_of_the_exercise() -> None:
    front = seen(View.FRONT)
    assert not front.excess
    assert front.own["trunk_twist.left"] > 0


def beside(pose: Pose, view: View) -> frozenset[str]:
    """What is told of an exercise that is filmed from the side and seen from elsewhere."""
    measures = Observer(["knee_flexion", "trunk_inclination", "body_line"]).update(pose)
    return measured_frame(replace(measures, view=view), "side", in_posture=True).beside


STANDING = good_poses("wall-squat")[0]


def test_half_turned_all_is_told_that_has_a_known_error() -> None:
    told = beside(STANDING, View.THREE_QUARTER)
    assert {"knee_flexion.left", "trunk_inclination", "body_line.left"} <= told


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
def test_from_the_front_what_is_learnt_of_somebody_upright_is_told(view: View) -> None:
    told = beside(STANDING, view)
    assert {"knee_flexion.right", "trunk_inclination"} <= told
    assert "body_line.right" not in told


def test_from_the_front_nothing_is_told_of_who_is_on_all_fours_or_lies() -> None:
    assert beside(good_poses("bird-dog")[0], View.FRONT) == frozenset()
    assert beside(good_poses("bridge")[0], View.FRONT) == frozenset()


def test_from_the_feet_nothing_is_told() -> None:
    assert beside(STANDING, View.END_ON) == frozenset()
