"""No name hangs by a hair: what trembles, or is seen by a rolled camera, isn't taken for another
exercise, and what fits only just is told to be a guess."""

from collections.abc import Sequence
from functools import partial
from math import cos, radians

import pytest

from formcheck.pose.pose import Pose
from formcheck.recognition.answer import RECORDING, Answer
from formcheck.recognition.lone_repetition import SeenOf
from formcheck.recognition.recogniser import Recogniser
from tests.people.perturbations import rolled
from tests.recognition import movements
from tests.recognition.movements import repeated
from tests.stick_figure import LENGTHS, StickFigure


def answer_to(poses: Sequence[Pose]) -> Answer:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    return recogniser.best


def name_of(poses: Sequence[Pose]) -> str | None:
    exercise = answer_to(poses).exercise
    return None if exercise is None else exercise.id


def face_down(share: float, chest: float) -> StickFigure:
    """The chest comes up by so many degrees."""
    return StickFigure(
        trunk=chest * share, thigh=180, shin=180, upper_arm=180, forearm=180, near="right"
    )


def squat(share: float, arms: float) -> StickFigure:
    """The feet stay where they are. arms: where they point at the bottom; 270 is down."""
    thigh, shin = 270 + 70 * share, 270 - 30 * share
    drop = 2 - sum(cos(radians(one - 270)) for one in (thigh, shin))
    arm = 270 + (arms - 270) * share
    return StickFigure(
        trunk=90 - 45 * share,
        thigh=thigh,
        shin=shin,
        upper_arm=arm,
        forearm=arm,
        hip=(320, 200 + LENGTHS["shin"] * drop),
        near="right",
    )


def test_somebody_who_stirs_once_face_down_does_no_back_extension() -> None:
    assert name_of(repeated(partial(face_down, chest=4.0), times=1)) is None
    assert name_of(repeated(partial(face_down, chest=15.0), times=1)) == "back-extension"


def test_a_chest_that_hardly_comes_up_is_a_back_extension_less_surely() -> None:
    little, well = (answer_to(repeated(partial(face_down, chest=chest))) for chest in (4.0, 15.0))
    assert little.score < 0.7 < well.score


@pytest.mark.parametrize("degrees", [-12, 0, 12])
def test_a_squat_with_the_arms_ahead_is_no_lift_however_the_camera_is_rolled(
    degrees: float,
) -> None:
    ahead, down = (repeated(partial(squat, arms=arms)) for arms in (345, 270))
    assert name_of(rolled(ahead, degrees, told=False)) != "safe-lift"
    assert name_of(rolled(down, degrees, told=False)) == "safe-lift"


def test_what_fits_only_just_is_told_to_be_a_guess() -> None:
    def straight(share: float) -> StickFigure:
        """A sit-up with knees that are nearly straight."""
        return movements.lying(trunk=30 * share, thigh=165.5, shin=194.5)

    surely, barely = (answer_to(repeated(one)) for one in (movements.sit_up(30), straight))
    assert surely.exercise is barely.exercise
    assert barely.score < 0.5 < surely.score
    assert (surely.seen, barely.seen) == (SeenOf.ENOUGH, SeenOf.BARELY)
