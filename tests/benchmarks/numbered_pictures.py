"""A camera in a process of its own, whose pictures carry numbers that can be read off a screen."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.sharedctypes import SynchronizedArray
from multiprocessing.synchronize import Event
from pathlib import Path

import cv2
import numpy as np

from formcheck.video.frame import Image
from formcheck.video.open import open_recording
from tests.mjpeg_server import MjpegServer
from tests.patience import PATIENCE_S

WIDTH, HEIGHT = 1280, 720

CELL, TOP, BITS = 20, 160, 10
"""The number: a column of square cells at the edge, between what is drawn above and below."""

MIDDLES = TOP + CELL // 2 + CELL * np.arange(BITS + 3)
"""The rows of the cells' middles."""


@contextmanager
def served(
    clip: Path, rate: float, pictures: int
) -> Iterator[tuple[str, "SynchronizedArray[float]"]]:
    """The clip as a camera in another process: its address, and when each number was sent."""
    spawn = multiprocessing.get_context("spawn")
    sent = spawn.Array("d", 2**BITS)
    address: multiprocessing.Queue[str] = spawn.Queue()
    over = spawn.Event()
    server = spawn.Process(
        target=serve, args=(clip, rate, pictures, sent, address, over), daemon=True
    )
    server.start()
    try:
        yield address.get(timeout=PATIENCE_S), sent
    finally:
        over.set()
        server.join(10)


def serve(
    clip: Path,
    rate: float,
    pictures: int,
    sent: "SynchronizedArray[float]",
    address: "multiprocessing.Queue[str]",
    over: Event,
) -> None:
    """Serve until it is over."""

    class TimedServer(MjpegServer):
        def parts(self) -> Iterator[bytes]:
            for number, part in enumerate(super().parts()):
                sent[number % len(images)] = time.perf_counter()
                yield part

    images = numbered(clip, pictures)
    with TimedServer(images, 1 / rate) as server:
        address.put(server.url)
        over.wait()


def numbered(clip: Path, most: int) -> list[Image]:
    """The first pictures of a clip, enlarged, each with its number."""
    images: list[Image] = []
    for frame in open_recording(clip):
        if len(images) == most:
            break
        image = np.asarray(cv2.resize(frame.image, (WIDTH, HEIGHT)), np.uint8)
        write_number(image, len(images))
        images.append(image)
    return images


def write_number(image: Image, number: int) -> None:
    """White, black, the bits from the lowest, and their parity, downwards at the left edge."""
    bits = [number >> bit & 1 for bit in range(BITS)]
    for place, bit in enumerate([1, 0, *bits, sum(bits) % 2]):
        image[TOP + place * CELL : TOP + (place + 1) * CELL, :CELL] = 255 * bit


def number_in(image: Image) -> int:
    """The number at the left edge, also of a darkened picture; -1 where it isn't whole."""
    return number_of(image[MIDDLES, CELL // 2])


def number_of(cells: Image) -> int:
    """The number whose cells have these colours, cells × channels; -1 where it isn't whole."""
    white, black, *light = cells.astype(float).mean(axis=1)
    if white - black < 20:
        return -1
    bits = [int(cell > (white + black) / 2) for cell in light]
    if sum(bits[:BITS]) % 2 != bits[BITS]:
        return -1
    return sum(bit << place for place, bit in enumerate(bits[:BITS]))
