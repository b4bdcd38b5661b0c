"""What is known of the times of a recording's frames."""

from dataclasses import dataclass
from enum import StrEnum


class Times(StrEnum):
    """How far the seconds of a recording can be relied on, as the result tells it.

    KNOWN: the recording states them. GUESSED: it states none, or none that can be believed, so
    that only the order of the frames is known. SLOWED: it plays at another pace than it was filmed
    at, which it states, so that the seconds are known all the same.
    """

    KNOWN = "known"
    GUESSED = "guessed"
    SLOWED = "slowed"


@dataclass(frozen=True)
class Timing:
    """What is known of a recording's times.

    slowed_by: how many times longer it plays than it was filmed; below 1 in a time-lapse.
    """

    times: Times = Times.KNOWN
    slowed_by: float = 1.0


KNOWN = Timing()
"""Times that are as the recording states them."""

GUESSED = Timing(Times.GUESSED)
"""Times of which nothing is known."""
