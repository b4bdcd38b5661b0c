"""A measure over time, thinned out as it comes, so that it can be drawn however long it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

MOST_POINTS = 2000
"""More than a plot can show on any screen."""

AllowedRange = tuple[float | None, float | None]


@dataclass
class SeriesSpan:
    """A short stretch of time: its lowest and its highest value, each with its own time.

    lowest, highest: (time, value), or None where nothing could be measured.
    active: whether it was being judged. fault: whether it was a fault. limits: the allowed range,
    None while it isn't known yet.
    """

    start_s: float
    end_s: float
    lowest: tuple[float, float] | None
    highest: tuple[float, float] | None
    active: bool
    fault: bool
    limits: AllowedRange | None

    def merge(self, later: "SeriesSpan") -> None:
        """Make one of two neighbours; peaks and faults are never lost."""
        if self.lowest is None or (later.lowest and later.lowest[1] < self.lowest[1]):
            self.lowest = later.lowest
        if self.highest is None or (later.highest and later.highest[1] > self.highest[1]):
            self.highest = later.highest
        known = later.active and later.limits is not None
        if known or not self.active:
            self.limits = later.limits
        self.end_s = later.end_s
        self.active = self.active or later.active
        self.fault = self.fault or later.fault

    def outside(self, limits: AllowedRange) -> bool:
        """Whether any of it lies beyond a range."""
        low, high = limits
        return any(
            (low is not None and value < low) or (high is not None and value > high)
            for _, value in self.points()
        )

    def points(self) -> Iterator[tuple[float, float]]:
        """Its lowest and its highest value in the order of time."""
        ends = [end for end in (self.lowest, self.highest) if end is not None]
        yield from sorted(set(ends))


class ThinnedSeries:
    """At most `most_points` points of a signal, the extremes of every stretch among them."""

    def __init__(self, most_points: int = MOST_POINTS) -> None:
        self._most_spans = max(most_points // 2, 2)
        self._width_s = 0.0
        self._spans: list[SeriesSpan] = []

    @property
    def spans(self) -> Sequence[SeriesSpan]:
        """The stretches in the order of time."""
        return self._spans

    def update(
        self,
        time_s: float,
        value: float,
        *,
        active: bool = False,
        fault: bool = False,
        limits: AllowedRange | None = (None, None),
    ) -> None:
        """Take in the next value, NaN where there is none; times rise."""
        point = (time_s, value) if isfinite(value) else None
        span = SeriesSpan(time_s, time_s, point, point, active, fault, limits)
        last = self._spans[-1] if self._spans else None
        if last is not None and time_s - last.start_s < self._width_s:
            last.merge(span)
            return
        self._spans.append(span)
        if len(self._spans) > self._most_spans:
            self._thin_out()

    def learn_limits(self, limits: AllowedRange, *, fault: bool = False) -> None:
        """The allowed range is known now, also of what came before.

        fault: whether that turned out to be a fault where it was judged and lies outside.
        """
        for span in self._spans:
            if span.limits is None:
                span.limits = limits
                span.fault = span.fault or (fault and span.active and span.outside(limits))

    def _thin_out(self) -> None:
        """Join neighbours two by two."""
        spans = self._spans
        for first, second in zip(spans[::2], spans[1::2], strict=False):
            first.merge(second)
        self._spans = spans[::2]
        covered_s = self._spans[-1].end_s - self._spans[0].start_s
        self._width_s = covered_s / len(self._spans)
