"""A covered camera is told from a dark room in which somebody can be seen."""

import numpy as np
import pytest

from formcheck.live.monitor.black_picture import BlackPicture, BlackPictureSettings, is_black
from formcheck.video.frame import Image

TIMES = BlackPictureSettings()


def of_noise(level: float, noise: float) -> Image:
    values = np.random.default_rng(0).normal(level, noise, (720, 1280, 3))
    return np.clip(values, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("level", [0, 8, 16])
@pytest.mark.parametrize("noise", [0, 5, 20])
def test_a_covered_camera_is_black_also_where_it_amplifies_noise(level: int, noise: int) -> None:
    assert is_black(of_noise(level, noise))


def test_the_time_that_a_network_camera_writes_into_it_is_no_light() -> None:
    image = of_noise(5, 2)
    image[10:40, 10:330] = 255
    assert is_black(image)


def test_a_dim_room_is_not_black() -> None:
    assert not is_black(of_noise(40, 4))


def test_a_dark_room_with_a_lit_window_is_not_black() -> None:
    image = of_noise(5, 2)
    image[100:300, 100:500] = 200
    assert not is_black(image)


@pytest.mark.parametrize("shape", [(0, 0, 3), (1, 1, 3), (3, 2000, 3)])
def test_any_size_will_do(shape: tuple[int, int, int]) -> None:
    assert is_black(np.zeros(shape, np.uint8))


def test_it_must_last_and_so_must_seeing_again() -> None:
    picture = BlackPicture()

    def lasting(time_s: float, *, black: bool) -> bool:
        picture.update(time_s, black=black)
        return picture.lasting

    assert not lasting(0.0, black=True)
    assert not lasting(TIMES.black_for_s - 0.1, black=True)
    assert lasting(TIMES.black_for_s, black=True)
    assert lasting(5.0, black=False)
    assert lasting(5.1, black=True)
    assert lasting(6.0, black=False)
    assert not lasting(6.0 + TIMES.seen_for_s, black=False)
