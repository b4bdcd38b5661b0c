"""One movement says less than two, and half of one less still."""

from functools import partial

import pytest

from formcheck.exercises.load import library
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import RECORDING, Answer
from formcheck.recognition.lone_repetition import SeenOf
from formcheck.recognition.recogniser import Recogniser
from tests.recognition import movements
from tests.recognition.movements import Figure, repeated
from tests.stick_figure import StickFigure


def answer_to(poses: list[Pose]) -> Answer:
    recogniser = Recogniser(settings=RECORDING)
    for pose in poses:
        recogniser.update(pose)
    return recogniser.best


def name_of(poses: list[Pose]) -> str | None:
    exercise = answer_to(poses).exercise
    return None if exercise is None else exercise.id


def out_only(figure: Figure) -> list[Pose]:
    """One repetition, up to where its hold ends."""
    return repeated(figure, times=1)[:40]


@pytest.mark.parametrize(
    ("expected", "figure"),
    [
        ("push-up", movements.push_up),
        ("bridge", movements.bridge),
        ("leg-raise", movements.leg_raise),
        ("partial-sit-up", movements.sit_up(30)),
    ],
)
def test_a_single_repetition_is_recognised(expected: str, figure: Figure) -> None:
    assert name_of(repeated(figure, times=1)) == expected


@pytest.mark.parametrize(
    ("expected", "figure"), [("bridge", movements.bridge), ("push-up", movements.push_up)]
)
def test_so_is_the_way_out_alone_where_nothing_else_goes_like_it(
    expected: str, figure: Figure
) -> None:
    assert name_of(out_only(figure)) == expected


def test_how_little_was_seen_is_told() -> None:
    """The last one: a sit-up with knees that are nearly straight."""
    straight = partial(movements.lying, thigh=165.0, shin=195.0)
    seen = [
        answer_to(poses).seen
        for poses in (
            repeated(movements.bridge, times=2),
            repeated(movements.bridge, times=1),
            out_only(movements.bridge),
            repeated(lambda share: straight(trunk=30 * share), times=1),
        )
    ]
    assert seen == [SeenOf.ENOUGH, SeenOf.ENOUGH, SeenOf.HALF, SeenOf.ONE]


def test_the_way_out_alone_is_nothing_where_something_else_goes_like_it_too() -> None:
    half = answer_to(out_only(movements.sagging_push_up))
    assert (half.likeliest, half.runner_up) == (library()["push-up"], library()["back-extension"])
    assert half.exercise is None
    assert name_of(repeated(movements.sagging_push_up, times=2)) == "push-up"


def test_what_hardly_moves_is_believed_when_it_comes_again() -> None:
    def low_bridge(share: float) -> StickFigure:
        return movements.bridge(0.22 * share)

    once, twice = (repeated(low_bridge, times=times) for times in (1, 2))
    assert name_of(once) is None
    assert name_of(twice) in ("bridge", "pelvic-tilt")
