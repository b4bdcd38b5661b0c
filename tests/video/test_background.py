"""A background is found again in later pictures."""

import numpy as np
import pytest

from formcheck.video.background.background import Background, shrunk, unmoved
from tests.video.moving_camera import Aim, seen
from tests.video.test_camera_watch import room

HERE = Aim(0.0, 0.0)
BODY = np.array([[40, 40], [150, 40], [150, 170], [40, 170]], np.int32)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("moved", [0.0, 0.0005, 0.001, 0.002, 0.004, 0.03])
def test_half_of_the_corners_never_say_still_where_all_of_them_say_otherwise(
    number: int, moved: float
) -> None:
    background = Background(shrunk(seen(room(number), HERE)), BODY)
    picture = shrunk(seen(room(number), Aim(moved, moved)))
    if background.surely_still_in(picture, BODY, unmoved()):
        place = background.place_in(picture, BODY, unmoved()).place
        assert place is not None
        assert np.array_equal(place, unmoved())
    else:
        assert moved > 0


def test_of_a_camera_that_moved_nothing_is_surely_still() -> None:
    background = Background(shrunk(seen(room(1), HERE)), None)
    assert not background.surely_still_in(shrunk(seen(room(1), Aim(0.03, 0.0))), None, unmoved())


SOMEBODY = np.array([[100, 0], [220, 0], [240, 179], [80, 179]], np.int32)


@pytest.mark.parametrize("shift", [(0, 0), (5, 3), (-20, 8)])
def test_the_noise_of_a_bare_wall_agrees_with_no_guess(shift: tuple[int, int]) -> None:
    """Each of its corners is "found again" near where it is expected, and is not the same."""
    guess = np.array([[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]])
    for number in range(5):
        chance = np.random.default_rng(number)
        first, second = (
            np.clip(chance.normal(150, 3, (360, 640, 3)), 0, 255).astype(np.uint8) for _ in range(2)
        )
        background = Background(shrunk(first), SOMEBODY)
        assert background.tells
        assert background.place_in(shrunk(second), SOMEBODY, guess).place is None
