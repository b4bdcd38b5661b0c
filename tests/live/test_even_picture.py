"""A covered lens is told from a bare wall by what was round the last person."""

from dataclasses import replace

import numpy as np
import pytest

from formcheck.live.monitor.even_picture import Even, EvenPicture
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from tests.feedback.builders import frame, pose
from tests.video.test_plain_picture import lit_finger

WALL = (200, 196, 188)


def wall(brighter: float = 1.0) -> Image:
    """With a soft shine from a window at the left."""
    shine = np.linspace(1.0, 0.85, 320)[None, :, None] * np.array(WALL) * brighter
    return np.asarray(np.clip(np.broadcast_to(shine, (240, 320, 3)), 0, 255), np.uint8)


def seen(image: Image, who: Pose | None, picture: EvenPicture) -> Even | None:
    height, width = image.shape[:2]
    shown: Frame = replace(frame(0.0), image=image)
    return picture.update(shown, who or Pose.missing(0.0, width, height))


def with_somebody(image: Image) -> Image:
    image = image.copy()
    image[60:200, 140:180] = 40
    return image


@pytest.fixture
def picture() -> EvenPicture:
    """Somebody has been seen before the wall."""
    found = EvenPicture()
    assert seen(with_somebody(wall()), pose(), found) is None
    return found


@pytest.mark.parametrize("brighter", [0.8, 1.0, 1.2])
def test_a_wall_is_a_wall_once_somebody_has_left_it(picture: EvenPicture, brighter: float) -> None:
    assert seen(wall(brighter), None, picture) is Even.WALL


@pytest.mark.parametrize("cover", [lit_finger(), np.full((240, 320, 3), (90, 40, 30), np.uint8)])
def test_a_finger_is_none(picture: EvenPicture, cover: Image) -> None:
    assert seen(cover, None, picture) is Even.COVER


def test_before_anybody_was_there_they_can_not_be_told_apart() -> None:
    for image in (wall(), lit_finger()):
        assert seen(image, None, EvenPicture()) is Even.UNCLEAR


def test_a_room_is_neither(picture: EvenPicture) -> None:
    assert seen(with_somebody(wall()), None, picture) is None
