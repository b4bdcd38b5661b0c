"""A picture on its side is told from somebody who isn't in position."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.exercises.load import library
from formcheck.live.hands_free.placement import Placement
from formcheck.live.hands_free.turned_picture import TurnedPicture, TurnedPictureSettings, turned
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from tests.stick_figure import StickFigure

ON_ALL_FOURS = StickFigure(
    trunk=180, thigh=270, shin=0, upper_arm=270, forearm=270, near="left"
).pose(width=640, height=480)
HINT = "Or is the picture turned? Then set the camera upright."


def watch(pose: Pose, seconds: float) -> Placement:
    placement = Placement(library()["bird-dog"], load_texts())
    for number in range(round(15 * seconds)):
        placement.update(replace(pose, time_s=number / 15))
    return placement


def test_four_quarters_are_none() -> None:
    back = turned(turned(ON_ALL_FOURS, 1), 3)

    assert (back.width, back.height) == (640, 480)
    assert np.allclose(back.landmarks, ON_ALL_FOURS.landmarks)
    assert np.allclose(back.world, ON_ALL_FOURS.world)


def test_clockwise_is_as_numpy_turns_a_picture_the_other_way() -> None:
    picture = np.zeros((480, 640))
    x, y = ON_ALL_FOURS.landmarks[INDEX["left_ear"], :2].astype(int)
    picture[y, x] = 1
    down, across = np.argwhere(np.rot90(picture, -1))[0]

    shown = turned(ON_ALL_FOURS, 1).landmarks[INDEX["left_ear"], :2]

    assert np.allclose(shown, (across, down), atol=1.5)


def test_in_position_there_is_no_hint() -> None:
    assert watch(ON_ALL_FOURS, TurnedPictureSettings().lasts_s + 2).message == ""


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_who_would_be_in_position_in_a_turned_picture_is_told(quarters: int) -> None:
    aslant = turned(ON_ALL_FOURS, quarters)

    assert HINT not in watch(aslant, TurnedPictureSettings().lasts_s - 1).message
    assert watch(aslant, TurnedPictureSettings().lasts_s + 2).message.endswith(HINT)


def test_who_is_in_no_position_at_all_is_told_that_alone() -> None:
    standing = StickFigure(trunk=90, thigh=270, shin=270, upper_arm=270, forearm=270)

    message = watch(standing.pose(), TurnedPictureSettings().lasts_s + 2).message

    assert message
    assert HINT not in message


def test_nobody_is_no_hint() -> None:
    watched = TurnedPicture(library()["bird-dog"])
    for number in range(200):
        watched.update(Pose.missing(number / 15, 640, 480), in_position=False)

    assert not watched.lasting
