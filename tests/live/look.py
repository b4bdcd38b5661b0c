"""Pictures of every page of a session, in every language, for whoever changes how they look.

    python -m tests.live.look OUT_DIR

Writes a sheet for each language and size of the window, as the window scales a page.
`python -m tests.feedback.look` has what is drawn on the camera's picture.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from formcheck.texts.entries import languages
from formcheck.video.frame import Image
from tests.live.test_pages import PAGES

SIZES = ((640, 480), (1280, 720), (1920, 1080))
ACROSS = 2


def main() -> None:
    """Draw every page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for language in languages():
        pages = [make(language).picture() for make in PAGES.values()]
        for width, height in SIZES:
            sheet = _sheet([_in_a_window(page, width, height) for page in pages])
            path = out / f"pages-{language}-{width}x{height}.png"
            cv2.imwrite(str(path), cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR))


def _in_a_window(page: Image, width: int, height: int) -> Image:
    """As large as it fits, with the rest of the window black."""
    scale = min(width / page.shape[1], height / page.shape[0])
    size = (round(scale * page.shape[1]), round(scale * page.shape[0]))
    scaled = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    window = np.zeros((height, width, 3), np.uint8)
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    window[top : top + size[1], left : left + size[0]] = scaled
    return window


def _sheet(pictures: list[Image]) -> Image:
    rows = [np.hstack(pictures[at : at + ACROSS]) for at in range(0, len(pictures), ACROSS)]
    return np.vstack(rows)


if __name__ == "__main__":
    main()
