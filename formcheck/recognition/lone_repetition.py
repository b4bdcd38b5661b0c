"""Whether what speaks for an exercise is enough for a name: one movement says less than two."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from formcheck.measure.catalogue import find
from formcheck.recognition.cycles import SampledCycle, signal_of, wave_of
from formcheck.recognition.feature_table import Array, FeatureTable
from formcheck.recognition.similarity import Comparison


@dataclass(frozen=True)
class LoneSettings:
    """How far a single movement is believed to be a repetition of an exercise.

    Chosen on pieces of every other track of people and sample clip; what they do to the rest is in
    tests/people/README.md.
    """

    least_fit_of_half: float = 0.6
    """How well it must fit where only the way out, or only the way back, was seen."""

    good_fit: float = 0.8
    """How well a single whole one must fit to be no mere guess. Of 109 pieces of people's films
    that are rightly named by one, 104 fit so well; of 5 that are wrongly named, one."""

    whole_share: float = 0.5
    """Share of the longer way, out or back, that the other one must be, for the movement to be seen
    whole: half-way, as for a return that counts as one."""

    kept_enough: float = 0.4
    """How much a position that is kept must speak for an exercise to be enough without its
    movement: as much as is asked of a recording."""

    half_lead: float = 0.4
    """Share of the likeliest exercise's score by which it must be ahead of any other where halves
    of movements are all that speaks for it: on the way out many movements are alike."""


DEFAULTS = LoneSettings()


@dataclass(frozen=True)
class Movement:
    """One that speaks for an exercise. fit: how well it fits, 0 to 1.

    out, back: how far it went out and came back, in the unit of what repetitions are told by.
    """

    fit: float
    out: float
    back: float

    @property
    def went(self) -> float:
        """How far it went, the longer way."""
        return max(self.out, self.back)

    def is_half(self, whole_share: float) -> bool:
        """Whether only the way out, or only the way back, was seen: what of the longer way, out or
        back, the other one is, is less than this.
        """
        return min(self.out, self.back) < whole_share * self.went


class SeenOf(Enum):
    """How much of a movement speaks for an exercise: only its halves, one that fits badly, several
    that fit only just, or enough.
    """

    HALF = auto()
    ONE = auto()
    BARELY = auto()
    ENOUGH = auto()


def seen_of(comparison: Comparison, settings: LoneSettings = DEFAULTS) -> SeenOf:
    """How much of a movement speaks for the exercise."""
    seen = movements_of(comparison, settings)
    if not seen:
        return SeenOf.ENOUGH
    if all(_halves(seen, comparison, settings)):
        return SeenOf.HALF
    badly = len(seen) == 1 and seen[0].fit < settings.good_fit
    return SeenOf.ONE if badly else SeenOf.ENOUGH


def may_be_chance(comparison: Comparison, settings: LoneSettings = DEFAULTS) -> bool:
    """Whether hardly more than one movement speaks for the exercise, and that one not clearly.

    One that hardly goes anywhere may be settling down, or another movement, seen from where it
    doesn't show; two that are alike are none by chance.
    """
    seen = movements_of(comparison, settings)
    halves = _halves(seen, comparison, settings)
    if not seen or (len(seen) > 1 and not all(halves)):
        return False
    unit = find(wave_of(comparison.exercise, comparison.better_seen.table).measure).unit
    hardly = comparison.settings.fit.softness_of_change[unit]
    if all(one.went < hardly for one in seen):
        return True
    return halves == [True] and seen[0].fit < settings.least_fit_of_half


def _halves(seen: Sequence[Movement], comparison: Comparison, settings: LoneSettings) -> list[bool]:
    """Which of them are half a movement: none where it leads into a position that is kept, which is
    all that there may be to see of it.
    """
    leads_there = comparison.signature.still is not None
    # A cat's back that is round goes back to where it began, and as far beyond.
    ways = 2 if comparison.exercise.repetition.both_ways else 1
    return [one.is_half(settings.whole_share / ways) and not leads_there for one in seen]


def movements_of(comparison: Comparison, settings: LoneSettings = DEFAULTS) -> list[Movement]:
    """Those that speak for the exercise, each from the one before it to the next one.

    None for what is held for long, or where a position is kept: that says enough.
    """
    exercise = comparison.exercise
    seen = comparison.better_seen
    if exercise.repetition.is_long_hold or seen.by_keeping >= settings.kept_enough:
        return []
    signal = signal_of(exercise, seen.table, seen.inside)
    tops = _tops([cycle for cycle, _ in seen.alike], signal)
    edges = [0, *tops, len(seen.table) - 1]
    return [
        Movement(fit, _fall(signal, top, before, seen.table), _fall(signal, top, after, seen.table))
        for (_, fit), before, top, after in zip(seen.alike, edges, tops, edges[2:], strict=False)
    ]


def _tops(cycles: Sequence[SampledCycle], signal: Array) -> list[int]:
    return [one.first + int(np.nanargmax(signal[one.first : one.last + 1])) for one in cycles]


def _fall(signal: Array, top: int, to: int, table: FeatureTable) -> float:
    """How far it is down from the furthest point to the lowest one on one side, in its take."""
    part = slice(min(top, to), max(top, to) + 1)
    same = table.takes[part] == table.takes[top]
    return float(signal[top] - np.nanmin(signal[part][same]))
