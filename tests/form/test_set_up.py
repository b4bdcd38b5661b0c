"""What the set-up check tells, and in which words."""

from dataclasses import replace

import pytest

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.start.observation import ExerciseObserver
from formcheck.form.state import SetUp, Verdict
from formcheck.pose.landmarks import PAIRED, SIDES
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from tests.form.performed_sets import bird_dog, partial_sit_up, push_up, wall_squat
from tests.stick_figure import StickFigure


def check(exercise: str, pose: Pose) -> SetUp:
    return ExerciseObserver(library()[exercise]).update(pose, settled=False).set_up


@pytest.mark.parametrize(
    ("exercise", "figure"),
    [
        ("push-up", push_up(0)),
        ("wall-squat", wall_squat(0)),
        ("partial-sit-up", partial_sit_up(0)),
        ("bird-dog", bird_dog(0)),
    ],
)
def test_in_the_start_position_there_is_nothing_to_change(
    exercise: str, figure: StickFigure
) -> None:
    assert check(exercise, figure.pose()) == SetUp(Verdict.GOOD, ())


def test_nobody_is_told_kindly() -> None:
    set_up = check("push-up", Pose.missing(0, 640, 480))
    assert set_up.verdict is Verdict.UNKNOWN
    assert set_up.problems[0].text.startswith("I can't see you.")


@pytest.mark.parametrize("hidden", [(), ("right_ankle", "right_wrist")])
def test_who_is_behind_somebody_is_not_sent_into_the_picture(hidden: tuple[str, ...]) -> None:
    """All of them is hidden, or some of the joints that it takes."""
    behind = replace(push_up(0), hidden=hidden).pose() if hidden else Pose.missing(0, 640, 480)
    (problem,) = check("push-up", replace(behind, covered=True)).problems
    assert problem.id == "hidden"
    assert "in front of you" in problem.text
    assert "into the picture" not in problem.text


def test_somebody_in_front_who_hides_nothing_is_no_problem() -> None:
    assert check("push-up", replace(push_up(0).pose(), covered=True)).verdict is Verdict.GOOD


def test_the_unseen_limb_is_named() -> None:
    figure = replace(push_up(0), hidden=("right_ankle", "right_wrist"))
    (problem,) = check("push-up", figure.pose()).problems
    assert problem.id == "out-of-view"
    assert "your right wrist and your right ankle" in problem.text


def test_of_many_unseen_joints_none_is_named() -> None:
    """Nobody keeps six joints in mind, and what hides them may be a chair."""
    joints = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
    figure = replace(push_up(0), hidden=tuple(f"right_{joint}" for joint in joints[:5]))
    (problem,) = check("push-up", figure.pose()).problems
    assert problem.id == "out-of-view"
    assert problem.text.startswith("I can't see much of you.")
    assert "nothing in front" in problem.text


def test_a_hidden_far_limb_is_no_problem_from_the_side() -> None:
    figure = replace(push_up(0), hidden=("left_ankle", "left_wrist", "left_elbow"))
    assert check("push-up", figure.pose()).verdict is Verdict.GOOD


def test_too_far_away() -> None:
    pose = push_up(0).pose(width=1920, height=1080)
    assert [p.id for p in check("push-up", pose).problems] == ["too-far"]


def test_the_wrong_view_says_how_to_turn() -> None:
    (problem,) = check("wall-squat", replace(wall_squat(0), yaw=80).pose()).problems
    assert problem.id == "wrong-view"
    assert problem.text == "Turn so that your side faces the camera."


@pytest.mark.parametrize(("yaw", "side"), [(45, "right"), (-60, "right"), (120, "left")])
def test_someone_half_turned_is_told_which_side_of_their_own_to_turn(yaw: float, side: str) -> None:
    (problem,) = check("wall-squat", replace(wall_squat(0), yaw=yaw).pose()).problems
    assert problem.text == f"Turn so that your {side} side faces the camera."


def test_the_wrong_start_position_says_what_to_do() -> None:
    (problem,) = check("wall-squat", wall_squat(1.0).pose()).problems
    assert problem.id == "start-position"
    assert problem.text == "Stand with your legs straight."


def test_every_start_position_has_words_for_every_range() -> None:
    for position in ExerciseLibrary.built_in().start_positions.values():
        assert all(limit.problem.endswith(".") for limit in position.ranges), position.title


def test_problems_are_told_in_the_language_of_the_texts() -> None:
    def problem(exercise: str, pose: Pose) -> str:
        observer = ExerciseObserver(library()[exercise], texts=load_texts("de"))
        return observer.update(pose, settled=False).set_up.problems[0].text

    turned = replace(wall_squat(0), yaw=45).pose()
    hidden = replace(push_up(0), hidden=("right_ankle", "right_wrist")).pose()
    assert problem("wall-squat", turned) == (
        "Dreh dich so, dass deine rechte Seite zur Kamera zeigt."
    )
    assert "dein rechtes Handgelenk und deinen rechten Knöchel" in problem("push-up", hidden)
    assert problem("wall-squat", wall_squat(1.0).pose()) == "Streck im Stehen die Beine."


def test_every_landmark_that_can_be_asked_for_has_words() -> None:
    for joint in PAIRED:
        for side in SIDES:
            assert load_texts().text(f"set_up.joints.{side}_{joint}")


def test_lying_down_comes_before_turning() -> None:
    standing = replace(wall_squat(0), yaw=80)

    first = check("leg-raise", standing.pose()).problems[0]

    assert first.text == "Lie on your back."


def test_a_start_that_is_compared_with_has_limits_of_its_own() -> None:
    def sitting(lean: float, width: int = 640) -> SetUp:
        figure = StickFigure(trunk=90 - lean, thigh=0, shin=270, upper_arm=270, forearm=0)
        return check("desk-sitting", figure.pose(width=width))

    assert sitting(5).verdict is Verdict.GOOD
    assert [p.text for p in sitting(25).problems] == ["Sit taller first."]


def test_who_slumps_during_the_set_is_not_asked_about_the_start() -> None:
    checker = checker_for(library()["desk-sitting"])

    def sitting(lean: float, time_s: float) -> SetUp:
        figure = StickFigure(trunk=90 - lean, thigh=0, shin=270, upper_arm=270, forearm=0)
        return checker.update(figure.pose(time_s)).set_up

    for n in range(60):
        assert sitting(3, n / 15).verdict is Verdict.GOOD
    # Nobody slumps within one frame: a body that seems to is not believed.
    for n in range(60, 72):
        assert sitting(3 + 2 * (n - 60), n / 15).verdict is Verdict.GOOD
