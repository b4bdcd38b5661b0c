"""One movement out and back, its phases, and what holds wherever one is looked for."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

REST_SHARE: Final = 0.15
"""Share of the travel within which a signal is at rest: few come back to the very point that they
left (engineering)."""

RETURN_SHARE: Final = 0.5
"""Share of the travel above rest at which a return is complete enough to count once it ends:
half-way, so that two repetitions with too short a way back between them are two (engineering)."""

LEAST_S: Final = 0.4
"""Nobody does a controlled repetition faster; what is shorter is a tracking error (engineering)."""


class CyclePhase(Enum):
    """The parts of a repetition, in order."""

    REST = auto()
    OUT = auto()
    PEAK = auto()
    BACK = auto()


@dataclass(frozen=True)
class RepetitionCycle:
    """One finished movement out and back.

    low: the signal at rest before it; high: at its furthest. end_s: when it was back at rest.
    complete: False where the recording ended on the way back. left_rest_s: when it left rest; the
    default puts it before anything that was seen. over_s: when it was known to be over; what came
    after that belongs to the next one. settled: False where what was seen ended before they were
    still at rest, so that nobody knows how far they would have come.
    """

    low: float
    high: float
    end_s: float
    complete: bool = True
    left_rest_s: float = float("-inf")
    over_s: float = float("inf")
    settled: bool = True

    @property
    def travel(self) -> float:
        """How far the signal rose."""
        return self.high - self.low

    @property
    def seconds(self) -> float:
        """How long it took, from leaving rest until it was back."""
        return self.end_s - self.left_rest_s
