"""A network camera on the loopback that stalls, breaks off and comes back."""

from collections.abc import Iterator
from itertools import islice
from time import monotonic, sleep

import pytest

from formcheck.video.errors import CameraUnavailableError
from formcheck.video.live import CameraStatus
from formcheck.video.open import open_camera
from formcheck.video.reconnecting import Patience
from formcheck.video.stream import Stream, is_address, without_password
from tests.mjpeg_server import MjpegServer
from tests.video.clips import BLUE, GREEN, GREY, RED, corners, picture, wait_until

QUICK = Patience(stall_s=0.2, retry_s=0.05)


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer([picture()] * 5, 0.02) as server:
        yield server


def test_frames_come_as_they_are_sent(server: MjpegServer) -> None:
    with open_camera(server.url) as camera:
        frames = list(islice(camera, 10))
        assert camera.info.name == server.url
    assert corners(frames[-1].image) == [RED, GREEN, BLUE, GREY]


def test_times_are_those_of_arrival(server: MjpegServer) -> None:
    """However busy the machine is, a frame that was sent after a pause came after that pause."""
    with Stream(server.url, Patience(stall_s=0.2, retry_s=0.05), read_patience_s=30) as camera:
        before = camera.newest()
        server.stall()
        wait_until(lambda: camera.status is CameraStatus.STALLED)
        last_before = camera.newest(0) or before
        began_s = monotonic()
        sleep(0.5)
        server.resume()
        after = camera.newest()
        paused_s = monotonic() - began_s
    assert last_before is not None
    assert after is not None
    assert 0.5 <= after.time_s - last_before.time_s < paused_s + 0.2 + 30


def test_a_stalled_stream_is_told_and_goes_on(server: MjpegServer) -> None:
    with Stream(server.url, QUICK) as camera:
        assert camera.newest() is not None
        server.stall()
        wait_until(lambda: camera.status is CameraStatus.STALLED)
        server.resume()
        wait_until(lambda: camera.status is CameraStatus.RUNNING)
        assert camera.newest() is not None


def test_a_stream_that_stalls_for_long_is_opened_again(server: MjpegServer) -> None:
    with Stream(server.url, QUICK, read_patience_s=0.3) as camera:
        server.stall()
        wait_until(lambda: camera.status is CameraStatus.LOST)
        server.resume()
        wait_until(lambda: camera.status is CameraStatus.RUNNING)


def test_a_stream_that_stops_and_comes_back_goes_on(server: MjpegServer) -> None:
    with Stream(server.url, QUICK) as camera:
        before = camera.newest()
        server.stop()
        wait_until(lambda: camera.status is CameraStatus.LOST)
        while camera.newest(0) is not None:
            pass
        server.start()
        after = camera.newest()
    assert before is not None
    assert after is not None
    assert after.index > before.index
    assert after.time_s > before.time_s


def test_an_address_where_nobody_answers(server: MjpegServer) -> None:
    address = server.url
    server.stop()
    with pytest.raises(CameraUnavailableError, match=r"can't be opened .* Check that"):
        open_camera(address)


def test_a_password_is_never_repeated() -> None:
    with pytest.raises(CameraUnavailableError) as caught:
        open_camera("http://anna:secret@127.0.0.1:1/video")
    assert "http://127.0.0.1:1/video" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "anna" not in str(caught.value)
    assert without_password("rtsp://u:p@cam.local:554/a?b=1") == "rtsp://cam.local:554/a?b=1"


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(CameraUnavailableError, match="http://, https:// or rtsp://"):
        open_camera("ftp://camera.local/video")


@pytest.mark.parametrize("name", ["C:\\clips\\a.mp4", "clip.mp4", "/clips/a://b"])
def test_a_file_is_no_address(name: str) -> None:
    assert not is_address(name)
