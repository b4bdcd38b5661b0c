"""Which measure shows the movement: pure functions over what every frame measures."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot, sqrt
from statistics import median, pstdev
from typing import Literal

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions import RepetitionCounter, RepetitionCycle
from formcheck.form.signal import WORKING, RepetitionSignal
from formcheck.learn.beginning import DemonstrationError
from formcheck.learn.shown import ShownFrame
from formcheck.learn.words import MeasureWords
from formcheck.measure.catalogue import find
from formcheck.pose.landmarks import SIDES, Side, other

Direction = Literal["rises", "falls"]
Pattern = Literal["none", "each", "alternating"]

LEAST_REPETITIONS = 2
"""One movement may be anything; what comes twice is the exercise."""

FOUND_SHARE = 0.3
"""Of a measure's whole range, the least movement that is looked for."""

LEAST_CLEAR = 2.0
"""Travel over uncertainty from which a measure shows a movement at all."""

NEARLY_AS_CLEAR = 0.75
"""Share of the clearest measure's weight from which a plainer one is taken instead."""

LEAST_SEEN = 0.85
"""Share of the frames in which a measure must be had."""

BOTH_SEEN = 0.5
"""Share of a repetition in which each side must be seen to tell which one works."""

OTHER_SIDE_MOVES = 0.4
"""Share of the working side's travel from which the other side is working too."""

DOUBTFUL_WEIGHS = 0.5
"""How clear a measure is that also changes when the person shifts, or that is often hidden."""

REST_SHARE = 0.35
"""Share of the whole range within which the beginning must lie to tell where rest is."""


@dataclass(frozen=True, eq=False)
class Movement:
    """A measure that rises and falls with each repetition.

    measure: with its side, e.g. `knee.working`. pattern: whether one side works at a time.
    spans: for each repetition the movement and the frames from the last one's end to its own.
    signals: per frame, rising on the way out. clearness: travel over uncertainty.
    """

    words: MeasureWords
    measure: str
    direction: Direction
    pattern: Pattern
    spans: tuple[tuple[RepetitionCycle, range], ...]
    signals: tuple[float, ...]
    clearness: float

    @property
    def travel(self) -> float:
        """How far the measure usually goes."""
        return median(cycle.travel for cycle, _ in self.spans)

    @property
    def weight(self) -> float:
        """How much it says for this measure, beside others."""
        doubtful = self.words.from_start or self.words.easily_hidden
        return self.clearness * (DOUBTFUL_WEIGHS if doubtful else 1.0)


def counting_rule(measure: str, direction: Direction, least_travel: float) -> RepetitionRule:
    """A rule for counting alone, without usual values."""
    peak = 1.0 if direction == "rises" else -1.0
    return RepetitionRule(
        measure=measure,
        direction=direction,
        least_travel=least_travel,
        usual_rest=0.0,
        usual_peak=peak,
    )


def clearest_movement(
    frames: Sequence[ShownFrame], words: Mapping[str, MeasureWords], view: str
) -> Movement:
    """The measure that shows the repetitions best.

    Measures vote for a number of repetitions by how clearly they show it; of those that agree with
    the outcome, the clearest is taken, or the first in order that is nearly as clear.

    words: the measures to choose from, the plainest first.

    Raises DemonstrationError where nothing is repeated.
    """
    clear = [one for one in _candidates(frames, words, view) if one.clearness >= LEAST_CLEAR]
    if not clear:
        raise DemonstrationError(
            "No repetition was found: the movement must be shown at least twice. Record it again "
            "with two to five repetitions, returning fully each time, the whole body in view."
        )
    votes: dict[int, float] = defaultdict(float)
    for one in clear:
        votes[len(one.spans)] += one.weight
    count = max(votes, key=lambda number: votes[number])
    agreeing = [one for one in clear if len(one.spans) == count]
    best = max(one.weight for one in agreeing)
    return next(one for one in agreeing if one.weight >= NEARLY_AS_CLEAR * best)


def _candidates(
    frames: Sequence[ShownFrame], words: Mapping[str, MeasureWords], view: str
) -> Iterator[Movement]:
    for one in words.values():
        if not one.counts:
            continue
        for direction in ("rises", "falls"):
            movement = _movement(frames, one, direction, view)
            if movement is not None:
                yield movement


def _movement(
    frames: Sequence[ShownFrame], words: MeasureWords, direction: Direction, view: str
) -> Movement | None:
    """The movement as this measure shows it; None where it doesn't."""
    if not find(words.measure).sided:
        return _counted(frames, words, words.measure, direction, "none", view)
    either = _counted(frames, words, words.measure + WORKING, direction, "each", view)
    if either is not None:
        leaders = _leaders(frames, either)
        if leaders is not None:
            return replace(either, pattern=_pattern(leaders))
    return _counted(frames, words, f"{words.measure}.near", direction, "none", view)


def _counted(
    frames: Sequence[ShownFrame],
    words: MeasureWords,
    measure: str,
    direction: Direction,
    pattern: Pattern,
    view: str,
) -> Movement | None:
    signal = RepetitionSignal(counting_rule(measure, direction, 1.0))
    signals = tuple(signal.value(frame.measures, frame.sides) for frame in frames)
    known = sorted(value for value in signals if value == value)
    if len(known) < LEAST_SEEN * len(frames) or not _begins_at_rest(frames, signals, known):
        return None
    least = FOUND_SHARE * (known[int(0.98 * (len(known) - 1))] - known[int(0.02 * len(known))])
    if least <= 0:
        return None
    spans = count(frames, signals, least)
    if len(spans) < LEAST_REPETITIONS:
        return None
    travels = [cycle.travel for cycle, _ in spans]
    uncertainty = hypot(words.tolerance(view), noise(known_in_order(signals)))
    clearness = median(travels) / (uncertainty + pstdev(travels))
    return Movement(words, measure, direction, pattern, spans, signals, clearness)


def known_in_order(signals: Sequence[float]) -> list[float]:
    """The values that are known, in the order of time."""
    return [value for value in signals if value == value]


def count(
    frames: Sequence[ShownFrame], signals: Sequence[float], least_travel: float
) -> tuple[tuple[RepetitionCycle, range], ...]:
    """Every repetition with its frames, from the end of the one before to where it was told."""
    counter = RepetitionCounter(least_travel)
    spans: list[tuple[RepetitionCycle, range]] = []
    began = 0
    for index, (frame, value) in enumerate(zip(frames, signals, strict=True)):
        cycle = counter.update(frame.time_s, value)
        if cycle is not None:
            spans.append((cycle, range(began, index + 1)))
            began = next(i for i in range(began, index + 1) if frames[i].time_s >= cycle.end_s)
    last = counter.finish(frames[-1].time_s)
    if last is not None:
        spans.append((last, range(began, len(frames))))
    return tuple(spans)


def noise(values: Sequence[float]) -> float:
    """How much a series trembles from frame to frame, as a standard deviation.

    From each value's distance to the middle of its neighbours, which a slow movement leaves small:
    by the median, so that single wild frames don't count, and 1.48 and the root of 1.5 make a
    standard deviation of it.
    """
    if len(values) < 3:
        return 0.0
    off = [
        abs(value - (before + after) / 2)
        for before, value, after in zip(values, values[1:], values[2:], strict=False)
    ]
    return 1.48 * median(off) / sqrt(1.5)


def _begins_at_rest(
    frames: Sequence[ShownFrame], signals: Sequence[float], known: Sequence[float]
) -> bool:
    """Whether the signal begins near its lower end, or too near the middle to tell."""
    began_s = frames[0].time_s
    first = [
        value
        for frame, value in zip(frames, signals, strict=True)
        if value == value and frame.time_s - began_s <= 0.5
    ]
    low, high = known[int(0.02 * len(known))], known[int(0.98 * (len(known) - 1))]
    return not first or median(first) <= high - REST_SHARE * (high - low)


def _leaders(frames: Sequence[ShownFrame], either: Movement) -> list[Side] | None:
    """For each repetition the side that worked; None where both did, or one can't be seen."""
    sign = 1.0 if either.direction == "rises" else -1.0
    leaders: list[Side] = []
    shares = []
    for _, span in either.spans:
        travels = {}
        for side in SIDES:
            name = f"{either.words.measure}.{side}"
            values = sorted(known_in_order([sign * frames[i].measures[name] for i in span]))
            if len(values) < BOTH_SEEN * len(span):
                return None
            travels[side] = values[int(0.95 * (len(values) - 1))] - values[len(values) // 20]
        leader = max(SIDES, key=lambda side: travels[side])
        shares.append(travels[other(leader)] / travels[leader])
        leaders.append(leader)
    return leaders if median(shares) < OTHER_SIDE_MOVES else None


def _pattern(leaders: Sequence[Side]) -> Pattern:
    changes = sum(one != following for one, following in pairwise(leaders))
    return "alternating" if changes >= (len(leaders) - 1) / 2 else "each"
