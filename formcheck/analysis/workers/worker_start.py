"""How a process that works beside this one comes into being.

On Linux one process loads the libraries, and each worker is a copy of it that begins at once and
shares its memory. Elsewhere each is begun from nothing: what macOS has loaded may not be copied.
"""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import FileIO
from multiprocessing import forkserver, resource_tracker, util
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Final

from formcheck.results.files.held_folder import hold, remove_abandoned

_LONGEST_PLACE: Final = 75
"""Bytes. A socket's whole path may have 107, and its folder and its name take 32 of them."""


def worker_context() -> ForkServerContext | SpawnContext:
    """Makes processes, and what they share."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    _socket_folder()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["formcheck.analysis.workers.loaded_once"])
    return context


def expect_workers() -> None:
    """Begin to load what they need, where that can be done beforehand; returns at once."""
    if isinstance(worker_context(), ForkServerContext):
        # Begun amid the block, it would let Ctrl-C through for what comes after it.
        resource_tracker.ensure_running()
        with unheard_ctrl_c():
            forkserver.ensure_running()


@cache
def _socket_folder() -> FileIO | None:
    """Where workers are asked for: a folder that Python makes, once, and that a process which is
    killed leaves behind. Held, so that the next run takes it away.
    """
    place = Path(tempfile.gettempdir())
    if len(os.fsencode(place)) > _LONGEST_PLACE:
        place = Path("/tmp")
    remove_abandoned(place, "pymp-*")
    before, tempfile.tempdir = tempfile.tempdir, str(place)
    try:
        return hold(Path(util.get_temp_dir()))
    finally:
        tempfile.tempdir = before


@contextmanager
def unheard_ctrl_c() -> Iterator[None]:
    """What a process of the block inherits: until it says itself that it ignores Ctrl-C, it would
    end with a traceback. Here Ctrl-C is heard right after.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
