"""Sample clips with somebody else in them: cut out of another clip, and laid over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from formcheck.pose.landmarks import INDEX
from formcheck.video.frame import Frame, Image
from formcheck.video.recordings.recorded import RecordedVideo

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
WALKS_AWAY = range(248, 262)
"""Frames of `hard-walk-in-and-out` in which the walker is whole, from the side."""
ROOM_BEFORE, ROOM_AFTER = np.array([14, 30]), np.array([14, 14])
"""Pixels left and above, right and below the true joints, for flesh and clothes."""


@dataclass(frozen=True)
class Figure:
    """Somebody cut out: their pixels and which of them are theirs."""

    image: Image
    mask: np.ndarray

    def scaled(self, times: float, *, mirrored: bool = False) -> "Figure":
        both = (self.image, self.mask.astype(np.uint8))
        image, mask = (cv2.resize(one, None, fx=times, fy=times) for one in both)
        step = -1 if mirrored else 1
        return Figure(np.asarray(image[:, ::step], np.uint8), mask[:, ::step] > 0)


Onlooker = Callable[[Image, float], None]
"""Draws somebody into a picture, at a time in seconds."""


@cache
def walker() -> tuple[Figure, ...]:
    """Somebody who walks, step by step."""
    path = CLIPS / "hard-walk-in-and-out.mp4"
    with RecordedVideo(path) as clip:
        images = [frame.image for frame in clip]
    pixels = np.load(path.with_suffix(".truth.npz"))["joints_px"]
    figures = []
    for number in WALKS_AWAY:
        left, top = (pixels[number].min(axis=0) - ROOM_BEFORE).astype(int)
        right, bottom = (pixels[number].max(axis=0) + ROOM_AFTER).astype(int)
        part = np.s_[max(0, top) : bottom, max(0, left) : right]
        changed = cv2.absdiff(images[number][part], images[0][part]).max(axis=2) > 24
        figures.append(Figure(images[number][part], changed))
    return tuple(figures)


def step(time_s: float) -> Figure:
    """The walker at a time, to and fro through the steps."""
    figures = walker()
    number = int(time_s * 15) % (2 * len(figures) - 2)
    return figures[min(number, 2 * len(figures) - 2 - number)]


def lay(image: Image, figure: Figure, middle: float, bottom: float) -> None:
    """Lay a figure over a picture; beyond its border nothing is drawn."""
    rows, columns = figure.mask.shape
    left, top = round(middle - columns / 2), round(bottom - rows)
    height, width = image.shape[:2]
    low, high = max(0, left), min(width, left + columns)
    first, last = max(0, top), min(height, top + rows)
    if low >= high or first >= last:
        return
    inner = np.s_[first - top : last - top, low - left : high - left]
    place = image[first:last, low:high]
    place[figure.mask[inner]] = figure.image[inner][figure.mask[inner]]


def filmed(name: str, seconds: tuple[float, float], onlooker: Onlooker) -> Iterator[Frame]:
    """A part of a sample clip with somebody else in it."""
    with RecordedVideo(CLIPS / f"{name}.mp4") as clip:
        for frame in clip:
            if frame.time_s >= seconds[1]:
                return
            if frame.time_s >= seconds[0]:
                image = frame.image.copy()
                onlooker(image, frame.time_s)
                yield Frame(image, frame.time_s, frame.index)


@dataclass(frozen=True, eq=False)
class TrueJoints:
    """Where joints truly are in a clip's pictures: by frame, T × 8 × 2, in the order of `rows`."""

    pixels: np.ndarray
    rows: list[int]

    @classmethod
    def of(cls, name: str) -> "TrueJoints":
        truth = np.load(CLIPS / f"{name}.truth.npz")
        names = [str(one) for one in truth["joint_names"]]
        joints = [
            f"{side}_{joint}"
            for side in ("left", "right")
            for joint in ("shoulder", "hip", "knee", "ankle")
        ]
        places = [names.index("_".join(reversed(one.split("_")))) for one in joints]
        pixels = truth["joints_px"][:, places]
        return cls(pixels, [INDEX[one] for one in joints])
