"""What somebody waits for goes first, and what nobody waits for goes on in between.

Threads of Python work in turn, and give each other way only now and then: a picture that is drawn
for a recording holds up each of the hundred steps in which that for the window is drawn.
"""

from threading import Event
from typing import Final

LONGEST_S: Final = 0.05
"""Seconds that are waited at most, so that nothing stands still behind who never gives way
(engineering: three pictures of a recording)."""


class RightOfWay:
    """One thread has it now and then, others let it pass.

    longest_s: how long they wait at most.
    """

    def __init__(self, longest_s: float = LONGEST_S) -> None:
        self._longest_s = longest_s
        self._free = Event()
        self._free.set()

    def take(self) -> None:
        """From now on others wait."""
        self._free.clear()

    def give(self) -> None:
        """Others may go on; may be called twice."""
        self._free.set()

    def wait(self) -> None:
        """Let who has it pass, before a piece of work that nobody waits for."""
        self._free.wait(self._longest_s)
