"""A webcam without the webcam: what OpenCV's capture does, under the test's control."""

import time
from threading import Event
from typing import Any

import numpy as np

from formcheck.video.frame import Image
from tests.video.clips import picture


class FakeWebcam:
    """A device that can be plugged in, unplugged and stalled; hands out captures by number.

    opened: how often a capture of it was asked for. grabbed, retrieved: pictures, by step.
    """

    def __init__(self, image: Image | None = None, interval_s: float = 0.005) -> None:
        self.image = picture() if image is None else image
        self.interval_s = interval_s
        self.plugged = True
        self.dark = False
        self.flowing = Event()
        self.flowing.set()
        self.opened = 0
        self.grabbed = self.retrieved = 0
        self.held = 0
        self.settings: list[tuple[int, float]] = []

    def open(self, number: int) -> Any:
        assert number == 0
        self.opened += 1
        return FakeCapture(self)


class FakeCapture:
    """The part of cv2.VideoCapture that a camera uses; gives BGR, as OpenCV does."""

    def __init__(self, webcam: FakeWebcam) -> None:
        self._webcam = webcam
        self._opened = webcam.plugged
        webcam.held += self._opened

    def isOpened(self) -> bool:  # noqa: N802, OpenCV's name
        return self._opened

    def grab(self) -> bool:
        self._webcam.flowing.wait()
        time.sleep(self._webcam.interval_s)
        self._opened = self._opened and self._webcam.plugged
        self._webcam.grabbed += 1
        return self._opened and not self._webcam.dark

    def retrieve(self) -> tuple[bool, Image | None]:
        self._webcam.retrieved += 1
        return True, np.ascontiguousarray(self._webcam.image[..., ::-1])

    def set(self, setting: int, value: float) -> bool:
        self._webcam.settings.append((setting, value))
        return False

    def get(self, setting: int) -> float:
        return dict(self._webcam.settings).get(setting, 0.0)

    def release(self) -> None:
        self._webcam.held = 0
        self._opened = False
