"""Cameras of this computer, by number."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from formcheck.texts.message import Message, message
from formcheck.video.cameras.reconnecting import DEFAULTS, ReconnectingSource, ReconnectionSettings
from formcheck.video.frame import Image
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.video_errors import CameraUnavailableError

OpenCapture = Callable[[int], cv2.VideoCapture]

# DirectShow, as Media Foundation, the default, may take a minute to open (OpenCV #17687).
_BACK_ENDS = {
    "win32": cv2.CAP_DSHOW,
    "darwin": cv2.CAP_AVFOUNDATION,
    "linux": cv2.CAP_V4L2,
}

_REMEDIES = {"win32": "windows", "darwin": "mac"}


@dataclass(frozen=True)
class WebcamSettings:
    """What a webcam is asked for, and how long it may fail.

    width, height, rate: pixels and frames a second: what most webcams do well, and more than the
        pose model makes use of.
    warm_up_s: a camera that has just been switched on may fail for a moment before the first
        picture (engineering).
    gone_after_s: a single failed read happens on a busy USB bus; an unplugged camera goes on
        failing (engineering).
    between_failures_s: half a frame (engineering).
    """

    width: int = 1280
    height: int = 720
    rate: int = 30
    warm_up_s: float = 3.0
    gone_after_s: float = 1.0
    between_failures_s: float = 0.02


class Webcam(ReconnectingSource):
    """A webcam; opened when constructed, and opened again whenever it is lost.

    It is asked for 1280 × 720 at 30 frames a second, compressed by the camera, as most can't send
    that much uncompressed over USB 2; `info` says what it gives.

    Raises CameraUnavailableError, with the remedy, where it can't be opened or gives no picture.

    number: 0 for the first camera.
    open_capture: opens an OpenCV capture by number; for tests.
    interval_s: least seconds between two frames.
    """

    def __init__(
        self,
        number: int = 0,
        reconnection: ReconnectionSettings = DEFAULTS,
        open_capture: OpenCapture | None = None,
        interval_s: float = 0.0,
        settings: WebcamSettings = WebcamSettings(),
    ) -> None:
        opener = open_capture or _open_capture

        def connect() -> WebcamConnection:
            return WebcamConnection(number, opener, settings)

        # Here and not in the thread, as macOS asks for permission on the main thread alone.
        device = connect()
        info = SourceInfo(
            kind=SourceKind.CAMERA,
            name=f"camera {number}",
            width=device.width,
            height=device.height,
            duration_s=None,
            frame_count=None,
            rotation=0,
            frames_per_second=device.rate,
        )
        super().__init__(info, device, connect, reconnection, interval_s=interval_s)


class WebcamConnection:
    """An open OpenCV capture that has given its first picture.

    width, height: pixels of that picture.
    rate: frames a second as the driver states them, None where it doesn't.
    """

    def __init__(self, number: int, open_capture: OpenCapture, settings: WebcamSettings) -> None:
        self._settings = settings
        self._capture = open_capture(number)
        if not self._capture.isOpened():
            self._capture.release()
            raise CameraUnavailableError(
                message("error.camera.not_opened", number=number, remedy=_remedy(number))
            )
        _ask_for_size(self._capture, settings)
        first = self.retrieve() if self._grab_within(settings.warm_up_s) else None
        if first is None:
            self._capture.release()
            raise CameraUnavailableError(
                message("error.camera.no_picture", number=number, remedy=_remedy(number))
            )
        self.height, self.width = first.shape[:2]
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self.rate = rate if 1 <= rate <= 1000 else None

    def grab(self) -> bool:
        """Wait for the next picture; False when the camera is gone."""
        return self._grab_within(self._settings.gone_after_s)

    def retrieve(self) -> Image | None:
        """The picture just grabbed, RGB; None when the driver gave a damaged one."""
        try:
            good, image = self._capture.retrieve()
        except cv2.error:
            return None
        if not good or image is None or image.size == 0:
            return None
        code = cv2.COLOR_GRAY2RGB if image.ndim == 2 else cv2.COLOR_BGR2RGB
        return np.asarray(cv2.cvtColor(image, code), np.uint8)

    def close(self) -> None:
        """Free the device."""
        self._capture.release()

    def _grab_within(self, patience_s: float) -> bool:
        """Grab the next picture, trying again after failures for so many seconds."""
        give_up_s = time.monotonic() + patience_s
        while True:
            try:
                if self._capture.grab():
                    return True
            except cv2.error:
                return False
            if time.monotonic() >= give_up_s:
                return False
            time.sleep(self._settings.between_failures_s)


def _open_capture(number: int) -> cv2.VideoCapture:
    # OpenCV writes about every camera that isn't there; the error says all there is to say.
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2.VideoCapture(number, _BACK_ENDS.get(sys.platform, cv2.CAP_ANY))


def _ask_for_size(capture: cv2.VideoCapture, settings: WebcamSettings) -> None:
    """Ask for what most webcams do well; each setting may be refused, which is no matter."""
    # The compression first: drivers offer sizes and rates for the one that is set.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, settings.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, settings.height)
    capture.set(cv2.CAP_PROP_FPS, settings.rate)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)


def _remedy(number: int) -> Message:
    if sys.platform == "linux":
        return _remedy_on_linux(number)
    return message(f"error.camera.remedy.{_REMEDIES.get(sys.platform, 'plain')}")


def _remedy_on_linux(number: int) -> Message:
    """What the device files tell: no camera, another number, no permission, or in use."""
    device = Path(f"/dev/video{number}")
    if device.exists():
        if not os.access(device, os.R_OK | os.W_OK):
            return message("error.camera.remedy.forbidden")
        return message("error.camera.remedy.in_use")
    others = sorted(int(path.name[5:]) for path in Path("/dev").glob("video[0-9]*"))
    if others:
        return message("error.camera.remedy.other", number=others[0])
    return message("error.camera.remedy.none")
