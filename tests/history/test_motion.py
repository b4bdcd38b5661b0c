"""How far a repetition went is told of the measure that it was counted on."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.sides import SideChoice
from formcheck.history.motion import MotionTracker, RangeOfMotion
from tests.feedback.builders import repetition
from tests.history.builders import state

THIGHS, HIPS = "thigh_elevation.left", "hip_height.left"


@pytest.mark.parametrize(
    ("counted_on", "motion"),
    [
        ("thigh_elevation.near", RangeOfMotion(THIGHS, 47.0, 43.0)),
        ("hip_height.near", RangeOfMotion(HIPS, 0.01, 0.05)),
    ],
)
def test_a_tilt_goes_as_far_as_thighs_or_hips_say(counted_on: str, motion: RangeOfMotion) -> None:
    tracker = MotionTracker(library()["pelvic-tilt"])
    out = {THIGHS: 43.0, HIPS: 0.05}
    for time_s, measures in ((0.0, {THIGHS: 47.0, HIPS: 0.01}), (1.0, out)):
        tracker.update(state(time_s, measures))
    done = replace(repetition(counted_on=counted_on), peak=out)
    assert tracker.finish(done, SideChoice(near="left")) == motion
