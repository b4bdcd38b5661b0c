"""What the model is fed: small enough, of a width that can't end the process, and traceable."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.blazepose.model_input import WIDTH_STEP, to_model_input

SIDES = st.integers(1, 700)
LIMITS = st.integers(64, 1300)


@settings(deadline=None)
@given(SIDES, SIDES, LIMITS)
def test_the_width_is_always_one_that_a_silhouette_can_be_read_from(
    width: int, height: int, limit: int
) -> None:
    picture = to_model_input(np.zeros((height, width, 3), np.uint8), limit)
    assert picture.image.shape[1] % WIDTH_STEP == 0
    assert picture.image.flags.c_contiguous
    assert picture.image.shape[0] >= 1
    assert 1 <= picture.width <= picture.image.shape[1]


@settings(deadline=None)
@given(SIDES, SIDES, LIMITS)
def test_the_longer_side_fits_unless_the_shorter_one_is_used_up(
    width: int, height: int, limit: int
) -> None:
    picture = to_model_input(np.zeros((height, width, 3), np.uint8), limit)
    shown = (picture.image.shape[0], picture.width)
    assert max(shown) <= limit or min(shown) == 1


@settings(deadline=None)
@given(SIDES, SIDES, LIMITS)
def test_fed_pixels_cover_the_frame_but_for_an_odd_edge(
    width: int, height: int, limit: int
) -> None:
    picture = to_model_input(np.zeros((height, width, 3), np.uint8), limit)
    for side, covered in (
        (width, picture.width * picture.factor),
        (height, picture.image.shape[0] * picture.factor),
    ):
        assert side - picture.factor < covered <= side


def test_a_frame_that_fits_is_fed_as_it_is() -> None:
    image = np.random.default_rng(0).integers(0, 256, (480, 640, 3), np.uint8)
    picture = to_model_input(image, 1280)
    assert picture.factor == 1
    assert np.array_equal(picture.image, image)


def test_a_detail_lies_where_the_factor_says() -> None:
    image = np.zeros((1080, 1921, 3), np.uint8)
    image[600:604, 1200:1204] = 255
    picture = to_model_input(image, 640)
    rows, columns = np.nonzero(picture.image[..., 0])
    assert picture.factor == 4
    assert (rows.mean() + 0.5) * picture.factor == pytest.approx(602)
    assert (columns.mean() + 0.5) * picture.factor == pytest.approx(1202)


def test_padding_is_black_and_on_the_right() -> None:
    picture = to_model_input(np.full((10, 9, 3), 200, np.uint8), 640)
    assert (picture.image[:, :9] == 200).all()
    assert (picture.image[:, 9:] == 0).all()
