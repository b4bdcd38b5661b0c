"""A finger on the lens shows nothing; a room does, however dim or pale it is."""

import numpy as np
import pytest

from formcheck.video.frame import Image
from formcheck.video.plain_picture import is_plain


def lit_finger(noise: float = 3.0) -> Image:
    """Red light that falls off from the middle to black corners."""
    rows, columns = np.mgrid[-1:1:720j, -1:1:1280j]
    light = np.clip(1.0 - 0.7 * np.hypot(rows, columns), 0, 1)[..., None] * (255, 70, 40)
    noisy = light + np.random.default_rng(0).normal(0, noise, light.shape)
    return np.asarray(np.clip(noisy, 0, 255), np.uint8)


def room(wall: int, somebody: int) -> Image:
    image = np.full((720, 1280, 3), wall, np.uint8)
    image[250:600, 500:700] = somebody
    return image


@pytest.mark.parametrize("noise", [0.0, 3.0, 15.0])
def test_a_finger_with_the_light_shining_through_is_plain(noise: float) -> None:
    assert is_plain(lit_finger(noise))


@pytest.mark.parametrize("level", [0, 120, 255])
def test_so_is_one_colour_and_so_are_corners_with_the_time_in_them(level: int) -> None:
    image = np.full((480, 640, 3), level, np.uint8)
    assert is_plain(image)
    image[8:20, 8:120] = 255 - level
    assert is_plain(image)


@pytest.mark.parametrize(("wall", "somebody"), [(245, 150), (40, 28), (120, 90), (60, 200)])
def test_a_room_with_somebody_in_it_is_not(wall: int, somebody: int) -> None:
    assert not is_plain(room(wall, somebody))


@pytest.mark.parametrize("shape", [(0, 0, 3), (1, 1, 3), (3, 2000, 3)])
def test_any_size_will_do(shape: tuple[int, int, int]) -> None:
    assert is_plain(np.zeros(shape, np.uint8))
