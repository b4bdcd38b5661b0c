"""Bodies in films that stand still: who is seen to move was seen."""

from formcheck.pose.pose import Pose
from formcheck.pose.standstill import Standstill
from tests.recognition.movements import kept, plank, push_up, repeated


def told(poses: list[Pose]) -> list[bool]:
    watch = Standstill()
    return [watch.update(pose, frozen=True) for pose in poses]


def test_who_stands_still_with_the_film_is_not_seen() -> None:
    assert all(told(kept(plank(), 3.0)))


def test_a_film_too_dark_to_show_anything_new_still_shows_who_moves() -> None:
    assert not any(told(repeated(push_up, times=2))[40:])


def test_where_nobody_is_nothing_stands_still() -> None:
    assert not Standstill().update(Pose.missing(0.0, 640, 480), frozen=True)
