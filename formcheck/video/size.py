"""Picture sizes: square pixels, a longest side, and one size for the whole of a source."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.video.frame import Image
from formcheck.video.video_errors import PictureTooLargeError


@dataclass(frozen=True)
class SizeSettings:
    """What is no sensible picture.

    most_pixels: 16,384 × 16,384: beyond any camera, below what would exhaust a laptop's memory.
    most_moving_pixels: 8192 × 8192, twice 8K: of a video, several pictures are held at a time.
    most_stretch: a pixel more than so many times as long as wide is a broken header and not a
        format.
    most_bytes: of a still picture's file: every pixel that there may be, with four colours and
        nothing packed. A picture is read as a whole before it is decoded.
    """

    most_pixels: int = 1 << 28
    most_moving_pixels: int = 1 << 26
    most_stretch: float = 4
    most_bytes: int = 1 << 30


DEFAULTS = SizeSettings()


def check_pixels(name: str, width: int, height: int, settings: SizeSettings = DEFAULTS) -> None:
    """Raise PictureTooLargeError where a picture would need too much memory to decode."""
    if width * height > settings.most_pixels:
        raise too_large(name, f"{width} × {height}")


def check_bytes(path: Path, settings: SizeSettings = DEFAULTS) -> None:
    """Raise PictureTooLargeError where a picture's file is larger than any; OSError where it has
    gone.
    """
    if path.stat().st_size > settings.most_bytes:
        raise too_large(shown(path))


def too_large(name: str, size: str = "") -> PictureTooLargeError:
    """The error for a picture that would need too much memory. size: as far as it is known."""
    return PictureTooLargeError(
        message("error.video.too_large", name=name, size=size)
        if size
        else message("error.video.too_large_unknown", name=name)
    )


def shown_size(
    width: int,
    height: int,
    pixel_aspect: Fraction | None,
    longest_side: int | None,
    settings: SizeSettings = DEFAULTS,
) -> tuple[int, int]:
    """Width and height with square pixels, scaled down to a longest side where one is given.

    Angles are measured in pixels, so a picture stored with pixels that aren't square (DV tapes,
    some camcorders) would give wrong ones.

    pixel_aspect: width of a stored pixel over its height; None or 0 where unknown.
    """
    most = settings.most_stretch
    if pixel_aspect and 1 / most <= pixel_aspect <= most:
        width = max(1, round(width * pixel_aspect))
    longest = max(width, height)
    if longest_side is not None and longest > longest_side:
        width = max(1, round(width * longest_side / longest))
        height = max(1, round(height * longest_side / longest))
    return width, height


def fit(image: Image, width: int, height: int) -> Image:
    """The picture in the given size: scaled without distortion, in the middle, black beside it.

    The same array where it has that size already. For sources that change size on the way, as
    video calls and cameras that come back do.
    """
    rows, columns = image.shape[:2]
    if (columns, rows) == (width, height):
        return image
    scale = min(width / columns, height / rows)
    inner = min(width, max(1, round(columns * scale))), min(height, max(1, round(rows * scale)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    fitted = np.zeros((height, width, 3), np.uint8)
    left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
    fitted[top : top + inner[1], left : left + inner[0]] = cv2.resize(
        image, inner, interpolation=method
    )
    return fitted
