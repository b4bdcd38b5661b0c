"""How a process that works beside this one comes into being.

On Linux one process loads the libraries, and each worker is a copy of it that begins at once and
shares its memory. Elsewhere each is begun from nothing: what macOS has loaded may not be copied.
"""

import multiprocessing
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext, SpawnContext


def worker_context() -> ForkServerContext | SpawnContext:
    """Makes processes, and what they share."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
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
