"""A recording that is slower than the camera never holds the camera up."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from formcheck.pose.pose import Pose
from formcheck.results.files.background_writer import DEFAULTS, BackgroundWriter
from formcheck.results.moment import Moment
from formcheck.video.frame import Frame
from formcheck.video.video_errors import VideoWriteError
from tests.feedback.builders import exercise, state


def moment(number: int) -> Moment:
    time_s = number / 10
    frame = Frame(np.zeros((2, 2, 3), np.uint8), time_s, number)
    return Moment(number, frame, Pose.missing(time_s, 2, 2), state(time_s), exercise())


class Stuck:
    """Takes nothing until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()
        self.kept: list[Moment] = []

    def keep(self, moment: Moment) -> None:
        self.begun.set()
        self.let_go.wait()
        self.kept.append(moment)


def test_everything_is_kept_in_order_where_there_is_time() -> None:
    kept: list[Moment] = []
    recording = BackgroundWriter(kept.append)

    given = [moment(number) for number in range(DEFAULTS.pictures_waiting)]
    for each in given:
        recording.update(each)
    recording.close()

    assert kept == given
    assert (recording.pictures_left_out, recording.moments_left_out) == (0, 0)


def test_a_writer_that_stands_still_blocks_nobody_and_loses_pictures_alone() -> None:
    """`update` returns although nothing is taken: were it to wait, this test would never end."""
    stuck = Stuck()
    recording = BackgroundWriter(stuck.keep)
    recording.update(moment(0))
    stuck.begun.wait()

    for number in range(1, 101):
        recording.update(moment(number))
    stuck.let_go.set()
    recording.close()

    assert [each.index for each in stuck.kept] == list(range(101))
    pictured = [each.index for each in stuck.kept if each.frame is not None]
    assert pictured == list(range(DEFAULTS.pictures_waiting + 1))
    assert recording.pictures_left_out == 100 - DEFAULTS.pictures_waiting


def test_memory_is_bounded_however_long_it_stands_still() -> None:
    stuck = Stuck()
    recording = BackgroundWriter(stuck.keep)
    recording.update(moment(0))
    stuck.begun.wait()

    for number in range(1, DEFAULTS.moments_waiting + 51):
        recording.update(moment(number))
    stuck.let_go.set()
    recording.close()

    assert len(stuck.kept) == DEFAULTS.moments_waiting + 1
    assert recording.moments_left_out == 50


@pytest.mark.parametrize("error", [OSError("disk full"), VideoWriteError("disk full")])
def test_what_goes_wrong_is_told_to_the_next_caller(error: Exception) -> None:

    def fail(_: Moment) -> None:
        raise error

    recording = BackgroundWriter(fail)
    recording.update(moment(0))

    with pytest.raises(type(error), match="disk full"):
        recording.close()
    with pytest.raises(type(error), match="disk full"):
        recording.update(moment(1))


def test_discarding_leaves_what_waits() -> None:
    stuck = Stuck()
    recording = BackgroundWriter(stuck.keep)
    for number in range(50):
        recording.update(moment(number))
    stuck.begun.wait()

    stuck.let_go.set()
    recording.discard()

    assert len(stuck.kept) <= 50


def test_the_video_gets_every_other_picture_of_a_fast_camera_and_all_of_a_slow_one() -> None:
    def pictured(rate: float) -> list[int]:
        kept: list[Moment] = []
        recording = BackgroundWriter(kept.append)
        for number in range(DEFAULTS.pictures_waiting * 2):
            found = moment(number)
            assert found.frame is not None
            frame = replace(found.frame, time_s=number / rate)
            recording.update(replace(found, frame=frame))
        recording.close()
        assert len(kept) == DEFAULTS.pictures_waiting * 2
        return [each.index for each in kept if each.frame is not None]

    assert pictured(30) == list(range(0, DEFAULTS.pictures_waiting * 2, 2))
    assert set(range(DEFAULTS.pictures_waiting)) <= set(pictured(15))
