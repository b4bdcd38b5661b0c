"""What is remembered of a frame: how sure its values are in the view of the exercise."""

from dataclasses import replace

from formcheck.form.verdicts.measured_frame import MeasuredFrame, measured_frame
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import View
from tests.recognition.movements import sitting


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
