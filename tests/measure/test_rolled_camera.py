"""What a rolled camera shows is measured as if it stood level, once its roll is known."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from formcheck.measure import legs, trunk
from formcheck.measure.body import Body
from formcheck.measure.catalogue import CATALOGUE, compute
from formcheck.measure.definition import Evidence
from formcheck.measure.orientation import orientation
from formcheck.measure.scale import scale_of, typical
from formcheck.measure.spine import back_curve
from formcheck.measure.unit import DEGREES
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import pictured, upright, upright_directions
from tests.measure.test_spine import all_fours
from tests.rolled_camera import rolled
from tests.stick_figure import StickFigure

rolls = st.floats(-30, 30)
directions = st.integers(0, 359)


@st.composite
def poses(draw: st.DrawFn) -> Pose:
    """Somebody in the middle of a picture with room around, in any posture, facing any way."""
    figure = StickFigure(
        trunk=draw(directions),
        thigh={"left": draw(directions), "right": draw(directions)},
        shin=draw(directions),
        upper_arm={"left": draw(directions), "right": draw(directions)},
        forearm=draw(directions),
        hip=(640.0, 480.0),
        yaw=draw(st.integers(0, 60)),
    )
    return figure.pose(width=1280, height=960)


def measured(pose: Pose) -> dict[str, float]:
    turned = orientation(pose)
    body = Body(pose, typical([scale_of(pose, "left")]))
    return compute(CATALOGUE, Evidence(body, turned, back_curve(body, turned)))


def test_an_unknown_roll_turns_what_is_measured_against_the_vertical() -> None:
    figure = StickFigure(trunk=60, thigh=270, shin=270, upper_arm=270, forearm=270)
    leaning = figure.pose()
    unknown, known = (rolled(leaning, 12, known=known) for known in (False, True))
    assert trunk.trunk_inclination(_body(leaning)) == pytest.approx(30, abs=0.1)
    assert trunk.trunk_inclination(_body(unknown)) == pytest.approx(42, abs=0.1)
    assert trunk.trunk_inclination(_body(known)) == pytest.approx(30, abs=0.1)


OVER_OR_UNDER = ("leg_to_trunk", "arm_to_trunk", "body_line", "hip_extension", "toe_over_heel")
"""Their sign turns over for bodies that stand upright, where a hair's breadth decides."""


@given(poses(), rolls)
def test_every_measure_is_the_same_once_the_roll_is_known(pose: Pose, roll: float) -> None:
    level, tilted = measured(pose), measured(rolled(pose, roll))
    # Whether one knee alone is bent, a hair's breadth decides here, too.
    apart = abs(level["knee.left"] - level["knee.right"])
    assume(not abs(apart - legs.ONE_KNEE_ALONE) < 1)
    for name in level.keys() - {f"{name}.{side}" for name in OVER_OR_UNDER for side in SIDES}:
        close = 0.5 if CATALOGUE[name.partition(".")[0]].unit == DEGREES else 0.01
        assert tilted[name] == pytest.approx(level[name], abs=close, nan_ok=True), name


@pytest.mark.parametrize(
    "figure",
    [
        StickFigure(trunk=5, thigh=270, shin=180, upper_arm=270, forearm=270),
        StickFigure(trunk=0, thigh={"left": 170, "right": 270}, shin=180, upper_arm=5, forearm=5),
        StickFigure(trunk=20, thigh=190, shin=200, upper_arm=270, forearm=270),
        StickFigure(trunk=200, thigh=25, shin=290, upper_arm=10, forearm=10),
    ],
    ids=["all fours", "bird dog", "sagging push-up", "bridge"],
)
@given(roll=rolls)
def test_over_and_under_are_the_same_too(figure: StickFigure, roll: float) -> None:
    level, tilted = measured(figure.pose()), measured(rolled(figure.pose(), roll))
    for name in (f"{name}.{side}" for name in OVER_OR_UNDER for side in SIDES):
        assert tilted[name] == pytest.approx(level[name], abs=0.2, nan_ok=True), name


@given(rolls)
def test_the_near_side_and_the_view_do_not_depend_on_it(roll: float) -> None:
    pose = all_fours(0.05)
    level, tilted = orientation(pose), orientation(rolled(pose, roll))
    assert (tilted.view, tilted.near_side) == (level.view, level.near_side)
    assert tilted.chest == pytest.approx(level.chest, abs=1e-5)


@pytest.mark.parametrize("roll", [-20, -8, 8, 20])
@pytest.mark.parametrize("rounding", [-0.1, 0.0, 0.1])
def test_the_back_has_the_same_curve_and_is_drawn_where_it_is_pictured(
    roll: float, rounding: float
) -> None:
    level = all_fours(rounding)
    tilted = rolled(level, roll)
    curves = [back_curve(_body(pose), orientation(pose)) for pose in (level, tilted)]
    before, after = curves
    assert before is not None
    assert after is not None
    assert after.rounding == pytest.approx(before.rounding, abs=0.02)
    assert after.points == pytest.approx(pictured(tilted, before.points), abs=3)


@given(poses(), rolls)
def test_standing_points_upright_can_be_undone(pose: Pose, roll: float) -> None:
    tilted = rolled(pose, roll)
    points = tilted.landmarks[:, :2].astype(np.float64)
    assert upright(tilted, points) == pytest.approx(pose.landmarks[:, :2], abs=0.01)
    assert pictured(tilted, upright(tilted, points)) == pytest.approx(points, abs=0.01)
    assert upright_directions(tilted, tilted.world) == pytest.approx(pose.world, abs=1e-4)


def test_with_a_level_camera_nothing_is_touched() -> None:
    pose = all_fours(0.0)
    assert upright(pose, pose.landmarks[:, :2]).base is pose.landmarks


def test_a_rolled_side_view_has_its_thighs_upright() -> None:
    assert legs.thigh_inclination(_body(rolled(all_fours(0.0), -15))) == pytest.approx(
        [0, 0], abs=0.1
    )


def _body(pose: Pose) -> Body:
    return Body(pose, typical([scale_of(pose, "left")]))


def test_a_measure_says_whether_it_turns_with_the_picture() -> None:
    figure = StickFigure(trunk=60, thigh=290, shin=250, upper_arm=300, forearm=320)
    level, leaning = measured(figure.pose()), measured(rolled(figure.pose(), 6, known=False))
    for name in level:
        plain = name.partition(".")[0]
        if not CATALOGUE[plain].against_vertical and plain not in OVER_OR_UNDER:
            assert leaning[name] == pytest.approx(level[name], abs=0.01, nan_ok=True), name
    assert CATALOGUE["trunk_inclination"].against_vertical
    assert not CATALOGUE["knee"].against_vertical
