"""Which side works in each repetition of a demonstration, and how they take turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from formcheck.exercises.exercise import SidePattern
from formcheck.exercises.repetition import Direction
from formcheck.learn.movement_series import known_in_order, range_of
from formcheck.learn.shown import ShownFrame
from formcheck.pose.landmarks import SIDES, Side, other


@dataclass(frozen=True)
class LeadingSideSettings:
    """When one side works alone."""

    both_seen: float = 0.5
    """Share of a repetition in which each side must be seen to tell which one works."""

    other_side_moves: float = 0.4
    """Share of the working side's travel from which the other side is working too."""

    travel_ends: tuple[float, float] = (0.05, 0.95)
    """Shares of the values between which a side's travel lies: wild frames don't make it longer."""

    alternating_share: float = 0.5
    """Share of the changes from one repetition to the next at which the sides take turns."""


DEFAULTS = LeadingSideSettings()


def leading_sides(
    frames: Sequence[ShownFrame],
    repetitions: Sequence[range],
    measure: str,
    direction: Direction,
    settings: LeadingSideSettings = DEFAULTS,
) -> list[Side] | None:
    """For each repetition the side that worked; None where both did, or one can't be seen.

    repetitions: the places of their frames. measure: what it is counted by, without side.
    """
    sign = 1.0 if direction == "rises" else -1.0
    leaders: list[Side] = []
    shares = []
    for places in repetitions:
        travels = {}
        for side in SIDES:
            signals = [sign * frames[i].measures[f"{measure}.{side}"] for i in places]
            values = sorted(known_in_order(signals))
            if len(values) < settings.both_seen * len(places):
                return None
            low, high = range_of(values, settings.travel_ends)
            travels[side] = high - low
        leader = max(SIDES, key=lambda side: travels[side])
        shares.append(travels[other(leader)] / travels[leader])
        leaders.append(leader)
    return leaders if median(shares) < settings.other_side_moves else None


def larger_sides(
    frames: Sequence[ShownFrame], repetitions: Sequence[range], measure: str
) -> list[Side]:
    """For each repetition the side on which the measure was largest, for one that has the opposite
    sign on the other side."""
    return [
        max(SIDES, key=lambda side: _largest(frames, places, f"{measure}.{side}"))
        for places in repetitions
    ]


def _largest(frames: Sequence[ShownFrame], places: range, name: str) -> float:
    return max(known_in_order([frames[i].measures[name] for i in places]), default=float("-inf"))


def pattern_of(leaders: Sequence[Side], settings: LeadingSideSettings = DEFAULTS) -> SidePattern:
    """Whether the sides take turns, or one does all its repetitions before the other.

    Of one repetition it is taken that the same side goes on.
    """
    if len(leaders) < 2:
        return "each"
    changes = sum(one != following for one, following in pairwise(leaders))
    often = settings.alternating_share * (len(leaders) - 1)
    return "alternating" if changes >= often else "each"
