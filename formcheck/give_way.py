"""A thread that others come before."""

import os
import sys
from contextlib import suppress
from threading import get_native_id


def give_way(niceness: int) -> None:
    """Weigh this thread, and those that it starts, less; only Linux does so with single threads.

    niceness: on the scale from -20 to 19 on which Linux weighs threads against each other.
    """
    if sys.platform == "linux" and niceness:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), niceness)
