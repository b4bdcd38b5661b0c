"""The outline of where to be."""

import numpy as np
import pytest

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.load import library
from formcheck.feedback.drawing.framing import draw_framing, head_at_the_right
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image
from tests.feedback.builders import pose

GREY = 90

ONE_OF_EACH = list(
    {
        one.start.position.figure_from(one.camera.view): name for name, one in library().items()
    }.values()
)
"""One exercise for each figure that there is."""


def drawn(exercise: str, width: int = 1280, height: int = 720, head_right: bool = False) -> Image:
    image = np.full((height, width, 3), GREY, np.uint8)
    draw_framing(image, library()[exercise], head_right=head_right)
    return image


def extent(image: Image) -> tuple[int, int, int, int]:
    """Left, right, top and bottom of what is drawn."""
    rows, columns = np.nonzero((image != GREY).any(axis=2))
    return columns.min(), columns.max(), rows.min(), rows.max()


def test_every_start_position_has_an_outline() -> None:
    for position in ExerciseLibrary.built_in().start_positions.values():
        assert position.figure_from("side") is not None, position.name


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_it_lies_inside_any_picture(name: str) -> None:
    for width, height in ((1280, 720), (640, 480), (480, 854), (160, 90)):
        left, right, top, bottom = extent(drawn(name, width, height))

        assert 0 < left < right < width - 1, (width, height)
        assert 0 < top < bottom < height - 1, (width, height)


def test_lying_is_lengthwise_and_standing_upright() -> None:
    left, right, top, bottom = extent(drawn("side-leg-lift"))
    assert right - left > 2 * (bottom - top)
    left, right, top, bottom = extent(drawn("wall-squat"))
    assert bottom - top > 2 * (right - left)


def test_it_is_turned_the_way_the_person_is() -> None:
    one, other = drawn("bird-dog"), drawn("bird-dog", head_right=True)

    assert not np.array_equal(one, other)
    assert extent(one)[2:] == extent(other)[2:]


def test_where_the_head_is() -> None:
    person = pose()

    assert head_at_the_right(person, mirrored=False) is False
    assert head_at_the_right(person, mirrored=True) is True
    assert head_at_the_right(Pose.missing(0.0, 640, 480), mirrored=False) is None
