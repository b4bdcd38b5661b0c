"""Taking others out of a picture, and noticing that somebody comes, on made-up pictures."""

from functools import cache

import numpy as np

from formcheck.pose.people.clean_plate import CleanPlate
from formcheck.pose.people.newcomer_watch import NewcomerWatch
from formcheck.pose.picture_box import PictureBox
from formcheck.video.frame import Frame
from tests.pose.several_people import HEIGHT, WIDTH, lying_person

FOLLOWED = lying_person()
TALL = 500
"""Pixels of somebody who walks by."""


@cache
def room(seed: int = 0) -> np.ndarray:
    """A room that looks alike nowhere."""
    blocks = np.random.default_rng(seed).integers(40, 200, (HEIGHT // 16, WIDTH // 16, 3))
    return np.kron(blocks, np.ones((16, 16, 1))).astype(np.uint8)


def picture(time_s: float, left: float | None = None) -> Frame:
    """The room, and somebody white whose left side is there; None without anybody."""
    image = room().copy()
    if left is not None:
        image[HEIGHT - TALL :, max(0, int(left)) : max(0, int(left) + 120)] = 255
    return Frame(image, time_s, round(time_s * 30))


def box(left: float) -> PictureBox:
    return PictureBox(max(0, int(left)), HEIGHT - TALL, max(0, int(left) + 120), HEIGHT)


def test_whoever_comes_is_taken_out_by_what_was_there_before() -> None:
    plate = CleanPlate()
    for tenth in range(20):
        plate.update(picture(tenth / 10), [])
    for tenth in range(20, 60):
        left = -100 + 25 * (tenth - 20)
        frame = picture(tenth / 10, left)
        known = [box(left)] if tenth >= 22 else []
        plate.update(frame, known)
        taken = (frame.image == 255).all(axis=2)
        if known:
            assert np.array_equal(plate.without(frame, taken).image, room())


def test_without_a_picture_from_before_there_is_one_colour() -> None:
    frame = picture(0.0, 300)
    taken = (frame.image == 255).all(axis=2)

    alone = CleanPlate().without(frame, taken).image

    assert len(np.unique(alone[taken], axis=0)) == 1
    assert np.array_equal(alone[~taken], frame.image[~taken])


class TestNewcomerWatch:
    """Whether a look at everybody is worth while."""

    def noticed(self, frames: list[Frame]) -> list[float]:
        watch = NewcomerWatch()
        return [frame.time_s for frame in frames if watch.update(frame, FOLLOWED)]

    def test_who_walks_in_is_noticed_within_half_a_second(self) -> None:
        frames = [picture(n / 30) for n in range(60)]
        frames += [picture(n / 30, -120 + 8 * (n - 60)) for n in range(60, 90)]

        noticed = self.noticed(frames)

        assert noticed
        assert 2.0 < noticed[0] < 2.5

    def test_an_empty_room_and_one_in_which_the_body_moves_are_left_alone(self) -> None:
        low, high = FOLLOWED.box
        frames = []
        for n in range(90):
            image = room().copy()
            image[int(low[1]) - 20 : int(high[1]), int(low[0]) : int(high[0])] = 255 * (n % 2)
            frames.append(Frame(image, n / 30, n))
        assert not self.noticed(frames)

    def test_a_picture_that_changes_everywhere_is_no_person(self) -> None:
        assert not self.noticed([Frame(room(n), n / 30, n) for n in range(60)])

    def test_looks_that_find_nobody_become_rare(self) -> None:
        watch = NewcomerWatch()
        looks = []
        for n in range(900):
            frame = picture(n / 30, 100 + 200 * (n // 15 % 2))
            if watch.update(frame, FOLLOWED):
                looks.append(frame.time_s)
                watch.look()
                watch.rest(frame.time_s, somebody=False)
        assert 5 < len(looks) < 15
