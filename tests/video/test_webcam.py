"""A webcam that stalls, is unplugged and comes back, played by a fake capture."""

from collections.abc import Iterator
from itertools import pairwise

import cv2
import pytest

from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.cameras.reconnecting import ReconnectionSettings
from formcheck.video.cameras.webcam import Webcam
from formcheck.video.video_errors import CameraUnavailableError
from tests.patience import wait_until
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture
from tests.video.fake_capture import FakeWebcam

QUICK = ReconnectionSettings(stall_s=0.2, retry_s=0.01)


@pytest.fixture
def webcam() -> Iterator[FakeWebcam]:
    webcam = FakeWebcam()
    yield webcam
    webcam.flowing.set()


def test_it_asks_for_compressed_720p_at_30(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        asked = dict(webcam.settings)
        assert camera.info.frames_per_second == 30
    assert asked[cv2.CAP_PROP_FRAME_WIDTH] == 1280
    assert asked[cv2.CAP_PROP_FRAME_HEIGHT] == 720
    assert asked[cv2.CAP_PROP_FPS] == 30
    assert webcam.settings[0] == (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))


def test_it_tells_what_the_camera_gives_and_not_what_was_asked(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        assert (camera.info.width, camera.info.height) == (64, 48)


def test_a_slow_consumer_gets_the_newest_frame(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        first = camera.newest()
        webcam.image = picture()[:, ::-1].copy()
        wait_until(lambda: (frame := camera.newest()) is not None and frame.index > 20)
        newest = camera.newest()
    assert first is not None
    assert newest is not None
    assert newest.index > first.index
    assert corners(newest.image) == [GREEN, RED, GREY, BLUE]


def test_a_stall_is_told_while_the_event_loop_goes_on(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        assert camera.newest() is not None
        webcam.flowing.clear()
        wait_until(lambda: camera.status is CameraStatus.STALLED)
        while camera.newest(0) is not None:
            pass
        assert camera.newest(0.01) is None
        assert camera.silent_s > QUICK.stall_s
        webcam.flowing.set()
        wait_until(lambda: camera.newest(0.1) is not None)
        assert camera.status is CameraStatus.RUNNING
    assert webcam.opened == 1


def test_an_unplugged_camera_is_told_and_opened_again_when_it_is_back(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        before = camera.newest()
        webcam.plugged = False
        wait_until(lambda: camera.status is CameraStatus.LOST)
        tries = webcam.opened
        wait_until(lambda: webcam.opened > tries + 1)
        assert webcam.held == 0, "the lost camera must be let go, or it can't be opened again"
        while camera.newest(0) is not None:
            pass
        webcam.plugged = True
        after = camera.newest()
        assert camera.status is CameraStatus.RUNNING
    assert before is not None
    assert after is not None
    assert after.time_s > before.time_s + 0.5, "the time of the interruption is kept"
    assert corners(after.image) == [RED, GREEN, BLUE, GREY]


def test_frames_keep_their_size_when_it_comes_back_with_another(webcam: FakeWebcam) -> None:
    with Webcam(0, QUICK, webcam.open) as camera:
        webcam.image = picture(128, 48)
        wait_until(lambda: (frame := camera.newest()) is not None and not frame.image[:6].any())
        frame = camera.newest()
    assert frame is not None
    assert frame.image.shape == (48, 64, 3)
    assert corners(frame.image[12:36]) == [RED, GREEN, BLUE, GREY]


def test_closing_frees_the_camera(webcam: FakeWebcam) -> None:
    camera = Webcam(0, QUICK, webcam.open)
    assert webcam.held == 1
    camera.close()
    assert webcam.held == 0
    assert camera.status is CameraStatus.ENDED


def test_closing_while_it_is_lost_does_not_wait_for_it(webcam: FakeWebcam) -> None:
    with Webcam(0, ReconnectionSettings(stall_s=0.2, retry_s=1000), webcam.open) as camera:
        webcam.plugged = False
        wait_until(lambda: camera.status is CameraStatus.LOST)
    assert camera.status is CameraStatus.ENDED


def test_a_camera_that_cannot_be_opened(webcam: FakeWebcam) -> None:
    webcam.plugged = False
    with pytest.raises(CameraUnavailableError, match=r"^Camera 0 can't be opened\. .+\.$"):
        Webcam(0, QUICK, webcam.open)


def test_a_camera_that_opens_but_shows_nothing_is_let_go(webcam: FakeWebcam) -> None:
    webcam.dark = True
    with pytest.raises(CameraUnavailableError, match=r"^Camera 0 opens but gives no picture\. "):
        Webcam(0, QUICK, webcam.open)
    assert webcam.held == 0


def test_opencv_keeps_silent_about_a_camera_that_is_not_there(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(CameraUnavailableError, match="Camera 98 can't be opened"):
        Webcam(98)
    assert capfd.readouterr() == ("", "")


def test_pictures_between_two_looks_are_not_even_unpacked(webcam: FakeWebcam) -> None:
    """That is where the work lies; who looks once a second must not pay for thirty."""
    webcam.interval_s = 0.002
    with Webcam(0, QUICK, webcam.open, interval_s=0.2) as camera:
        frames = [camera.newest() for _ in range(3)]
    times_s = [frame.time_s for frame in frames if frame is not None]
    assert len(times_s) == 3
    assert all(later - sooner >= 0.19 for sooner, later in pairwise(times_s))
    assert webcam.grabbed > 3 * webcam.retrieved
