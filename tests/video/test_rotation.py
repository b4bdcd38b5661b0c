"""Display matrices and turns."""

import numpy as np
import pytest

from formcheck.video.rotation import Rotation
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture

ONE = 1 << 16


def matrix(a: int, b: int, c: int, d: int) -> bytes:
    return np.array([a, b, 0, c, d, 0, 0, 0, 1 << 30], np.int32).tobytes()


@pytest.mark.parametrize(
    ("numbers", "rotation", "upright"),
    [
        ((ONE, 0, 0, ONE), 0, [RED, GREEN, BLUE, GREY]),
        ((0, ONE, -ONE, 0), 90, [BLUE, RED, GREY, GREEN]),
        ((-ONE, 0, 0, -ONE), 180, [GREY, BLUE, GREEN, RED]),
        ((0, -ONE, ONE, 0), 270, [GREEN, GREY, RED, BLUE]),
        ((-ONE, 0, 0, ONE), 0, [GREEN, RED, GREY, BLUE]),
        ((ONE, 0, 0, -ONE), 180, [BLUE, GREY, RED, GREEN]),
        ((0, ONE, ONE, 0), 270, [RED, BLUE, GREEN, GREY]),
        ((0, -ONE, -ONE, 0), 90, [GREY, GREEN, BLUE, RED]),
    ],
)
def test_all_eight_ways_to_lay_a_picture(
    numbers: tuple[int, int, int, int], rotation: int, upright: list[tuple[int, int, int]]
) -> None:
    laid_out = Rotation.from_display_matrix(matrix(*numbers))
    laid = laid_out.apply(picture(64, 48))
    assert corners(laid) == upright
    assert laid_out.size(64, 48) == (laid.shape[1], laid.shape[0])
    assert laid_out.degrees == rotation


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, -90, 450])
def test_a_clockwise_turn_is_numpys_turn_the_other_way(degrees: int) -> None:
    image = picture()
    turned = Rotation.from_degrees(degrees).apply(image)
    assert np.array_equal(turned, np.rot90(image, -degrees // 90))
    assert Rotation.from_degrees(degrees).degrees == degrees % 360


def test_a_slightly_crooked_matrix_counts_as_the_nearest_quarter() -> None:
    assert Rotation.from_display_matrix(matrix(ONE // 10, ONE, -ONE, ONE // 10)).degrees == 90


def test_an_upright_picture_is_not_copied() -> None:
    image = picture()
    assert Rotation().apply(image) is image


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turn_comes_after_what_the_file_says(orientation: int, degrees: int) -> None:
    said = Rotation.from_exif(orientation)
    image = picture()
    both = said.turned(degrees).apply(image)
    assert (both == np.rot90(said.apply(image), -degrees // 90)).all()
