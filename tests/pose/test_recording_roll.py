"""A recording's camera is known to be rolled by the room's lines and the bodies in it together."""

from collections.abc import Sequence

import numpy as np
import pytest

from formcheck.pose.pose import Pose
from formcheck.pose.upright.camera_roll import RollVotes, roll_votes
from formcheck.pose.upright.recording_roll import RecordingRoll, recording_roll
from tests.pose.test_camera_roll import wall
from tests.pose.test_needed_turn import ALL_FOURS, BRIDGE, PUSH_UP, some
from tests.rolled_camera import rolled
from tests.stick_figure import StickFigure

LEVEL = RecordingRoll()
ROLLS = (-25, -20, -15, -10, 10, 15, 20, 25)
BODIES = {"all fours": ALL_FOURS, "push-up": PUSH_UP, "bridge": BRIDGE}


def leaning(figure: StickFigure, roll: float) -> list[Pose]:
    return [rolled(pose, roll, known=False) for pose in some(figure)]


def a_door(roll: float) -> RollVotes:
    """Of two doors: too few lines to believe them by themselves."""
    return roll_votes(wall(roll)[:8])


def either(first: float, second: float) -> RollVotes:
    """Of lines that fit two rolls as well."""
    return roll_votes(np.concatenate([wall(first)[:8], wall(second)[:8]]))


def roll_of(votes: RollVotes, poses: Sequence[Pose]) -> RecordingRoll:
    return recording_roll([votes] * len(poses), poses)


@pytest.mark.parametrize("roll", ROLLS)
@pytest.mark.parametrize("figure", BODIES.values(), ids=BODIES)
def test_few_lines_are_enough_where_the_body_agrees(figure: StickFigure, roll: float) -> None:
    found = roll_of(a_door(roll), leaning(figure, roll))
    assert found.degrees == pytest.approx(roll, abs=3)


@pytest.mark.parametrize("figure", BODIES.values(), ids=BODIES)
def test_a_level_camera_stays_level(figure: StickFigure) -> None:
    assert roll_of(a_door(0), leaning(figure, 0)) == LEVEL
    assert roll_of(roll_votes(np.empty((0, 4))), leaning(figure, 0)) == LEVEL


@pytest.mark.parametrize("roll", [-15, 15])
def test_the_body_says_which_of_two_rolls_it_is(roll: float) -> None:
    found = roll_of(either(15, -15), leaning(PUSH_UP, roll))
    assert found.degrees == pytest.approx(roll, abs=3)
    assert found.sure


def test_by_the_body_alone_it_is_never_sure() -> None:
    nothing = roll_votes(np.empty((0, 4)))
    found = [roll_of(nothing, leaning(figure, 20)) for figure in BODIES.values()]
    assert any(one != LEVEL for one in found)
    assert not any(one.sure for one in found if one != LEVEL)


def test_without_anybody_and_without_lines_nothing_is_said() -> None:
    assert recording_roll([], []) == LEVEL
    nobody = [Pose.missing(0.0, 640, 480)] * 3
    assert roll_of(roll_votes(np.empty((0, 4))), nobody) == LEVEL
