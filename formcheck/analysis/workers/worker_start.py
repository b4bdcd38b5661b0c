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
from contextlib import AbstractContextManager, contextmanager
from enum import StrEnum
from functools import cache
from io import FileIO
from multiprocessing import forkserver, resource_tracker, util
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Final

from formcheck.results.files.held_folder import hold, remove_abandoned
from formcheck.results.files.sweeper import sweeper

_LONGEST_PLACE: Final = 75
"""Bytes. A socket's whole path may have 107, and its folder and its name take 32 of them."""


class Loaded(StrEnum):
    """What workers have loaded when they begin: what they will do, by the module that loads it.

    Until that is there, none begins: for poses alone it takes half as long as for inputs.
    """

    POSES = "formcheck.analysis.workers.loaded.poses"
    FILMS = "formcheck.analysis.workers.loaded.films"
    INPUTS = "formcheck.analysis.workers.loaded.inputs"


def worker_context(loaded: Loaded = Loaded.INPUTS) -> ForkServerContext | SpawnContext:
    """Makes processes, and what they share. loaded: by them, where none were expected yet."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    _socket_folder()
    # Begun amid `unheard_wishes`, it would let Ctrl-C through for what comes after it.
    with _unheard("SIGHUP"):
        resource_tracker.ensure_running()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([loaded.value])
    return context


def expect_workers(loaded: Loaded) -> None:
    """Begin to load what they need, where that can be done beforehand; returns at once."""
    if isinstance(worker_context(loaded), ForkServerContext):
        with unheard_wishes():
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
        folder = Path(util.get_temp_dir())
        # A worker of somebody's own has the folder of who began it, who goes on without it.
        if multiprocessing.parent_process() is None:
            sweeper().watch(folder)
        return hold(folder)
    finally:
        tempfile.tempdir = before


def unheard_wishes() -> AbstractContextManager[None]:
    """What a process of the block inherits: Ctrl-C and a closed terminal reach all processes, and
    the one that hands out the work alone decides what they mean. Here they are heard right after.
    """
    return _unheard("SIGINT", "SIGHUP")


@contextmanager
def _unheard(*names: str) -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.Signals[name] for name in names})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
