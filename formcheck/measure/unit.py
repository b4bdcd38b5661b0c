"""The units that measures are told in, and how their numbers are written."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """What a number counts.

    name: in words, as result files have it. sign: what stands right behind a number; empty for a
    unit whose name stands after it. decimals: how many are kept in files; more would be noise.
    shown_decimals: how many are shown to people.
    """

    name: str
    sign: str
    decimals: int
    shown_decimals: int

    @property
    def resolution(self) -> float:
        """The least difference that is kept in files, finer than which nothing is known."""
        return float(10.0**-self.decimals)


DEGREES = Unit("degrees", "°", decimals=1, shown_decimals=0)
TRUNK_LENGTHS = Unit("trunk lengths", "", decimals=3, shown_decimals=2)
CHORD_LENGTHS = Unit("chord lengths", "", decimals=3, shown_decimals=2)
SECONDS = Unit("seconds", " s", decimals=2, shown_decimals=1)

UNITS: Mapping[str, Unit] = {
    unit.name: unit for unit in (DEGREES, TRUNK_LENGTHS, CHORD_LENGTHS, SECONDS)
}
"""By name, for reading result files."""
