"""Threads and processes that others come before."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import get_native_id


def give_way(niceness: int) -> None:
    """Weigh this thread, and those that it starts, less; only Linux does so with single threads.

    niceness: on the scale from -20 to 19 on which Linux weighs threads against each other.
    """
    if sys.platform == "linux" and niceness:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), niceness)


def give_way_altogether(niceness: int) -> None:
    """Weigh this process less, as long as it has no other threads yet; niceness: see `give_way`."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, niceness)


def work_where_idle() -> bool:
    """Let all threads of this process work only where a core has nothing else to do.

    Whether the system can do that, as Linux can; there is no way back.
    """
    if sys.platform != "linux":
        return False
    try:
        for thread in Path("/proc/self/task").iterdir():
            os.sched_setscheduler(int(thread.name), os.SCHED_IDLE, os.sched_param(0))
    except OSError:
        return False
    return True
