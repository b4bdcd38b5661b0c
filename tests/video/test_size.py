"""Square pixels, longest side, and fitting pictures into one size."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.video.recordings.reading import Reading
from formcheck.video.size import check_pixels, fit, shown_size
from formcheck.video.video_errors import PictureTooLargeError
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture

sides = st.integers(1, 300)


def test_pixels_that_are_not_square_are_stretched() -> None:
    assert shown_size(1440, 1080, Fraction(4, 3), None) == (1920, 1080)


@pytest.mark.parametrize("aspect", [None, Fraction(0), Fraction(1), Fraction(900, 1)])
def test_an_unknown_or_absurd_pixel_shape_counts_as_square(aspect: Fraction | None) -> None:
    assert shown_size(640, 480, aspect, None) == (640, 480)


def test_the_longest_side_bounds_either_side() -> None:
    assert shown_size(3840, 2160, None, 1280) == (1280, 720)
    assert shown_size(2160, 3840, None, 1280) == (720, 1280)
    assert shown_size(640, 480, None, 1280) == (640, 480)


@given(sides, sides, sides, sides)
def test_fitting_gives_the_wanted_size_whatever_comes(
    width: int, height: int, wanted_width: int, wanted_height: int
) -> None:
    white = np.full((height, width, 3), 255, np.uint8)
    fitted = fit(white, wanted_width, wanted_height)
    assert fitted.shape == (wanted_height, wanted_width, 3)
    assert fitted.max() == 255


def test_fitting_keeps_the_shape_and_leaves_the_rest_black() -> None:
    fitted = fit(picture(80, 40), 80, 80)
    assert not fitted[:20].any()
    assert not fitted[60:].any()
    assert corners(fitted[20:60]) == [RED, GREEN, BLUE, GREY]


def test_pictures_beyond_any_camera_are_refused() -> None:
    check_pixels("photo", 16_320, 12_240)
    with pytest.raises(PictureTooLargeError, match="Scale it down"):
        check_pixels("bomb", 60_000, 60_000)


def test_a_recording_is_read_no_larger_than_is_asked_for() -> None:
    reading = Reading(Path("film.mp4"), 1920)
    assert reading.no_larger(960).longest_side == 960
    assert reading.no_larger(4000).longest_side == 1920
    assert reading.no_larger(None).longest_side == 1920
    assert Reading(Path("film.mp4")).no_larger(960).longest_side == 960
