"""One measure over a demonstration: its range, its trembling, and the repetitions it shows."""

from collections.abc import Sequence
from math import sqrt
from statistics import median

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter
from formcheck.learn.shown import ShownFrame


def known_in_order(signals: Sequence[float]) -> list[float]:
    """The values that are known, in the order of time."""
    return [value for value in signals if value == value]


def counted(
    frames: Sequence[ShownFrame], signals: Sequence[float], least_travel: float
) -> tuple[tuple[RepetitionCycle, range], ...]:
    """Every repetition with its frames, from the end of the one before to where it was told."""
    counter = RepetitionCounter(least_travel)
    spans: list[tuple[RepetitionCycle, range]] = []
    began = 0
    for index, (frame, value) in enumerate(zip(frames, signals, strict=True)):
        cycle = counter.update(frame.time_s, value)
        if cycle is not None:
            over = next(i for i in range(index, began, -1) if frames[i].time_s <= cycle.over_s)
            spans.append((cycle, range(began, over + 1)))
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


def range_of(rising: Sequence[float], ends: tuple[float, float]) -> tuple[float, float]:
    """The values that these shares of a rising series are below.

    Raises IndexError where there is no value.
    """
    low, high = ends
    return rising[int(low * len(rising))], rising[int(high * (len(rising) - 1))]
