"""Photographs of people exercising, where they are at hand; they are no part of the project."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from formcheck.video.frame import Frame, Image

FOLDER = Path(__file__).parents[3] / "shared" / "real"

needs_photographs = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the photographs in ../shared/real are not here"
)


def photographs() -> list[Path]:
    """All of them, in order; none where they are not at hand."""
    return sorted(path for path in FOLDER.glob("*/*") if path.suffix in (".jpg", ".png"))


def photograph(name: str) -> Image:
    """The picture whose file name holds a word."""
    return read_picture(next(path for path in photographs() if name in path.name))


def read_picture(path: Path) -> Image:
    picture = cv2.imread(str(path))
    assert picture is not None
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)


def still(image: Image, time_s: float = 0.0) -> Frame:
    return Frame(image, time_s, 0)


def in_a_wide_room(image: Image, body_length: float, share: float) -> tuple[Image, float, int]:
    """A picture shrunk into the lower left of a 1280 × 720 frame, so that the body takes a share
    of the frame's width; with the factor, and the row at which the picture begins.
    """
    factor = share * 1280 / body_length
    small = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    top, right = 720 - small.shape[0], 1280 - small.shape[1]
    room = cv2.copyMakeBorder(small, top, 0, 0, right, cv2.BORDER_REPLICATE)
    return np.asarray(room, np.uint8), factor, top
