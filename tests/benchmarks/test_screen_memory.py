"""When a picture is on the screen is read from the screen's memory."""

import struct
import time
from multiprocessing import Array
from pathlib import Path
from threading import Event, Thread

import numpy as np
import pytest

from formcheck.video.frame import Image
from tests.benchmarks.numbered_pictures import BITS, HEIGHT, number_in, write_number
from tests.benchmarks.screen_memory import screen_pixels, watch

WIDTH, LEFT, TOP = 100, 40, 10


def screen_with(image: Image, folder: Path) -> Path:
    """A file as Xvfb keeps its screens in, with a picture at a place, as in a mirror."""
    rows, columns, name = HEIGHT + 2 * TOP, WIDTH + 2 * LEFT, b"Xvfb\0"
    screen = np.zeros((rows, columns, 4), np.uint8)
    screen[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH, :3] = image[:, ::-1]
    header = [100 + len(name), 7, 2, 24, columns, rows, 0, 0, 32, 0, 32, 32, 4 * columns]
    header += [4, 0, 0, 0, 8, 2, 2, columns, rows, 0, 0, 0]
    file = folder / "Xvfb_screen0"
    file.write_bytes(struct.pack(">25I", *header) + name + bytes(2 * 12) + screen.tobytes())
    return file


@pytest.mark.parametrize("number", [0, 1, 299, 2**BITS - 1])
def test_a_number_is_read_from_a_picture_also_from_a_darkened_one(number: int) -> None:
    image = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    write_number(image, number)

    assert number_in(image) == number
    assert number_in(image // 3) == number


def test_a_picture_without_a_number_has_none() -> None:
    assert number_in(np.full((HEIGHT, WIDTH, 3), 90, np.uint8)) == -1


def test_a_screen_is_read_as_it_is(tmp_path: Path) -> None:
    image = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 3)).astype(np.uint8)

    pixels = screen_pixels(screen_with(image, tmp_path))

    shown = pixels[TOP : TOP + HEIGHT, LEFT : LEFT + WIDTH, :3]
    assert np.array_equal(shown[:, ::-1], image)


def test_when_a_number_comes_on_the_screen_is_noted(tmp_path: Path) -> None:
    image = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    write_number(image, 7)
    screen = screen_with(image, tmp_path)
    window, seen, over = Array("i", [LEFT, TOP, WIDTH, HEIGHT]), Array("d", 2**BITS), Event()
    began_s = time.perf_counter()
    watching = Thread(target=watch, args=(screen, window, seen, over))
    watching.start()
    while not seen[7] and time.perf_counter() - began_s < 5:
        time.sleep(0.001)
    over.set()
    watching.join()

    assert seen[7] >= began_s
    assert sum(at_s > 0 for at_s in seen[:]) == 1
