"""Pictures that show nothing new are not looked at again."""

import numpy as np

from formcheck.desk.seat import Seat, Stir
from formcheck.desk.stillness import ChangeGate, ChangeSettings
from formcheck.video.frame import Image

NOISE = np.random.default_rng(1)


def room(person_at: int | None = None, light: int = 0) -> Image:
    """A grey room, with a light patch the size of a head at this column."""
    image = NOISE.normal(100 + light, 3, (480, 640, 3))
    if person_at is not None:
        image[100:180, person_at : person_at + 60] += 60
    return np.clip(image, 0, 255).astype(np.uint8)


def test_the_first_picture_is_news_and_the_same_again_is_not() -> None:
    gate = ChangeGate()
    assert gate.is_news(room(300), 0.0)
    assert not gate.is_news(room(300), 1.0)


def test_a_head_that_moves_is_news() -> None:
    gate = ChangeGate()
    gate.is_news(room(300), 0.0)
    assert gate.is_news(room(310), 1.0)


def test_someone_who_comes_or_goes_is_news() -> None:
    gate = ChangeGate()
    gate.is_news(room(), 0.0)
    assert gate.is_news(room(300), 1.0)
    assert gate.is_news(room(), 2.0)


def test_a_camera_that_adjusts_its_exposure_is_none() -> None:
    gate = ChangeGate()
    gate.is_news(room(300), 0.0)
    assert not gate.is_news(room(300, light=20), 1.0)


def test_slow_changes_add_up() -> None:
    gate = ChangeGate()
    gate.is_news(room(300), 0.0)
    assert any(gate.is_news(room(300 + step), step / 10) for step in range(1, 12))


def test_an_old_picture_is_looked_at_again() -> None:
    gate = ChangeGate()
    gate.is_news(room(300), 0.0)
    assert gate.is_news(room(300), ChangeSettings().oldest_s)


def stir(before: Image, after: Image, top: float = 0.2) -> Stir:
    """Where about a seat in the picture's middle the one differs from the other."""
    gate = ChangeGate()
    gate.is_news(before, 0.0)
    gate.is_news(after, 1.0)
    return gate.stir_at(Seat(left=0.3, right=0.7, top=top))


def test_where_it_stirs_about_a_seat() -> None:
    assert stir(room(300), room(310)) is Stir.SEATED
    assert stir(room(), room()) is Stir.NONE
    assert stir(room(20), room(30)) is Stir.NONE
    assert stir(room(300), room(310), top=0.3) is Stir.ABOVE


def test_where_a_seat_reaches_up_to_the_edge_nobody_can_be_told_from_who_stands() -> None:
    assert stir(room(300), room(310), top=0.0) is Stir.ABOVE
