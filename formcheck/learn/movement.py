"""Which measure shows the movement: pure functions over what every frame measures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from statistics import median, pstdev

from formcheck.exercises.exercise import SidePattern
from formcheck.exercises.repetition import Direction, Wave
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.signal import WORKING, RepetitionSignal
from formcheck.learn.beginning import DemonstrationError
from formcheck.learn.leading_sides import (
    LeadingSideSettings,
    larger_sides,
    leading_sides,
    pattern_of,
)
from formcheck.learn.movement_series import counted, known_in_order, noise, range_of
from formcheck.learn.shown import ShownFrame
from formcheck.learn.words import MeasureWords
from formcheck.measure.catalogue import find
from formcheck.measure.measure_name import role_of
from formcheck.texts.message import Message, message


@dataclass(frozen=True)
class MovementSettings:
    """What is taken for a movement that is repeated."""

    least_repetitions: int = 2
    """One movement may be anything; what comes twice is the exercise, wherever anything does."""

    clear_once: float = 2.5
    """Travel over uncertainty from which a movement that comes once is believed, where none comes
    twice. No other repetition confirms it, so it is more than what is asked of those; the least
    that a plank shows, 0.2 trunk lengths of the hips, has 2.8."""

    confirmed_by: int = 2
    """How many measures must show a movement that comes once: a body mostly moves in more than
    one, and what one alone shows may be a mistake of tracking."""

    clear_alone: float = 4.0
    """From this on one measure is enough, as for a straight leg that is raised."""

    as_long: float = 0.75
    """Share of the time of the longest, for a movement that comes once: who holds is back when the
    last part is back. What is back sooner was lost from sight, as a hand behind the body is."""

    found_share: float = 0.3
    """Of a measure's whole range, the least movement that is looked for."""

    least_clear: float = 2.0
    """Travel over uncertainty from which a measure shows a movement at all."""

    faint: float = 1.0
    """Travel over uncertainty from which somebody who learns of no movement is told which one was
    too small to be one; three leg raises of 15 cm have 1.7 to 1.85."""

    nearly_as_clear: float = 0.75
    """Share of the clearest measure's weight from which a plainer one is taken instead."""

    least_seen: float = 0.85
    """Share of the frames in which a measure must be had."""

    doubtful_weighs: float = 0.5
    """How clear a measure is that also changes when the person shifts, or that is often hidden."""

    range_ends: tuple[float, float] = (0.02, 0.98)
    """Shares of the values between which a measure's whole range lies: single wild frames, one in
    fifty at each end, don't widen it."""

    sides: LeadingSideSettings = field(default_factory=LeadingSideSettings)
    """When one side works alone."""

    begins_s: float = 0.5
    """The exercise begins at rest: this much of it tells where rest is."""

    rest_share: float = 0.35
    """Share of the whole range within which the beginning must lie to tell where rest is."""


DEFAULTS = MovementSettings()


@dataclass(frozen=True, eq=False)
class Movement:
    """A measure that rises and falls with each repetition.

    measure: with its side, e.g. `knee.working`. pattern: whether one side works at a time.
    spans: for each repetition the movement and the frames from the last one's end to its own.
    signals: per frame, rising on the way out. clearness: travel over uncertainty. weight: how much
    it says for this measure, beside others. repeated: whether it came more than once.
    """

    words: MeasureWords
    measure: str
    direction: Direction
    pattern: SidePattern
    spans: tuple[tuple[RepetitionCycle, range], ...]
    signals: tuple[float, ...]
    clearness: float
    weight: float
    repeated: bool = True

    @property
    def travel(self) -> float:
        """How far the measure usually goes."""
        return median(cycle.travel for cycle, _ in self.spans)

    @property
    def wave(self) -> Wave:
        """What to count it on."""
        return Wave(measure=self.measure, direction=self.direction, least_travel=self.travel)


def clearest_movement(
    frames: Sequence[ShownFrame],
    words: Mapping[str, MeasureWords],
    view: str,
    settings: MovementSettings = DEFAULTS,
) -> Movement:
    """The measure that shows the repetitions best.

    Measures vote for a number of repetitions by how clearly they show it; of those that agree with
    the outcome, the clearest is taken, or the first in order that is nearly as clear.

    words: the measures to choose from, the plainest first.

    A movement that comes only once, as a long hold does, is taken where it is clear and nothing
    comes twice.

    Raises DemonstrationError where there is no movement.
    """
    every = list(_Candidates(frames, view, settings).among(words.values()))
    clear = [one for one in every if one.repeated and one.clearness >= settings.least_clear]
    if not clear:
        clear = _shown_once(every, settings)
    if not clear:
        raise DemonstrationError(_none_clear(every, settings))
    votes: dict[int, float] = defaultdict(float)
    for one in clear:
        votes[len(one.spans)] += one.weight
    count = max(votes, key=lambda number: votes[number])
    agreeing = [one for one in clear if len(one.spans) == count]
    best = max(one.weight for one in agreeing)
    return next(one for one in agreeing if one.weight >= settings.nearly_as_clear * best)


def _none_clear(every: Sequence[Movement], settings: MovementSettings) -> Message:
    """What to tell where nothing moved clearly."""
    faint = [one for one in every if one.repeated and one.clearness >= settings.faint]
    if not faint:
        return message("error.learn.no_movement")
    most = max(faint, key=lambda one: one.weight)
    named = most.words.named(role_of(most.measure))
    return message("error.learn.too_small", name=named, travel=most.words.with_unit(most.travel))


def _shown_once(every: Sequence[Movement], settings: MovementSettings = DEFAULTS) -> list[Movement]:
    """The measures that show one movement clearly, where others move with them."""
    once = [one for one in every if len(one.spans) == 1]
    confirmed = len({one.words.measure for one in once}) >= settings.confirmed_by
    least = settings.clear_once if confirmed else settings.clear_alone
    if not any(one.clearness >= least for one in once):
        return []
    moved = [one for one in once if one.clearness >= settings.least_clear]
    longest_s = max(map(_lasted_s, moved))
    return [one for one in moved if _lasted_s(one) >= settings.as_long * longest_s]


def _lasted_s(movement: Movement) -> float:
    """From leaving rest to being back there, of the first time."""
    cycle, _ = movement.spans[0]
    return cycle.over_s - cycle.left_rest_s


@dataclass(frozen=True, eq=False)
class _Candidates:
    """The movement as each measure shows it."""

    frames: Sequence[ShownFrame]
    view: str
    settings: MovementSettings

    def among(self, words: Iterable[MeasureWords]) -> Iterator[Movement]:
        """Every movement that a measure shows, either way."""
        for one in words:
            for direction in _directions(one):
                movement = self._movement(one, direction)
                if movement is not None:
                    yield movement

    def _movement(self, words: MeasureWords, direction: Direction) -> Movement | None:
        """The movement as this measure shows it; None where it doesn't."""
        if not find(words.measure).sided:
            return self._counted(words, words.measure, direction, "none")
        either = self._counted(words, words.measure + WORKING, direction, "each")
        if either is not None:
            spans = [span for _, span in either.spans]
            leaders = (
                larger_sides(self.frames, spans, words.measure)
                if words.mirrored
                else leading_sides(
                    self.frames, spans, words.measure, direction, self.settings.sides
                )
            )
            if leaders is not None:
                return replace(either, pattern=pattern_of(leaders, self.settings.sides))
        return self._counted(words, f"{words.measure}.near", direction, "none")

    def _counted(
        self, words: MeasureWords, measure: str, direction: Direction, pattern: SidePattern
    ) -> Movement | None:
        signal = RepetitionSignal(Wave(measure=measure, direction=direction, least_travel=1.0))
        signals = tuple(signal.value(frame.measures, frame.sides) for frame in self.frames)
        known = sorted(known_in_order(signals))
        if len(known) < self.settings.least_seen * len(self.frames):
            return None
        low, high = range_of(known, self.settings.range_ends)
        least = self.settings.found_share * (high - low)
        if least <= 0 or not self._begins_at_rest(signals, low, high):
            return None
        spans = counted(self.frames, signals, least)
        if not spans:
            return None
        travels = [cycle.travel for cycle, _ in spans]
        uncertainty = hypot(words.surely_moved(self.view), noise(known_in_order(signals)))
        clearness = median(travels) / (uncertainty + pstdev(travels))
        doubtful = words.from_start or words.easily_hidden
        weight = clearness * (self.settings.doubtful_weighs if doubtful else 1.0)
        found = Movement(words, measure, direction, pattern, spans, signals, clearness, weight)
        return replace(found, repeated=len(spans) >= self.settings.least_repetitions)

    def _begins_at_rest(self, signals: Sequence[float], low: float, high: float) -> bool:
        """Whether the signal begins near its lower end, or too near the middle to tell."""
        began_s = self.frames[0].time_s
        first = [
            value
            for frame, value in zip(self.frames, signals, strict=True)
            if value == value and frame.time_s - began_s <= self.settings.begins_s
        ]
        return not first or median(first) <= high - self.settings.rest_share * (high - low)


def _directions(words: MeasureWords) -> Sequence[Direction]:
    if not words.counts:
        return ()
    return ("rises",) if words.mirrored else ("rises", "falls")
