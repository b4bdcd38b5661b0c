"""Time that goes on while the computer sleeps, and isn't moved when its clock is set."""

import time
from collections.abc import Callable

SLEPT_S = 60.0
"""The wall clock running ahead by this much in one step means sleep. Less is a clock set right; a
clock set forward by more is taken for sleep, which costs one reminder."""


class WakingClock:
    """Seconds since it was made.

    On Linux and macOS the monotonic clock stands still during sleep, on Windows it doesn't.

    steady, wall: the clocks underneath; for tests.
    """

    def __init__(
        self,
        steady: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        slept_s: float = SLEPT_S,
    ) -> None:
        self._slept_s = slept_s
        self._steady, self._wall = steady, wall
        self._last_steady_s, self._last_wall_s = steady(), wall()
        self._now_s = 0.0

    def __call__(self) -> float:
        """The time now; never falls."""
        steady_s, wall_s = self._steady(), self._wall()
        step_s = steady_s - self._last_steady_s
        asleep_s = wall_s - self._last_wall_s - step_s
        self._now_s += step_s + (asleep_s if asleep_s >= self._slept_s else 0.0)
        self._last_steady_s, self._last_wall_s = steady_s, wall_s
        return self._now_s
