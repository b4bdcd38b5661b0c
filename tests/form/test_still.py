"""A still picture: what one moment can answer, and what it can't."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.state import Verdict
from formcheck.form.still import judge_picture
from formcheck.pose.pose import Pose
from tests.form.performed_sets import bird_dog, partial_sit_up, push_up
from tests.stick_figure import StickFigure


def verdicts(exercise: str, pose: Pose) -> dict[str, Verdict]:
    summary = judge_picture(library()[exercise], pose).summary
    assert summary.repetitions == ()
    return {total.criterion.id: total.verdict for total in summary.criteria}


def test_the_furthest_point_is_judged_by_its_own_criteria() -> None:
    found = verdicts("bird-dog", bird_dog(1.0).pose())
    assert found["leg-straight"] is found["arm-level"] is Verdict.GOOD
    assert found["hands-under-shoulders"] is Verdict.UNKNOWN


def test_the_rest_position_is_judged_by_its_own_criteria() -> None:
    found = verdicts("bird-dog", bird_dog(0.0).pose())
    assert found["hands-under-shoulders"] is Verdict.GOOD
    assert found["leg-straight"] is Verdict.UNKNOWN


def test_a_fault_is_seen() -> None:
    assert verdicts("bird-dog", bird_dog(1.0, knee=120).pose())["leg-straight"] is Verdict.FAULT
    assert verdicts("push-up", push_up(0.5, hips=-30).pose())["body-straight"] is Verdict.FAULT


def test_what_needs_time_or_the_persons_start_is_unknown() -> None:
    found = verdicts("partial-sit-up", partial_sit_up(1.0).pose())
    assert found["slow-down"] is found["feet-down"] is found["neck-not-pulled"] is Verdict.UNKNOWN
    assert found["trunk-not-too-high"] is Verdict.GOOD


@pytest.mark.parametrize("bottom", [80, 115])
def test_how_low_someone_gets_is_good_once_reached_and_else_unknown(bottom: float) -> None:
    found = verdicts("push-up", push_up(1.0, bottom=bottom).pose())
    assert found["deep-enough"] is (Verdict.GOOD if bottom == 80 else Verdict.UNKNOWN)


def test_the_wrong_view_judges_nothing() -> None:
    summary = judge_picture(library()["push-up"], replace(push_up(0), yaw=70).pose()).summary
    assert summary.verdict is Verdict.UNKNOWN
    assert all(total.verdict is Verdict.UNKNOWN for total in summary.criteria)


def test_the_state_for_drawing_says_the_same_as_the_summary() -> None:
    judged = judge_picture(library()["bird-dog"], bird_dog(1.0, knee=120).pose())
    shown = {state.id: state for state in judged.state.criteria}
    assert judged.state.pose_seen
    assert not judged.state.in_set
    for total in judged.summary.criteria:
        state = shown[total.criterion.id]
        assert state.verdict is total.verdict
        assert state.active is (total.verdict is not Verdict.UNKNOWN)
        assert state.value == total.worst or total.worst != total.worst
    assert shown["leg-straight"].cue == "Straighten your raised leg"


def on_the_back(hips_up: bool, *, hip_px: float) -> Pose:
    """Lying with bent knees, the hips on the floor or lifted, higher or lower in the picture."""
    lifted = StickFigure(
        trunk=205, thigh=20, shin=270, upper_arm=0, forearm=0, near="right", hip=(320, hip_px)
    )
    return (lifted if hips_up else replace(lifted, trunk=180, thigh=45, shin=300)).pose()


@pytest.mark.parametrize("hip_px", [100, 200, 240, 300, 360])
def test_where_in_the_picture_somebody_is_says_nothing_of_how_high_they_lift_the_hips(
    hip_px: float,
) -> None:
    """Only how high the hips are over the floor does, which the lowest joint is about on."""
    assert verdicts("bridge", on_the_back(True, hip_px=hip_px))["hips-up"] is Verdict.GOOD
    assert verdicts("bridge", on_the_back(False, hip_px=hip_px))["hips-up"] is Verdict.UNKNOWN
