"""A network camera on the loopback that stalls, breaks off and comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice, pairwise
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads
from time import monotonic, sleep

import pytest

from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.cameras.network_camera import (
    KeyPictureConnection,
    NetworkCamera,
    NetworkCameraSettings,
    NewestPictureConnection,
    is_address,
    without_password,
)
from formcheck.video.cameras.reconnecting import ReconnectionSettings
from formcheck.video.open import open_camera
from formcheck.video.video_errors import CameraUnavailableError
from tests.mjpeg_server import MjpegServer
from tests.patience import wait_until
from tests.video.clips import (
    BLUE,
    GREEN,
    GREY,
    RED,
    corners,
    number_of,
    numbered,
    picture,
    write_clip,
)

QUICK = ReconnectionSettings(stall_s=0.2, retry_s=0.05)


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
    with NetworkCamera(
        server.url,
        ReconnectionSettings(stall_s=0.2, retry_s=0.05),
        settings=NetworkCameraSettings(read_s=30),
    ) as camera:
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
    with NetworkCamera(server.url, QUICK) as camera:
        assert camera.newest() is not None
        server.stall()
        wait_until(lambda: camera.status is CameraStatus.STALLED)
        server.resume()
        wait_until(lambda: camera.status is CameraStatus.RUNNING)
        assert camera.newest() is not None


def test_a_stream_that_stalls_for_long_is_opened_again(server: MjpegServer) -> None:
    with NetworkCamera(server.url, QUICK, settings=NetworkCameraSettings(read_s=0.3)) as camera:
        server.stall()
        wait_until(lambda: camera.status is CameraStatus.LOST)
        server.resume()
        wait_until(lambda: camera.status is CameraStatus.RUNNING)


def test_a_stream_that_stops_and_comes_back_goes_on(server: MjpegServer) -> None:
    with NetworkCamera(server.url, QUICK) as camera:
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


def test_an_address_that_answers_but_sends_no_picture(server: MjpegServer) -> None:
    server.stall()
    with pytest.raises(CameraUnavailableError, match="sends nothing"):
        NetworkCamera(server.url, settings=NetworkCameraSettings(open_s=0.5))


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


def test_looking_now_and_then_gives_frames_that_far_apart() -> None:
    with MjpegServer([picture()] * 5, 0.01) as server, open_camera(server.url, 0.2) as camera:
        frames = list(islice(camera, 3))
        assert camera.status is CameraStatus.RUNNING
    assert corners(frames[-1].image) == [RED, GREEN, BLUE, GREY]
    times_s = [frame.time_s for frame in frames]
    assert all(later - sooner >= 0.19 for sooner, later in pairwise(times_s))


def test_a_stream_looked_at_now_and_then_stops_and_comes_back(server: MjpegServer) -> None:
    with NetworkCamera(server.url, QUICK, interval_s=0.05) as camera:
        assert camera.newest() is not None
        server.stop()
        wait_until(lambda: camera.status is CameraStatus.LOST)
        server.start()
        wait_until(lambda: camera.status is CameraStatus.RUNNING)
        assert camera.newest(10) is not None


def test_only_key_pictures_of_a_compressed_stream_are_taken(tmp_path: Path) -> None:
    """The others can't be had without all that came before them."""
    images = [numbered(i % 20) for i in range(200)]
    keys = {"g": "5", "keyint_min": "5", "sc_threshold": "0"}
    clip = write_clip(tmp_path / "clip.ts", images, options=keys)
    with _served(clip) as address:
        connection = KeyPictureConnection(address, settings=NetworkCameraSettings(read_s=5))
        shown = numbers_shown(connection)
        connection.close()
    assert shown
    assert set(shown) <= {0, 5, 10, 15}


def test_what_came_while_a_picture_was_decoded_is_left_out() -> None:
    """Who decodes more slowly than pictures come sees the newest, and not one after the other."""
    images = [*(numbered(i % 19) for i in range(100)), numbered(19)]
    with MjpegServer(images, 0.01, loop=False) as server:
        connection = NewestPictureConnection(server.url, NetworkCameraSettings())
        wait_until(lambda: "packets" not in {one.name for one in enumerate_threads()})
        shown = numbers_shown(connection)
        connection.close()
    assert shown == [19]


def test_pictures_that_need_those_before_are_taken_one_after_the_other(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.ts", [numbered(i % 20) for i in range(60)])
    with _served(clip) as address:
        connection = NewestPictureConnection(address, NetworkCameraSettings())
        shown = numbers_shown(connection)
        connection.close()
    # What was looked at to see what kind of stream it is isn't kept.
    assert len(shown) >= 10
    assert all((later - sooner) % 20 == 1 for sooner, later in pairwise(shown))


def numbers_shown(connection: KeyPictureConnection | NewestPictureConnection) -> list[int]:
    """Of all pictures that still come."""
    shown = []
    while connection.grab():
        image = connection.retrieve()
        assert image is not None
        shown.append(number_of(image))
    return shown


@contextmanager
def _served(path: Path) -> Iterator[str]:
    """A file at an address, sent as fast as it goes."""
    handler = partial(_Quiet, directory=str(path.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{path.name}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
