"""A network camera on the loopback: serves pictures as MJPEG over HTTP, in real time.

    with MjpegServer.of_clip(path) as server:
        camera = open_camera(server.url)

The stream can be made to stall (connected, but no more pictures), to break off, and to come back
at the same address, as cameras in a home network do.
"""

import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from typing import Self

import cv2

from formcheck.video.frame import Frame, Image
from formcheck.video.recordings.recorded import RecordedVideo

_BOUNDARY = "picture"
_LATEST_CHECK_S = 0.02


class MjpegServer:
    """Serves a loop of JPEGs to any number of clients, each from the first picture on.

    images: height × width × 3, RGB.
    frame_s: how long each is shown: one number for all, or one for each.
    loop: begin again at the end; otherwise the connection is closed there.
    """

    def __init__(
        self, images: Sequence[Image], frame_s: float | Sequence[float] = 1 / 30, loop: bool = True
    ) -> None:
        self._jpegs = [_jpeg(image) for image in images]
        if isinstance(frame_s, int | float):
            frame_s = [frame_s] * len(self._jpegs)
        self._shown_s = list(frame_s)
        self._loop = loop
        self._port = 0
        self._flowing = Event()
        self._stopped = Event()
        self._server: ThreadingHTTPServer | None = None

    @classmethod
    def of_clip(cls, path: Path, loop: bool = True) -> Self:
        """Serve a recorded clip with its own timing."""
        with RecordedVideo(path) as clip:
            frames: list[Frame] = list(clip)
        shown_s = [after.time_s - before.time_s for before, after in pairwise(frames)]
        return cls([frame.image for frame in frames], [*shown_s, *(shown_s[-1:] or [0.1])], loop)

    @property
    def url(self) -> str:
        """The address; stays the same over `stop` and `start`."""
        return f"http://127.0.0.1:{self._port}/stream"

    def start(self) -> None:
        """Listen, at the port of the last time if there was one."""
        self._stopped.clear()
        self._flowing.set()
        self._server = _Server(("127.0.0.1", self._port), _handler(self))
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Break every connection off and listen no more."""
        self._stopped.set()
        self._flowing.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def stall(self) -> None:
        """Keep connections open but send nothing."""
        self._flowing.clear()

    def resume(self) -> None:
        """Go on sending after a stall."""
        self._flowing.set()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def parts(self) -> Iterator[bytes]:
        """The body of one response, part by part, each when it is due."""
        due_s = time.perf_counter()
        first = True
        while first or self._loop:
            first = False
            for jpeg, shown_s in zip(self._jpegs, self._shown_s, strict=True):
                while not self._flowing.wait(_LATEST_CHECK_S):
                    due_s = time.perf_counter()
                if self._stopped.wait(max(0.0, due_s - time.perf_counter())):
                    return
                due_s += shown_s
                yield _part(jpeg)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


def _handler(server: MjpegServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY}")
            self.end_headers()
            try:
                for part in server.parts():
                    self.wfile.write(part)
            except OSError:
                return  # the client has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def _part(jpeg: bytes) -> bytes:
    head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
    return head.encode() + jpeg + b"\r\n"


def _jpeg(image: Image) -> bytes:
    good, data = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR))
    if not good:
        raise ValueError(f"no JPEG of a picture of shape {image.shape}")
    return data.tobytes()
