"""A covered camera, or the dark, is told from a dim room in which somebody can be seen."""

import numpy as np
import pytest

from formcheck.video.frame import Image
from formcheck.video.too_dark import is_too_dark


def of_noise(level: float, noise: float) -> Image:
    values = np.random.default_rng(0).normal(level, noise, (720, 1280, 3))
    return np.clip(values, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("level", [0, 8, 16])
@pytest.mark.parametrize("noise", [0, 5, 20])
def test_a_covered_camera_is_dark_also_where_it_amplifies_noise(level: int, noise: int) -> None:
    assert is_too_dark(of_noise(level, noise))


def test_the_time_that_a_network_camera_writes_into_it_is_no_light() -> None:
    image = of_noise(5, 2)
    image[10:40, 10:330] = 255
    assert is_too_dark(image)


def test_a_dim_room_is_not_too_dark() -> None:
    assert not is_too_dark(of_noise(40, 4))


def test_a_dark_room_with_a_lit_window_is_not_too_dark() -> None:
    image = of_noise(5, 2)
    image[100:300, 100:500] = 200
    assert not is_too_dark(image)


@pytest.mark.parametrize("shape", [(0, 0, 3), (1, 1, 3), (3, 2000, 3)])
def test_any_size_will_do(shape: tuple[int, int, int]) -> None:
    assert is_too_dark(np.zeros(shape, np.uint8))
