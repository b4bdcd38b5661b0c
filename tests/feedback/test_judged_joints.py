"""Which limbs a verdict is shown at."""

from formcheck.feedback.drawing.judged_joints import bone_verdicts, bones_between, judged_joints
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import BONES
from tests.feedback.builders import criterion, state

THIGH, SHIN = ("left_hip", "left_knee"), ("left_knee", "left_ankle")


def test_an_angle_is_shown_at_the_two_limbs_that_form_it() -> None:
    verdicts = bone_verdicts(state(0.0, criterion(measure="knee.left")))

    judged = {bone for bone, verdict in verdicts.items() if verdict is Verdict.GOOD}
    assert judged == {THIGH, SHIN}


def test_an_angle_over_two_joints_is_shown_along_the_whole_way() -> None:
    assert bones_between("left_hip", "left_ankle") == (THIGH, SHIN)
    assert bones_between("right_shoulder", "right_hip") == (("right_shoulder", "right_hip"),)


def test_a_measure_of_the_whole_body_is_shown_on_the_near_side() -> None:
    trunk = criterion(measure="trunk_inclination")

    assert judged_joints(trunk, "right") == ("right_hip", "right_shoulder")
    assert judged_joints(trunk, None) == ()


def test_a_fault_outranks_what_is_good_about_the_same_limb() -> None:
    both = state(
        0.0,
        criterion("a", Verdict.FAULT, measure="thigh_inclination.left"),
        criterion("b", Verdict.GOOD, measure="knee.left"),
    )

    verdicts = bone_verdicts(both)

    assert verdicts[THIGH] is Verdict.FAULT
    assert verdicts[SHIN] is Verdict.GOOD


def test_what_is_not_judged_now_is_never_shown_as_good() -> None:
    resting = state(
        0.0, criterion("a", Verdict.GOOD, active=False), criterion("b", Verdict.UNKNOWN)
    )

    assert set(bone_verdicts(resting).values()) == {Verdict.UNKNOWN}
    assert set(bone_verdicts(resting)) == set(BONES)


def test_durations_and_curves_have_no_place_on_the_skeleton() -> None:
    assert judged_joints(criterion(measure="seconds"), "left") == ()
    assert judged_joints(criterion(measure="back_rounding"), "left") == ()
