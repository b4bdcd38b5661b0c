"""Where the legs are hidden, nobody tells which exercise it is."""

from dataclasses import replace

from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import RECORDING, Answer
from formcheck.recognition.recogniser import Recogniser
from tests.recognition import movements
from tests.recognition.movements import kept, repeated
from tests.stick_figure import StickFigure

LEGS = tuple(f"{side}_{part}" for side in SIDES for part in ("knee", "ankle", "heel", "foot_index"))


def best(poses: list[Pose]) -> Answer:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    return recogniser.best


def test_a_trunk_that_is_kept_up_above_hidden_legs_is_no_plank() -> None:
    """On all fours behind a box it is kept up too."""
    assert best(kept(movements.plank())).exercise is not None
    assert best(kept(replace(movements.plank(), hidden=LEGS))).exercise is None


def test_hips_that_rise_above_hidden_legs_are_nothing_for_sure() -> None:
    def hidden(share: float) -> StickFigure:
        return replace(movements.bridge(share), hidden=LEGS)

    assert best(repeated(movements.bridge)).exercise is not None
    assert best(repeated(hidden)).exercise is None


def test_hidden_feet_alone_leave_the_knees_to_go_by() -> None:
    feet = tuple(one for one in LEGS if not one.endswith("knee"))

    def hidden(share: float) -> StickFigure:
        return replace(movements.push_up(share), hidden=feet)

    exercise = best(repeated(hidden, hold_s=0.3)).exercise
    assert exercise is not None
    assert exercise.id == "push-up"
