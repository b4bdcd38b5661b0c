"""How long tests wait for what comes by itself."""

import time
from collections.abc import Callable

PATIENCE_S = 1200.0
"""Seconds, which only what hangs needs: on a computer with twenty other programs at work a command
has taken 120. No test says by it that something is quick."""


def wait_until(true: Callable[[], object], poll_s: float = 0.01) -> None:
    """Wait for something that another thread or process brings about."""
    give_up_s = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < give_up_s, "it never came about"
        time.sleep(poll_s)
