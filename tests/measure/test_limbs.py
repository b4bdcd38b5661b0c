"""Every limb measure on figures whose angles are known."""

from dataclasses import replace
from itertools import pairwise

import pytest

from formcheck.measure import arms, body_lines, legs, trunk
from formcheck.measure.body import Body
from formcheck.measure.orientation import View, orientation
from formcheck.measure.scale import scale_of, typical
from formcheck.pose.landmarks import INDEX, Side
from formcheck.pose.pose import Pose
from tests.stick_figure import StickFigure

STANDING = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270)
ALL_FOURS = StickFigure(trunk=0, thigh=270, shin=180, upper_arm=270, forearm=270)
BIRD_DOG = StickFigure(
    trunk=0,
    thigh={"left": 180, "right": 270},
    shin={"left": 180, "right": 180},
    upper_arm={"left": 270, "right": 0},
    forearm={"left": 270, "right": 0},
)


def scaled(pose: Pose) -> Body:
    return Body(pose, typical([scale_of(pose, "left")]))


def body(figure: StickFigure) -> Body:
    return scaled(figure.pose())


def mirrored(figure: StickFigure) -> Body:
    pose = figure.pose()
    pose.landmarks[:, 0] = pose.width - pose.landmarks[:, 0]
    return scaled(pose)


def test_standing_upright_is_straight_everywhere() -> None:
    standing = body(STANDING)
    assert legs.knee(standing) == pytest.approx([180, 180], abs=0.1)
    assert legs.knee_flexion(standing) == pytest.approx([0, 0], abs=0.1)
    assert body_lines.hip(standing) == pytest.approx([180, 180], abs=0.1)
    assert arms.elbow(standing) == pytest.approx([180, 180], abs=0.1)
    assert arms.shoulder(standing) == pytest.approx([0, 0], abs=0.1)
    assert body_lines.neck(standing) == pytest.approx([180, 180], abs=0.1)
    assert trunk.trunk_inclination(standing) == pytest.approx(0, abs=0.1)
    assert trunk.trunk_elevation(standing) == pytest.approx(90, abs=0.1)


@pytest.mark.parametrize("figure", [body(ALL_FOURS), mirrored(ALL_FOURS)])
def test_all_fours_facing_either_way(figure: Body) -> None:
    assert trunk.trunk_inclination(figure) == pytest.approx(90, abs=0.1)
    assert legs.knee(figure) == pytest.approx([90, 90], abs=0.1)
    assert legs.thigh_inclination(figure) == pytest.approx([0, 0], abs=0.1)
    assert arms.arm_inclination(figure) == pytest.approx([0, 0], abs=0.1)
    assert legs.thigh_elevation(figure) == pytest.approx([-90, -90], abs=0.1)


@pytest.mark.parametrize("figure", [body(BIRD_DOG), mirrored(BIRD_DOG)])
def test_bird_dog_limbs_lie_in_the_trunk_line(figure: Body) -> None:
    left, right = body_lines.leg_to_trunk(figure)
    assert left == pytest.approx(0, abs=0.1)
    assert right < -30
    assert body_lines.arm_to_trunk(figure) == pytest.approx([-90, 0], abs=0.1)
    assert legs.thigh_elevation(figure) == pytest.approx([0, -90], abs=0.1)
    # The right arm goes with the left leg.
    assert arms.arm_lead(figure) == pytest.approx([-90, 90], abs=0.1)


@pytest.mark.parametrize(("thigh", "expected"), [(150, 30), (180, 0), (200, -20)])
def test_a_leg_over_the_trunk_line_is_positive_and_one_under_it_negative(
    thigh: float, expected: float
) -> None:
    figure = StickFigure(trunk=0, thigh=thigh, shin=thigh, upper_arm=270, forearm=270)
    assert body_lines.leg_to_trunk(body(figure)) == pytest.approx([expected] * 2, abs=0.1)
    assert body_lines.leg_to_trunk(mirrored(figure)) == pytest.approx([expected] * 2, abs=0.1)


@pytest.mark.parametrize(("legs", "expected"), [(180, 180), (165, 165), (195, 195)])
def test_body_line_tells_a_sag_from_a_pike(legs: float, expected: float) -> None:
    # Legs that point above the trunk's line leave the hip below the line: a sag.
    figure = StickFigure(trunk=0, thigh=legs, shin=legs, upper_arm=270, forearm=270)
    assert body_lines.body_line(body(figure)) == pytest.approx([expected] * 2, abs=0.1)
    assert body_lines.body_line(mirrored(figure)) == pytest.approx([expected] * 2, abs=0.1)


def test_heights_are_told_in_trunk_lengths_over_the_middle_of_the_picture() -> None:
    squat = body(StickFigure(trunk=90, thigh=0, shin=270, upper_arm=270, forearm=270))
    assert trunk.hip_height(squat) == pytest.approx([0, 0])
    assert legs.ankle_height(squat) == pytest.approx([-0.8, -0.8])
    assert trunk.shoulder_height(squat) == pytest.approx([1, 1])


def test_a_trunk_that_seems_longer_hardly_moves_who_is_in_the_middle_of_the_picture() -> None:
    lying = replace(ALL_FOURS, hip=(300, 280)).pose()
    usual = scale_of(lying, "left")
    bodies = [Body(lying, replace(usual, trunk=times * usual.trunk)) for times in (1.0, 1.05)]
    heights = [trunk.hip_height(one)[0] for one in bodies]
    assert heights[1] == pytest.approx(heights[0], abs=0.03)


def test_a_step_bends_one_knee_and_a_squat_both() -> None:
    step = StickFigure(
        trunk=90,
        thigh={"left": 270, "right": 300},
        shin={"left": 270, "right": 240},
        upper_arm=270,
        forearm=270,
    )
    squat = StickFigure(trunk=90, thigh=300, shin=240, upper_arm=270, forearm=270)
    assert legs.both_knees_flexion(body(step)) == pytest.approx(0, abs=0.1)
    assert legs.both_knees_flexion(body(squat)) == pytest.approx(60, abs=0.1)


def test_nothing_jumps_between_a_squat_and_a_step() -> None:
    bends = [
        legs.both_knees_flexion(
            body(
                StickFigure(
                    trunk=90,
                    thigh={"left": 270 + straighter / 2, "right": 300},
                    shin={"left": 270 - straighter / 2, "right": 240},
                    upper_arm=270,
                    forearm=270,
                    near="right",
                )
            )
        )
        for straighter in range(0, 61, 2)
    ]
    assert max(abs(b - a) for a, b in pairwise(bends)) < 5
    assert (bends[0], bends[-1]) == pytest.approx((0, 60), abs=0.1)


def test_a_far_knee_that_is_a_little_straighter_or_hidden_changes_nothing() -> None:
    squat = StickFigure(
        trunk=90,
        thigh={"left": 300, "right": 297},
        shin={"left": 240, "right": 243},
        upper_arm=270,
        forearm=270,
    )
    uncertain = replace(squat.pose(), visibility=squat.pose().visibility.copy())
    uncertain.visibility[INDEX["right_knee"]] = 0.6
    hidden = replace(squat, hidden=("right_knee",)).pose()
    seen = [legs.both_knees_flexion(scaled(pose)) for pose in (uncertain, hidden)]
    assert seen == pytest.approx([60, 60], abs=0.1)


def test_a_hidden_joint_gives_nan_and_only_where_it_is_needed() -> None:
    figure = StickFigure(
        trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270, hidden=("left_knee",)
    )
    left, right = legs.knee(body(figure))
    assert left != left
    assert right == pytest.approx(180, abs=0.1)
    assert arms.elbow(body(figure)) == pytest.approx([180, 180], abs=0.1)


@pytest.mark.parametrize(
    ("yaw", "view"),
    [
        (0, View.SIDE),
        (25, View.SIDE),
        (50, View.THREE_QUARTER),
        (-85, View.BACK),
        (85, View.FRONT),
    ],
)
def test_the_view_follows_how_the_body_is_turned(yaw: float, view: View) -> None:
    figure = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270, yaw=yaw)
    assert orientation(figure.pose()).view is view


@pytest.mark.parametrize("near", ["left", "right"])
def test_the_near_side_is_the_one_towards_the_camera(near: Side) -> None:
    figure = StickFigure(
        trunk=0, thigh=270, shin=180, upper_arm=270, forearm=270, near=near, yaw=15
    )
    assert orientation(figure.pose()).near_side == near


def test_from_the_feet_nothing_can_be_judged() -> None:
    pose = ALL_FOURS.pose()
    pose.world[:] = pose.world[:, [2, 1, 0]]
    assert orientation(pose).view is View.END_ON


def test_without_a_person_there_is_no_view() -> None:
    turned = orientation(Pose.missing(0.0, 640, 480))
    assert turned.view is View.UNKNOWN
    assert turned.near_side is None
