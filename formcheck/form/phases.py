"""Cutting a finished repetition into its phases, with hindsight.

While it happens, one can't know how far a person will go. Once they are back, the furthest point is
known, and every frame's phase with it; verdicts are given on these.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.form.hold_clock import hold_of
from formcheck.form.phase_segment import Sample, Stretch
from formcheck.form.repetitions import Excursion

LEFT_REST_SHARE = 0.1
"""Share of the travel above rest at which the way out has begun, and the way back ended."""

PEAK_SHARE = 0.9
"""Share of the travel from which the position counts as the furthest point."""

STILL_SHARE_PER_S = 0.02
"""Share of the travel a second above which the person is still arriving, or already leaving. People
slow down and start up smoothly: within the last tenth of the way they spend half a second."""

SINKING_SHARE = 0.1
"""Share of the pace of the way back below which somebody only sinks."""

SLOPE_S = 0.4
"""Time over which that speed is taken."""

SHORTEST_HOLD_S = 0.4
"""A stop shorter than this is a turning point, and judged with the moments around it."""


@dataclass(frozen=True)
class PhaseCut:
    """The stretches of one repetition and the rest before it.

    peak: at the furthest point; where the person stopped there, only while they were still.
    hold_s: how long they were near it, as holds.py defines it.
    landing: from the furthest point to where the person settled again; whether rest was reached
        fully is judged on it.
    """

    rest: Stretch
    out: Stretch
    peak: Stretch
    back: Stretch
    landing: Stretch
    whole: Stretch
    hold_s: float

    @property
    def start_s(self) -> float:
        """When the person left the rest position."""
        return self.out.start_s

    @property
    def end_s(self) -> float:
        """When the person was back in it."""
        return self.back.end_s


def cut(samples: Sequence[Sample], excursion: Excursion) -> PhaseCut:
    """Cut samples (from the end of the last repetition until now) into phases.

    samples: at least one, in rising time.
    """
    leave = excursion.low + LEFT_REST_SHARE * excursion.travel
    arrive = excursion.low + PEAK_SHARE * excursion.travel
    # What came before it may lie higher: who arches their back begins from a level one.
    away = [i for i, sample in enumerate(samples) if sample.time_s >= excursion.left_rest_s]
    top = max(away, key=lambda i: _number(samples[i].signal))
    slow = STILL_SHARE_PER_S * excursion.travel
    first = _last_below(samples, leave, range(top, -1, -1), default=0)
    reached = _first_at_least(samples, arrive, range(first, top + 1), default=top)
    left = _first_at_least(samples, arrive, range(len(samples) - 1, top - 1, -1), default=top)
    last = _last_below(
        samples, leave, range(top, len(samples)), default=_turned(samples, arrive, top)
    )
    first = _until_slow(samples, range(first, -1, -1), slow)
    last = _until_slow(samples, range(last, len(samples)), slow)
    left = min(left, last)
    arrived, leaving = _still(samples, reached, left, slow)
    still = _stretch(samples, arrived, leaving)
    lowered = _gone(samples, leaving, left, last)
    stopped = still.seconds >= SHORTEST_HOLD_S
    return PhaseCut(
        rest=_stretch(samples, 0, first),
        out=_stretch(samples, first, reached),
        peak=still if stopped else _stretch(samples, reached, left),
        back=_stretch(samples, lowered, last),
        landing=_stretch(samples, left, len(samples) - 1),
        whole=_stretch(samples, 0, last),
        hold_s=_hold_s(samples[first : last + 1], excursion.low),
    )


def _hold_s(samples: Sequence[Sample], low: float) -> float:
    times = [sample.time_s for sample in samples]
    begin, end = hold_of(times, [sample.signal for sample in samples], low)
    return end - begin


def _turned(samples: Sequence[Sample], arrive: float, top: int) -> int:
    """Where a return that stopped short of rest ended; the last sample if there was no return."""
    after = range(top, len(samples))
    lowest = min(after, key=lambda i: -_number(-samples[i].signal))
    return lowest if samples[lowest].signal < arrive else len(samples) - 1


def _still(samples: Sequence[Sample], first: int, last: int, slow: float) -> tuple[int, int]:
    """The first and last sample of a run between arriving and leaving."""
    while first < last and _slope(samples, first, range(first + 1, last + 1)) > slow:
        first += 1
    while first < last and _slope(samples, last, range(last - 1, first - 1, -1)) > slow:
        last -= 1
    return first, last


def _gone(samples: Sequence[Sample], leaving: int, left: int, last: int) -> int:
    """Where the way back begins: a slow sinking before it is still the hold.

    leaving: where it begins at the earliest. left, last: where the last tenth of the way out is
    left, and the first one reached.
    """
    seconds = samples[last].time_s - samples[left].time_s
    if seconds <= 0:
        return leaving
    pace = SINKING_SHARE * (samples[left].signal - samples[last].signal) / seconds
    while leaving < left and -_slope(samples, leaving, range(leaving + 1, last + 1)) < pace:
        leaving += 1
    return leaving


def _until_slow(samples: Sequence[Sample], order: range, slow: float) -> int:
    """Going from the rest level outwards, the first sample from which it hardly falls any more."""
    for i in order:
        onwards = range(i + order.step, order.stop, order.step)
        if -_slope(samples, i, onwards) <= slow:
            return i
    return order.start


def _slope(samples: Sequence[Sample], start: int, onwards: range) -> float:
    """Rise a second from one sample over the next SLOPE_S, in the direction of `onwards`."""
    begin = samples[start]
    for i in onwards:
        seconds = abs(samples[i].time_s - begin.time_s)
        if seconds >= SLOPE_S and samples[i].signal == samples[i].signal:
            return (samples[i].signal - begin.signal) / seconds
    return 0.0


def _number(signal: float) -> float:
    return signal if signal == signal else float("-inf")


def _last_below(samples: Sequence[Sample], level: float, order: range, default: int) -> int:
    return next((i for i in order if samples[i].signal <= level), default)


def _first_at_least(samples: Sequence[Sample], level: float, order: range, default: int) -> int:
    return next((i for i in order if samples[i].signal >= level), default)


def _stretch(samples: Sequence[Sample], first: int, last: int) -> Stretch:
    part = samples[first : last + 1]
    return Stretch(part, samples[first].time_s, samples[max(first, last)].time_s)
