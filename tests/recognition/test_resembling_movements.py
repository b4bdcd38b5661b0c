"""What resembles an exercise but for one thing is none; without that thing it is one."""

from dataclasses import replace
from math import pi, sin

import pytest

from formcheck.pose.pose import Pose
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.recogniser import Recogniser
from tests.recognition.movements import (
    Figure,
    bridge,
    donkey_kick,
    flutter,
    good_morning,
    heel_touch,
    kept,
    lying,
    push_up,
    repeated,
    seated_forward_bend,
    sit_up,
)
from tests.stick_figure import Angles, StickFigure


def recognised(poses: list[Pose]) -> str | None:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    exercise = recogniser.best.exercise
    return None if exercise is None else exercise.id


@pytest.mark.parametrize("figure", [donkey_kick, good_morning, heel_touch])
def test_what_only_resembles_an_exercise_stays_unnamed(figure: Figure) -> None:
    assert recognised(repeated(figure)) is None


def test_a_donkey_kick_whose_far_arm_is_hidden_is_no_bird_dog() -> None:
    far_arm = ("left_elbow", "left_wrist")

    def hidden(share: float) -> StickFigure:
        return replace(donkey_kick(share), hidden=far_arm)

    assert recognised(repeated(hidden)) is None


def test_legs_that_take_turns_are_no_leg_raise() -> None:
    assert recognised(flutter()) is None


def test_who_bends_forward_sitting_does_no_back_extension() -> None:
    assert recognised(kept(seated_forward_bend())) is None


def lift(share: float) -> StickFigure:
    """Facing right, the knees and the hips bend, the arms hang."""
    return StickFigure(
        trunk=90 - 50 * share,
        thigh=270 + 50 * share,
        shin=270 - 20 * share,
        upper_arm=270,
        forearm=270,
        hip=(320 - 30 * share, 240 + 45 * share),
        near="right",
    )


def tilt(share: float) -> StickFigure:
    """On the back: the thighs tip a little as the hips come up by a hair."""
    return replace(lying(thigh=133 + 3 * share, shin=235), hip=(320, 240 - share))


def test_a_squat_with_the_hands_before_the_chest_lifts_nothing() -> None:
    def squat(share: float) -> StickFigure:
        return replace(lift(share), upper_arm=290, forearm=20)

    assert recognised(repeated(lift)) == "safe-lift"
    assert recognised(repeated(squat)) is None


def test_knees_that_are_drawn_in_under_a_body_on_its_hands_are_no_push_ups() -> None:
    def climb(share: float) -> StickFigure:
        straight = 195 - 6 * share
        return replace(
            push_up(share),
            thigh={"right": straight, "left": straight + 100 * sin(pi * share)},
            shin={"right": straight, "left": 195},
        )

    assert recognised(repeated(push_up, hold_s=0.3)) == "push-up"
    assert recognised(repeated(climb, hold_s=0.3)) is None


def test_who_keeps_head_and_shoulders_off_the_floor_tilts_no_pelvis() -> None:
    def curled(share: float) -> StickFigure:
        return replace(tilt(share), trunk=20, head=45)

    assert recognised(repeated(tilt)) == "pelvic-tilt"
    assert recognised(repeated(curled)) is None


def test_arms_that_reach_with_each_lift_of_the_hips_make_no_bridge() -> None:
    def reaching(share: float) -> StickFigure:
        return replace(bridge(share), forearm=180 - 60 * share)

    assert recognised(repeated(bridge)) == "bridge"
    assert recognised(repeated(reaching)) is None


def test_legs_that_swing_down_as_the_shoulders_lift_do_no_partial_sit_up() -> None:
    def swinging(share: float) -> StickFigure:
        return replace(sit_up(25)(share), thigh=120 + 25 * share)

    assert recognised(repeated(sit_up(25))) == "partial-sit-up"
    assert recognised(repeated(swinging)) is None


def test_one_leg_that_comes_down_as_the_other_goes_up_is_no_leg_raise() -> None:
    def fluttered(share: float) -> StickFigure:
        legs: Angles = {"left": 170 + 10 * share, "right": 170 - 30 * share}
        return lying(thigh=legs, shin=legs)

    def raised(share: float) -> StickFigure:
        legs: Angles = {"left": 180.0, "right": 180 - 40 * share}
        return lying(thigh=legs, shin=legs)

    assert recognised(repeated(raised)) == "leg-raise"
    assert recognised(repeated(fluttered)) is None


def test_a_knee_that_is_pulled_up_as_the_head_comes_up_is_no_partial_sit_up() -> None:
    def pulled(share: float) -> StickFigure:
        return replace(
            sit_up(20)(share),
            thigh={"left": 130.0, "right": 130 - 60 * share},
            shin={"left": 235.0, "right": 235 - 60 * share},
        )

    assert recognised(repeated(sit_up(20))) == "partial-sit-up"
    assert recognised(repeated(pulled)) is None
