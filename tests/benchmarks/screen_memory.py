"""When a picture is on the screen, read from the screen's own memory.

What a window's library returns from isn't the moment in which the picture is there: OpenCV sleeps
after it has painted, and at times it doesn't paint at all.
"""

import multiprocessing
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import SynchronizedArray
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Final

import numpy as np

from formcheck.video.frame import Image
from tests.benchmarks.numbered_pictures import BITS, CELL, MIDDLES, number_of

LOOK_S: Final = 0.0003
"""Between two looks: a tenth of what there is to measure."""

_HEADER: Final = struct.Struct(">20I")
"""Of an X window dump, which Xvfb keeps its screens in: 32-bit numbers, the first of a word."""


@dataclass(frozen=True)
class Painted:
    """Shared by who shows pictures and who watches the screen.

    window: left, top, width and height of the window on the screen; no width until it is known.
    seen: when each number appeared there last.
    """

    window: "SynchronizedArray[int]"
    seen: "SynchronizedArray[float]"

    def forget(self) -> None:
        """The window is closed."""
        self.window[:] = [0] * 4
        self.seen[:] = [0.0] * len(self.seen)


@contextmanager
def watched(screen: Path) -> Iterator[Painted]:
    """Watch a screen in another process. screen: the file in which Xvfb keeps it."""
    spawn = multiprocessing.get_context("spawn")
    painted = Painted(spawn.Array("i", 4), spawn.Array("d", 2**BITS))
    over = spawn.Event()
    watcher = spawn.Process(
        target=watch, args=(screen, painted.window, painted.seen, over), daemon=True
    )
    watcher.start()
    try:
        yield painted
    finally:
        over.set()
        watcher.join(10)


def watch(
    screen: Path,
    window: "SynchronizedArray[int]",
    seen: "SynchronizedArray[float]",
    over: Event,
) -> None:
    """Note when a number appears in the window, until it is over."""
    pixels, before = screen_pixels(screen), b""
    while not over.is_set():
        time.sleep(LOOK_S)
        left, top, width, _ = window[:]
        if not width:
            continue
        # The window shows pictures as in a mirror.
        cells = pixels[top + MIDDLES, left + width - 1 - CELL // 2, :3]
        now, after = time.perf_counter(), cells.tobytes()
        if after != before and (number := number_of(cells)) >= 0:
            before, seen[number] = after, now


def screen_pixels(screen: Path) -> Image:
    """What is on the screen now, and always: rows × columns × 4, blue first."""
    header = _HEADER.unpack(screen.read_bytes()[: _HEADER.size])
    size, width, height, line, colours = (header[n] for n in (0, 4, 5, 12, 19))
    memory = np.memmap(screen, np.uint8, mode="r", offset=size + 12 * colours)
    return np.asarray(memory[: height * line].reshape(height, line // 4, 4)[:, :width])
