"""A rolled camera is noticed by the lines of the room; a level one is never taken for rolled."""

from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.closeable import Closeable
from formcheck.pose.beside.look import Everybody, Found, Look, LookLostError
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.pose import Pose
from formcheck.pose.upright.camera_roll import BELIEF, RollVotes, believed_roll, roll_votes
from formcheck.pose.upright.roll_correction import RollCorrectingEstimator, RollCorrectionSettings
from formcheck.pose.upright.roll_tracker import RollTracker, RollTrackingSettings
from formcheck.pose.upright.room_lines import Lines, room_lines
from formcheck.video.frame import Frame, Image
from tests.pose.poses import standing
from tests.pose.rooms import HEIGHT, WIDTH, rooms_without_anybody

NOBODY = Pose.missing(0.0, WIDTH, HEIGHT)
ROOMS = dict(rooms_without_anybody())
ANGLES = (-20, -12, -8, 8, 12, 20)
LOOKS = RollTrackingSettings().looks
LATER_S = RollCorrectionSettings().look_every_s_later


def rolled(room: Image, degrees: float) -> Image:
    """What a camera sees whose picture leans clockwise, without black corners."""
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), -degrees, 1.7)
    return np.asarray(cv2.warpAffine(room, turn, (WIDTH, HEIGHT)), np.uint8)


def votes_of(image: Image, pose: Pose = NOBODY) -> RollVotes:
    return roll_votes(room_lines(image, pose))


def seen(image: Image, looks: int = 1) -> float:
    watch = RollTracker()
    for _ in range(looks):
        watch.update(votes_of(image))
    return watch.roll


def wall(roll: float, pitch: float = 0.0, turned: float = 0.0) -> Lines:
    """The edges of four doors in a wall, as a camera of 61 degrees sees them."""
    edges = []
    for left in (-1.6, -0.7, 0.3, 1.2):
        low, high, right = 1.0, -0.6, left + 0.5
        corners = [(left, low), (left, high), (right, high), (right, low)]
        edges += [corners[:2], corners[1:3], corners[2:], [corners[0], corners[3]]]
    points = np.array([[(x, y, 0.0) for x, y in edge] for edge in edges])
    for degrees, first, second in ((turned, 2, 0), (pitch, 1, 2), (roll, 0, 1)):
        sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
        a, b = points[..., first].copy(), points[..., second].copy()
        points[..., first], points[..., second] = cosine * a - sine * b, sine * a + cosine * b
        if first == 2:
            points[..., 2] += 4.0
    return np.asarray(0.85 * points[..., :2] / points[..., 2:]).reshape(-1, 4)


@given(st.floats(-22, 22), st.floats(-15, 15), st.floats(-35, 35))
@settings(deadline=None)
def test_the_roll_is_told_apart_from_looking_down_and_from_looking_askew(
    roll: float, pitch: float, turned: float
) -> None:
    votes = roll_votes(wall(roll, pitch, turned))
    believed = believed_roll(votes.votes)
    if believed is not None:
        correct = believed == pytest.approx(roll, abs=2)
        assert correct or (believed == 0 and abs(roll) < BELIEF.least_roll + 1)


@pytest.mark.parametrize("roll", [-20, -12, -7, 7, 12, 20])
@pytest.mark.parametrize(("pitch", "turned"), [(0, 0), (10, 0), (-10, 20), (0, -20)])
def test_a_wall_with_doors_tells_the_roll(roll: int, pitch: int, turned: int) -> None:
    watch = RollTracker()
    watch.update(roll_votes(wall(roll, pitch, turned)))
    assert watch.roll == pytest.approx(roll, abs=1.5)


@pytest.mark.parametrize("name", ROOMS)
def test_nothing_is_corrected_in_a_level_picture(name: str) -> None:
    assert seen(ROOMS[name], looks=LOOKS) == 0.0


def test_rolled_rooms_are_recognised_and_none_by_a_wrong_angle() -> None:
    found = {
        (name, angle): seen(rolled(ROOMS[name], angle))
        for name in ROOMS
        if name.startswith("room")
        for angle in ANGLES
    }
    right = [angle for (_, angle), roll in found.items() if abs(roll - angle) < 2]
    assert all(not roll or abs(roll - angle) < 2 for (_, angle), roll in found.items())
    assert len(right) > len(found) / 4


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (4, 20), (3, 900), (900, 3), (100, 480)])
def test_any_picture_has_an_answer(size: tuple[int, int]) -> None:
    image = np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8)
    pose = Pose.missing(0.0, size[1], size[0])
    assert believed_roll(votes_of(image, pose).votes) in (None, 0.0)


def test_lines_on_the_person_are_not_the_rooms() -> None:
    person = standing(0.0, WIDTH, HEIGHT)
    image = np.full((HEIGHT, WIDTH, 3), 200, np.uint8)
    hip = person.landmarks[23, :2].astype(int)
    cv2.line(image, (int(hip[0]) - 5, int(hip[1]) - 60), tuple(hip.tolist()), (0, 0, 0), 6)
    assert len(room_lines(image, NOBODY)) > 0
    assert len(room_lines(image, person)) == 0


def test_straightening_the_camera_ends_it_and_an_unclear_picture_does_not() -> None:
    watch = RollTracker()
    tilted, level = roll_votes(wall(12)), roll_votes(wall(0))
    nothing = roll_votes(np.empty((0, 4)))
    for votes in (tilted, tilted, nothing, nothing, nothing, nothing):
        watch.update(votes)
        assert watch.roll == pytest.approx(12, abs=1)
    for _ in range(LOOKS):
        watch.update(level)
    assert watch.roll == 0.0


def test_a_roll_that_is_known_does_not_tremble() -> None:
    watch = RollTracker()
    for roll in (12, 12, 12, 12.6, 11.4, 13, 11):
        watch.update(roll_votes(wall(roll)))
        assert watch.roll == pytest.approx(12, abs=1)
    settled = watch.roll
    watch.update(roll_votes(wall(12.8)))
    assert watch.roll == settled


class Nobody(Closeable):
    """An estimator that finds nobody."""

    closed = False

    def estimate(self, frame: Frame) -> Pose:
        return Pose.missing(frame.time_s, frame.width, frame.height)

    def close(self) -> None:
        self.closed = True


def tilted_room(angle: float) -> Image:
    """A room with as many doors as a corridor."""
    image = np.full((HEIGHT, WIDTH, 3), 210, np.uint8)
    for first, second in np.array(wall(angle)).reshape(-1, 2, 2) * WIDTH + (640, 360):
        start, end = (np.round(one).astype(int).tolist() for one in (first, second))
        cv2.line(image, start, end, (60, 40, 30), 6, cv2.LINE_AA)
    return image


def test_the_first_picture_is_enough_and_a_moved_camera_is_noticed() -> None:
    nobody = Nobody()
    told = []
    with RollCorrectingEstimator(nobody) as estimator:
        for number in range(300):
            image = tilted_room(12 if number < 100 else -8)
            told.append(estimator.estimate(Frame(image, number / 10, number)).roll)
    assert told[0] == pytest.approx(12, abs=1)
    assert told[99] == pytest.approx(12, abs=1)
    assert told[100 + round(10 * (LOOKS + 1) * LATER_S)] == pytest.approx(-8, abs=1)
    assert nobody.closed


def _no_model() -> PeopleDetector:
    raise AssertionError


NO_MODEL = Everybody(_no_model)


class Later(Closeable):
    """Takes the looks that it was asked for when told to."""

    def __init__(self) -> None:
        self._asked: list[tuple[Future[Any], Look[Any]]] = []

    def begin(self, look: Look[Found]) -> "Future[Found]":
        future: Future[Found] = Future()
        self._asked.append((future, look))
        return future

    def work(self) -> None:
        while self._asked:
            future, look = self._asked.pop()
            future.set_result(look.take(NO_MODEL))

    def lose(self) -> None:
        while self._asked:
            self._asked.pop()[0].set_exception(LookLostError())

    def close(self) -> None: ...


def test_no_picture_of_a_camera_waits_for_the_lines_of_the_room() -> None:
    beside = Later()
    with RollCorrectingEstimator(Nobody(), beside=beside) as estimator:
        frames = [Frame(tilted_room(12), number / 10, number) for number in range(30)]
        before = [estimator.estimate(frame).roll for frame in frames[:10]]
        beside.work()
        after = [estimator.estimate(frame).roll for frame in frames[10:]]

    assert before == [0.0] * 10
    assert after == [pytest.approx(12, abs=1)] * 20


def test_a_look_that_is_lost_is_followed_by_another() -> None:
    beside = Later()
    with RollCorrectingEstimator(Nobody(), beside=beside) as estimator:
        frames = [Frame(tilted_room(12), number / 10, number) for number in range(30)]
        for frame in frames[:3]:
            assert estimator.estimate(frame).roll == 0.0
            beside.lose()
        for frame in frames[3:15]:
            estimator.estimate(frame)
            beside.work()
        assert estimator.estimate(frames[15]).roll == pytest.approx(12, abs=1)


def test_what_is_found_is_otherwise_left_as_it_is() -> None:
    class Somebody(Nobody):
        def estimate(self, frame: Frame) -> Pose:
            return standing(frame.time_s, frame.width, frame.height)

    pose = RollCorrectingEstimator(Somebody()).estimate(Frame(tilted_room(0), 0.0, 0))
    assert replace(pose, roll=0.0).landmarks == pytest.approx(standing(0, WIDTH, HEIGHT).landmarks)
    assert pose.roll == 0.0
