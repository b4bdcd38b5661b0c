"""Films as a camera that moves would have taken them, cut out of larger pictures.

Nothing is warped with a border: what comes in at an edge is what the larger picture shows there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from formcheck.video.frame import Frame, Image


@dataclass(frozen=True)
class Aim:
    """Where a camera looks within a larger picture.

    right, down: shares of the larger picture's width and height by which it looks away from the
    middle. roll: degrees clockwise by which it is turned. zoom: times larger than `CUT` shows it.
    """

    right: float = 0.0
    down: float = 0.0
    roll: float = 0.0
    zoom: float = 1.0


Path = Callable[[float], Aim]
"""The camera's aim at every second."""

CUT = 0.86
"""Of the larger picture's width and height that a camera sees at zoom 1."""


def seen(image: Image, aim: Aim, size: tuple[int, int] | None = None) -> Image:
    """What the camera sees; size: width and height of its picture, else those of its cut."""
    height, width = image.shape[:2]
    size = size or (round(width * CUT), round(height * CUT))
    scale = aim.zoom * size[0] / (width * CUT)
    middle = (width * (0.5 + aim.right), height * (0.5 + aim.down))
    # A camera that is turned clockwise shows things turned the other way.
    matrix = cv2.getRotationMatrix2D(middle, aim.roll, scale)
    matrix[:, 2] += np.array(size) / 2 - middle
    return np.asarray(cv2.warpAffine(image, matrix, size, flags=cv2.INTER_AREA), np.uint8)


def filmed(frames: Iterable[Frame], path: Path) -> Iterator[Frame]:
    """The frames as the camera on its path sees them."""
    for frame in frames:
        yield replace(frame, image=seen(frame.image, path(frame.time_s)))


def sway(share: float, hertz: float) -> Path:
    """A hand, up to so much of the height to each side."""

    def at(time_s: float) -> Aim:
        turn = 2 * np.pi * hertz * time_s
        return Aim(0.75 * share * np.sin(0.83 * turn + 1.0), share * np.sin(turn))

    return at


def tremor(share: float) -> Path:
    """A hand that shakes about five times a second."""
    return sway(share, 5.0)


def zoom(times: float, from_s: float, to_s: float) -> Path:
    """Zooms by so much between two moments."""
    return lambda time_s: Aim(zoom=times ** float(np.interp(time_s, [from_s, to_s], [0, 1])))


def pan(right: float, from_s: float, to_s: float) -> Path:
    """Looks by so much of the width to the right, slowly."""
    return lambda time_s: Aim(
        right=float(np.interp(time_s, [from_s, to_s], [-right / 2, right / 2]))
    )


def nudge(aim: Aim, at_s: float) -> Path:
    """Looks elsewhere all at once."""
    return lambda time_s: aim if time_s >= at_s else Aim()


def roll(degrees: float, from_s: float, to_s: float) -> Path:
    """Turns by so many degrees clockwise."""
    return lambda time_s: Aim(roll=float(np.interp(time_s, [from_s, to_s], [0, degrees])))


def still(_: float) -> Aim:
    """A camera on a stand."""
    return Aim()
