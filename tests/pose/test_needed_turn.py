"""A recording that lies is known by how bodies hold themselves; an upright one is never turned."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.pose.upright.needed_turn import DEFAULTS, UPRIGHT, needed_turn
from formcheck.pose.upright.upright import clockwise
from formcheck.video.frame import Image
from tests.pose.poses import standing
from tests.stick_figure import StickFigure

ALL_FOURS = StickFigure(trunk=5, thigh=270, shin=180, upper_arm=270, forearm=270)
PUSH_UP = StickFigure(trunk=17, thigh=197, shin=197, upper_arm=270, forearm=270)
BRIDGE = StickFigure(trunk=205, thigh=20, shin=280, upper_arm=0, forearm=0)
LEG_RAISE = StickFigure(
    trunk=180,
    thigh={"left": 40, "right": 0},
    shin={"left": 40, "right": 0},
    upper_arm=0,
    forearm=0,
)
"""Which looks, turned, like somebody who stands and lifts a leg."""


FIGURES = {"all fours": ALL_FOURS, "push-up": PUSH_UP, "bridge": BRIDGE}


def turned(pose: Pose, degrees: int) -> Pose:
    """The pose as a picture shows it that was turned so far clockwise."""
    middle = np.array([pose.width, pose.height]) / 2
    width, height = (pose.height, pose.width) if degrees % 180 else (pose.width, pose.height)
    landmarks = pose.landmarks.copy()
    about = np.array([width, height]) / 2
    landmarks[:, :2] = clockwise(pose.landmarks[:, :2] - middle, degrees) + about
    return replace(pose, width=width, height=height, landmarks=landmarks)


def plain(poses: Sequence[Pose]) -> list[Image]:
    """Pictures that tell nothing."""
    return [np.full((48, 48, 3), 120, np.uint8) for _ in poses]


def bright_floor_before_dark_planks() -> Image:
    """What a room turned on its head looks like, as far as light and edges tell."""
    image = np.full((240, 320, 3), (230, 230, 225), np.uint8)
    image[:72] = (90, 60, 40)
    image[:72:8] = image[1:72:8] = (65, 35, 15)
    return image


def turn_of(poses: Sequence[Pose]) -> int:
    return needed_turn(plain(poses), poses).degrees


def some(figure: StickFigure, count: int = 6) -> list[Pose]:
    """Moments of a body that moves a little, seen from either side."""
    moments = [
        replace(figure, trunk=figure.trunk + number, head=figure.trunk + 5)
        for number in range(count)
    ]
    return [moment.pose(float(number)) for number, moment in enumerate(moments)]


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_upright_bodies_are_left_as_they_are(figure: StickFigure) -> None:
    assert turn_of(some(figure)) == 0


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_room_that_looks_turned_turns_no_body_that_does_not(figure: StickFigure) -> None:
    poses = some(figure)
    assert needed_turn([bright_floor_before_dark_planks() for _ in poses], poses).degrees == 0


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_bodies_whose_legs_are_hidden_turn_nothing_by_themselves(figure: StickFigure) -> None:
    """Behind a table the model makes them up; what is recognised may still tell."""
    poses = [turned(pose, 90) for pose in some(figure)]
    legs = [row for name, row in INDEX.items() if name.endswith(("ankle", "heel", "foot_index"))]
    hidden = []
    for pose in poses:
        visibility = pose.visibility.copy()
        visibility[legs] = 0.6
        hidden.append(replace(pose, visibility=visibility))
    needed = needed_turn(plain(hidden), hidden)
    assert needed.degrees == 0
    assert needed.possible is not None
    assert needed.possible.degrees == 270


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_lying_ones_are_turned_back(figure: StickFigure, degrees: int) -> None:
    assert turn_of([turned(pose, degrees) for pose in some(figure)]) == 360 - degrees


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_what_may_as_well_be_another_posture_is_left_as_it_is(degrees: int) -> None:
    assert turn_of([turned(pose, degrees) for pose in some(LEG_RAISE)]) == 0


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_one_moment_alone_turns_nothing(degrees: int) -> None:
    few = [turned(pose, degrees) for pose in some(ALL_FOURS, DEFAULTS.fewest_poses - 1)]
    assert turn_of(few) == 0


def test_nobody_and_nothing_turn_nothing() -> None:
    assert needed_turn([], []) == UPRIGHT
    assert turn_of([Pose.missing(0.0, 640, 480)] * 9) == 0


def test_a_model_without_heels_and_toes_turns_nothing() -> None:
    poses = [turned(standing(), 180) for _ in range(6)]
    for pose in poses:
        pose.landmarks[29:] = np.nan
    assert turn_of(poses) == 0
