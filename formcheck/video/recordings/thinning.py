"""Which pictures of a film are looked at, where many come a second.

A body goes no further between two pictures of thirty a second than the pose model follows and
verdicts need; phones film sixty and, in slow motion, hundreds. Half of the pictures is half of the
work.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True)
class ThinningSettings:
    """From which rate on pictures are left out, and how many."""

    least_rate: float = 45.0
    """Pictures a second, as they were filmed: 50 and 60 are thinned. What is filmed at 24 to 30 is
    left as it is: at half of that 4 of 65 recordings of real people were judged otherwise."""

    apart_s: float = 0.028
    """Seconds between two that are looked at, at least: every second one of 50 and 60 a second, and
    of more about 35. In 39 recordings of real people at 60 a second no repetition, no fault and no
    recognised exercise changes, holds by 0.07 s at most, and one criterion is good that was
    unknown (their poses, found at 60, with every second one left out; two films that were looked at
    both ways agree)."""


DEFAULTS = ThinningSettings()


class Thinning:
    """Says of each picture whether it is looked at; state over a film.

    apart_s: seconds between two that are, at least; 0 for every one.
    """

    def __init__(self, apart_s: float) -> None:
        self._apart_s = apart_s
        self._last_s = float("-inf")

    def keeps(self, time_s: float) -> bool:
        """Whether the next picture is looked at."""
        if time_s - self._last_s < self._apart_s:
            return False
        self._last_s = time_s
        return True


def kept_of(times_s: Iterable[float], apart_s: float) -> Iterator[bool]:
    """Of each of a film's pictures whether it is looked at."""
    return map(Thinning(apart_s).keeps, times_s)


def apart_s_at(rate: float | None, settings: ThinningSettings = DEFAULTS) -> float:
    """Seconds that pictures are apart at least in a film of so many a second.

    0 where all are looked at. rate: None where nobody knows.
    """
    return settings.apart_s if rate is not None and rate >= settings.least_rate else 0.0


def thinned_count(frames: int, rate: float, apart_s: float) -> int:
    """About how many of a film's pictures are looked at. rate: pictures a second."""
    return ceil(frames / max(1, ceil(apart_s * rate)))
