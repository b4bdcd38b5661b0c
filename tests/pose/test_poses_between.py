"""Fewer pictures are looked at while the body moves slowly; the poses between are put in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.pose.pose import Pose
from formcheck.pose.poses_between import between, poses_of, speed_m_s
from formcheck.video.camera_motion import CameraMotion
from formcheck.video.frame import Frame, Mask
from tests.results.sessions import push_up

RATE = 30
NOBODY = Pose.missing(0, 640, 480)
SomePose = Callable[[float], Pose]


def moving(pixels_a_second: float) -> SomePose:
    """Somebody who goes to the right in the picture."""
    body = push_up(0.0).pose()

    def pose(time_s: float) -> Pose:
        landmarks = body.landmarks + np.array([pixels_a_second * time_s, 0, 0])
        return replace(body, time_s=time_s, landmarks=landmarks.astype(np.float32))

    return pose


class Model(Closeable):
    """Finds what is there, and notes in which pictures it looked."""

    def __init__(self, there: SomePose) -> None:
        self._there = there
        self.looked_at: list[int] = []

    def estimate(self, frame: Frame) -> Pose:
        self.looked_at.append(frame.index)
        return replace(self._there(frame.time_s), take=frame.take)

    def close(self) -> None: ...


def film(count: int, rate: float = RATE, cut_at: int | None = None) -> list[Frame]:
    image = np.zeros((480, 640, 3), np.uint8)
    return [
        Frame(image, number / rate, number, take=int(cut_at is not None and number >= cut_at))
        for number in range(count)
    ]


def looked_at(frames: Sequence[Frame], there: SomePose) -> list[int]:
    model = Model(there)
    list(poses_of(frames, model))
    return model.looked_at


def captioned(frames: Sequence[Frame], plate: Mask) -> list[Frame]:
    """From the sixth picture on something lies over them."""
    return [replace(one, laid_over=plate) if one.index >= 6 else one for one in frames]


STILL, SLOWLY, QUICKLY = moving(5), moving(150), moving(1000)


def test_who_moves_slowly_is_looked_at_in_every_second_picture() -> None:
    assert looked_at(film(9), SLOWLY) == [0, 1, 3, 5, 7, 8]


def test_of_who_hardly_moves_one_of_three_pictures_is_looked_at() -> None:
    assert speed_m_s(STILL(0.0), STILL(1 / RATE)) < 0.3 < speed_m_s(SLOWLY(0.0), SLOWLY(1 / RATE))
    assert looked_at(film(12), STILL) == [0, 1, 4, 7, 10, 11]


def test_from_when_somebody_sets_out_no_more_than_two_are_left_out() -> None:
    def there(time_s: float) -> Pose:
        return replace(moving(150)(max(0.0, time_s - 0.3)), time_s=time_s)

    assert looked_at(film(16), there) == [0, 1, 4, 7, 10, 13, 15]


def test_who_moves_quickly_is_looked_at_in_every_picture() -> None:
    assert speed_m_s(QUICKLY(0.0), QUICKLY(1 / RATE)) > 1.0
    assert looked_at(film(9), QUICKLY) == list(range(9))


def test_from_when_somebody_moves_quickly_every_picture_is_looked_at() -> None:
    def there(time_s: float) -> Pose:
        return replace(moving(1000)(max(0.0, time_s - 0.3)), time_s=time_s)

    found = looked_at(film(18), there)
    assert found[:5] == [0, 1, 4, 7, 10]
    assert found[5:] == list(range(11, 18))


def test_between_pictures_that_come_unevenly_nobody_is_left_unseen_for_long() -> None:
    """A picture that comes later than those before it promised has the one before it looked at."""
    times = [0, 0.033, 0.067, 0.1, 0.133, 0.3, 0.333, 0.367, 0.4]
    image = np.zeros((480, 640, 3), np.uint8)
    frames = [Frame(image, time_s, number) for number, time_s in enumerate(times)]
    assert looked_at(frames, STILL) == [0, 1, 4, 5, 8]


def test_both_sides_of_a_cut_are_looked_at_while_somebody_hardly_moves() -> None:
    for cut_at in range(3, 9):
        found = looked_at(film(12, cut_at=cut_at), STILL)
        assert {cut_at - 1, cut_at, 11} <= set(found)


@pytest.mark.parametrize("rate", [10, 15, 20])
def test_films_with_fewer_pictures_are_looked_at_whole(rate: float) -> None:
    assert looked_at(film(9, rate), SLOWLY) == list(range(9))


def test_both_sides_of_a_cut_are_looked_at() -> None:
    for cut_at in range(3, 7):
        found = looked_at(film(10, cut_at=cut_at), SLOWLY)
        assert {cut_at - 1, cut_at, 9} <= set(found)


def test_an_empty_picture_is_followed_by_one_that_is_looked_at() -> None:
    assert looked_at(film(6), lambda time_s: replace(NOBODY, time_s=time_s)) == list(range(6))


@pytest.mark.parametrize(
    "change", [{"others": 1}, {"covered": True}, {"camera": CameraMotion(right=9.0)}]
)
def test_with_others_about_or_a_camera_that_moves_every_picture_is_looked_at(
    change: dict[str, Any],
) -> None:
    def there(time_s: float) -> Pose:
        return replace(SLOWLY(time_s), **change)

    assert looked_at(film(6), there) == list(range(6))


def test_every_picture_has_its_pose_in_order_and_on_the_way() -> None:
    found = list(poses_of(film(9), Model(SLOWLY)))
    assert [frame.index for frame, _ in found] == list(range(9))
    for frame, pose in found:
        assert pose.time_s == frame.time_s
        np.testing.assert_allclose(pose.landmarks, SLOWLY(frame.time_s).landmarks, atol=1e-3)


def test_what_was_put_in_is_told_apart_from_what_was_looked_at() -> None:
    model = Model(SLOWLY)
    found = list(poses_of(film(9), model))
    assert [frame.index for frame, pose in found if not pose.between] == model.looked_at
    assert any(pose.between for _, pose in found)


def test_on_demand_all_are_looked_at() -> None:
    model = Model(SLOWLY)
    list(poses_of(film(5), model, None))
    assert model.looked_at == list(range(5))


def test_between_somebody_and_nobody_is_nobody() -> None:
    gone = replace(NOBODY, time_s=2 / RATE)
    assert not between(SLOWLY(0.0), gone, 1 / RATE).found
    assert not between(gone, SLOWLY(4 / RATE), 3 / RATE).found


def test_a_jump_stays_one() -> None:
    jumping = moving(4000)
    found = between(jumping(0.0), jumping(2 / RATE), 1 / RATE)
    np.testing.assert_array_equal(found.landmarks, jumping(0.0).landmarks)
    assert found.time_s == 1 / RATE


def test_where_something_lies_over_the_film_every_picture_is_looked_at() -> None:
    aside = np.zeros((480, 640), np.bool_)
    assert set(range(6, 16)) <= set(looked_at(captioned(film(16), aside), STILL))


def test_who_is_lost_under_what_hides_them_is_still_there() -> None:
    """The model finds nobody once the whole body is hidden; who has walked off is not hidden."""

    def lost(time_s: float) -> Pose:
        return replace(NOBODY, time_s=time_s) if time_s >= 0.4 else STILL(time_s)

    everywhere = np.ones((48, 64), np.bool_)
    under = [pose for _, pose in poses_of(captioned(film(20), everywhere), Model(lost))]
    assert [pose.covered for pose in under] == [False] * 6 + [True] * 14
    assert not any(pose.found for pose in under[6:])
    gone = [pose for _, pose in poses_of(film(20), Model(lost))]
    assert not any(pose.covered for pose in gone)
