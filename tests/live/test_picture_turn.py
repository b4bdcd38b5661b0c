"""A camera that lies on its side or hangs upside down is noticed, and its pictures are turned."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.live.monitor.picture_turn import DEFAULTS, PictureTurn
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from tests.live.doubles import STEP_S, Voice, Window, coach
from tests.pose.test_needed_turn import PUSH_UP, some, turned

MOMENTS = some(PUSH_UP, 12)
SECONDS = 12


def seen(degrees: int, time_s: float) -> tuple[Frame, Pose]:
    """A moment as a camera shows it that lies so far from upright."""
    pose = turned(MOMENTS[int(time_s) % len(MOMENTS)], degrees)
    image = np.full((pose.height, pose.width, 3), 120, np.uint8)
    return Frame(image, time_s, round(time_s / STEP_S)), replace(pose, time_s=time_s)


def watch(degrees: int, seconds: int = SECONDS) -> PictureTurn:
    turn = PictureTurn()
    for second in range(seconds):
        turn.update(*seen(degrees, float(second)))
    return turn


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_pictures_are_turned_upright(degrees: int) -> None:
    turn = watch(degrees)
    frame, _ = seen(degrees, 20.0)
    upright = turn.upright(frame)
    assert turn.degrees == (360 - degrees) % 360
    assert (upright.width, upright.height) == (MOMENTS[0].width, MOMENTS[0].height)
    assert upright.take == (1 if degrees else 0)


def test_a_moment_is_not_enough() -> None:
    assert watch(90, DEFAULTS.looks - 1).degrees == 0


class Lying(Closeable):
    """A model that finds somebody in a camera's pictures that lie on their side."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int]] = []

    def estimate(self, frame: Frame) -> Pose:
        self.sizes.append((frame.width, frame.height))
        _, pose = seen(0 if frame.take else 90, frame.time_s)
        return pose

    def close(self) -> None: ...


def test_a_session_turns_them_and_says_so() -> None:
    voice, window, model = Voice(), Window(), Lying()

    coach(lying_frames(), window, voice=voice, estimator=model)

    wide, high = MOMENTS[0].width, MOMENTS[0].height
    assert model.sizes[0] == (high, wide)
    assert model.sizes[-1] == (wide, high)
    assert any(text.startswith("The camera lies on its side.") for text in voice.said)


def lying_frames() -> Iterator[Frame]:
    for number in range(round(SECONDS / STEP_S)):
        yield seen(90, number * STEP_S)[0]
