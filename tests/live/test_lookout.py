"""The next picture is looked at while the last is painted: sooner, and in the same order."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Queue
from threading import Event, get_ident

import pytest

from formcheck.closeable import Closeable
from formcheck.live.lookout import Lookout
from formcheck.pose.estimator import EstimationError
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.feedback.builders import frame, pose
from tests.patience import PATIENCE_S

ASKED_S = 0.01
"""Seconds for which a picture is asked for."""


@dataclass
class Camera:
    """Sends what it is given, and has ended when it is given None."""

    sent: Queue[Frame | None] = field(default_factory=Queue)
    status: CameraStatus = CameraStatus.RUNNING

    def newest(self, timeout_s: float) -> Frame | None:
        if self.sent.empty():
            return None
        given = self.sent.get(timeout=timeout_s)
        self.status = CameraStatus.ENDED if given is None else CameraStatus.RUNNING
        return given

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...


class Model(Closeable):
    """Notes which frames it looked at; a test waits until it has begun with one."""

    def __init__(self) -> None:
        self.looked_at: list[int] = []
        self.threads: set[int] = set()
        self.fails_at = -1
        self._begun = [Event() for _ in range(10)]

    def estimate(self, frame: Frame) -> Pose:
        self.looked_at.append(frame.index)
        self.threads.add(get_ident())
        self._begun[frame.index].set()
        if frame.index == self.fails_at:
            raise EstimationError("The model failed.")
        return pose(frame.width, frame.height, frame.time_s)

    def has_begun(self, index: int, *, within_s: float = PATIENCE_S) -> bool:
        return self._begun[index].wait(within_s)

    def close(self) -> None: ...


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as beside:
        yield beside


def lookout(
    camera: Camera,
    model: Model,
    beside: ThreadPoolExecutor | None,
    upright: Callable[[Frame], Frame] = lambda frame: frame,
) -> Lookout:
    made = Lookout(camera, model, upright, ASKED_S, beside)
    made.watching = True
    return made


def send(camera: Camera, *indices: int) -> None:
    for index in indices:
        camera.sent.put(frame(index / 30, index))


def seen_next(looks: Lookout) -> tuple[int, float]:
    """Number and time of the next picture in which somebody was looked for."""
    while True:
        looks.look_ahead()
        seen = looks.next()
        if seen.frame is not None and seen.pose is not None:
            return seen.frame.index, seen.pose.time_s


@pytest.mark.parametrize("ahead", [False, True])
def test_pictures_keep_their_order_and_their_poses(beside: ThreadPoolExecutor, ahead: bool) -> None:
    camera, model = Camera(), Model()
    send(camera, *range(8))

    looks = lookout(camera, model, beside if ahead else None)

    assert [seen_next(looks) for _ in range(8)] == [(n, n / 30) for n in range(8)]
    assert model.looked_at == list(range(8))


def test_the_next_picture_is_looked_at_before_it_is_asked_for_and_no_third_one(
    beside: ThreadPoolExecutor,
) -> None:
    camera, model = Camera(), Model()
    looks = lookout(camera, model, beside)
    send(camera, 0, 1, 2)

    first = seen_next(looks)
    unasked = model.has_begun(1, within_s=0.2)
    looks.look_ahead()
    looks.look_ahead()

    assert (first[0], unasked) == (0, False)
    assert model.has_begun(1)
    assert not model.has_begun(2, within_s=0.2)
    assert seen_next(looks)[0] == 1
    assert get_ident() not in model.threads


def test_without_a_thread_nothing_is_done_before_it_is_asked_for() -> None:
    camera, model = Camera(), Model()
    looks = lookout(camera, model, None)
    send(camera, 0, 1)

    looks.look_ahead()
    before = list(model.looked_at)
    looks.next()

    assert (before, model.looked_at) == ([], [0])
    assert model.threads == {get_ident()}


@pytest.mark.parametrize("ahead", [False, True])
def test_a_model_that_fails_does_so_in_its_turn(beside: ThreadPoolExecutor, ahead: bool) -> None:
    camera, model = Camera(), Model()
    model.fails_at = 1
    looks = lookout(camera, model, beside if ahead else None)
    send(camera, 0, 1, 2)

    assert seen_next(looks)[0] == 0
    with pytest.raises(EstimationError):
        seen_next(looks)


@pytest.mark.parametrize("ahead", [False, True])
def test_the_last_picture_of_a_film_comes_before_its_end(
    beside: ThreadPoolExecutor, ahead: bool
) -> None:
    camera, model = Camera(), Model()
    looks = lookout(camera, model, beside if ahead else None)
    send(camera, 0, 1)
    camera.sent.put(None)

    seen = []
    for _ in range(3):
        looks.look_ahead()
        seen.append(looks.next())

    assert [one.frame.index if one.frame else None for one in seen] == [0, 1, None]
    assert [one.status is CameraStatus.ENDED for one in seen] == [False, False, True]


def test_who_is_not_watched_is_not_looked_for_and_who_is_from_the_next_picture_on(
    beside: ThreadPoolExecutor,
) -> None:
    camera, model = Camera(), Model()
    looks = lookout(camera, model, beside)
    looks.watching = False
    send(camera, 0)
    while (seen := looks.next()).frame is None:
        pass

    assert (seen.frame.index, seen.pose, model.looked_at) == (0, None, [])
    looks.watching = True
    send(camera, 1)
    assert seen_next(looks)[0] == 1


def test_the_pose_is_of_the_picture_as_it_was_turned(beside: ThreadPoolExecutor) -> None:
    turned = frame(0.0, 0, 240, 320)
    camera, model = Camera(), Model()
    looks = lookout(camera, model, beside, upright=lambda _: turned)
    send(camera, 0)

    while (seen := looks.next()).frame is None:
        pass

    assert seen.frame is turned
    assert seen.pose is not None
    assert (seen.pose.width, seen.pose.height) == (240, 320)
