"""Plots of a measure over time as SVG: allowed range, faults and repetitions marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from math import ceil, floor, inf, log10
from typing import TypeVar

from formcheck.results.document import RepetitionJudged
from formcheck.results.series import Series, Span
from formcheck.results.wording import SYMBOLS

LEFT, RIGHT, TOP, BOTTOM = 46, 10, 12, 26
"""Room around the plot for its labels, in the drawing's own units."""

TICKS = 5

Key = TypeVar("Key")


@dataclass(frozen=True)
class Axes:
    """Where times and values lie in the drawing."""

    width: int
    height: int
    start_s: float
    end_s: float
    low: float
    high: float

    def x(self, time_s: float) -> float:
        """From the left, for a time."""
        share = (time_s - self.start_s) / (self.end_s - self.start_s)
        return LEFT + min(max(share, 0.0), 1.0) * (self.width - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """From the top, for a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.height - BOTTOM - min(max(share, 0.0), 1.0) * (self.height - TOP - BOTTOM)


def criterion_plot(series: Series, label: str, unit_sign: str) -> str:
    """A criterion's measure: the allowed range is shaded while it is judged, faults underlined.

    Empty where nothing was measured.
    """
    axes = _axes(series.spans, 460, 150)
    if axes is None:
        return ""
    return _svg(
        axes,
        label,
        "".join(_allowed(series.spans, axes)),
        _grid(axes, unit_sign),
        f'<path class="line" d="{_path(series.spans, axes)}"/>',
        "".join(_faults(series.spans, axes)),
    )


def repetition_plot(
    series: Series, repetitions: Sequence[RepetitionJudged], label: str, unit_sign: str
) -> str:
    """The measure that repetitions are counted on, each of them numbered, with its verdict."""
    axes = _axes(series.spans, 940, 230)
    if axes is None:
        return ""
    return _svg(
        axes,
        label,
        "".join(_repetition_mark(one, axes) for one in repetitions),
        _grid(axes, unit_sign),
        f'<path class="line" d="{_path(series.spans, axes)}"/>',
    )


def ticks(low: float, high: float, most: int = TICKS) -> list[float]:
    """Round numbers between two values, at most about so many."""
    step = (high - low) / most
    magnitude = 10.0 ** floor(log10(step))
    step = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor >= step)
    return [number * step for number in range(ceil(low / step), floor(high / step) + 1)]


def clock(time_s: float) -> str:
    """A time as people read it: `12 s`, `1:05`."""
    if time_s < 60:
        return f"{time_s:g} s"
    return f"{int(time_s // 60)}:{int(time_s % 60):02d}"


def _axes(spans: Sequence[Span], width: int, height: int) -> Axes | None:
    values = [value for span in spans for _, value in span.points()]
    if not values:
        return None
    limits = [limit for span in spans if span.active for limit in span.limits if limit is not None]
    low, high = min(values), max(values)
    reach = max(high - low, 1e-3)
    # A limit far from anything that was measured would flatten the line.
    near = [limit for limit in limits if low - 2 * reach <= limit <= high + 2 * reach]
    low, high = min(low, *near, inf), max(high, *near, -inf)
    margin = 0.08 * max(high - low, 1e-3)
    start_s, end_s = spans[0].start_s, spans[-1].end_s
    return Axes(width, height, start_s, max(end_s, start_s + 1e-3), low - margin, high + margin)


def _svg(axes: Axes, label: str, *parts: str) -> str:
    return (
        f'<svg viewBox="0 0 {axes.width} {axes.height}" role="img" aria-label="{escape(label)}">'
        f"<title>{escape(label)}</title>{''.join(parts)}</svg>"
    )


def _grid(axes: Axes, unit_sign: str) -> str:
    right, bottom = axes.width - RIGHT, axes.height - BOTTOM
    lines = []
    for value in ticks(axes.low, axes.high):
        y = axes.y(value)
        lines.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>')
        lines.append(
            f'<text x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{value:g}{unit_sign}</text>'
        )
    for time_s in ticks(axes.start_s, axes.end_s, axes.width // 100):
        x = axes.x(time_s)
        lines.append(f'<path class="grid" d="M{x:.1f} {bottom}v4"/>')
        lines.append(
            f'<text x="{x:.1f}" y="{bottom + 17}" text-anchor="middle">{clock(time_s)}</text>'
        )
    return "".join(lines)


def _path(spans: Sequence[Span], axes: Axes) -> str:
    """The line through all points; it is broken where nothing could be measured."""
    commands, pen = [], "M"
    for span in spans:
        points = list(span.points())
        for time_s, value in points:
            commands.append(f"{pen}{axes.x(time_s):.1f} {axes.y(value):.1f}")
            pen = "L"
        if not points:
            pen = "M"
    return "".join(commands)


def _allowed(spans: Sequence[Span], axes: Axes) -> Iterator[str]:
    for run, (low, high) in _runs(spans, lambda span: span.limits if span.active else None):
        top = axes.y(axes.high if high is None else high)
        bottom = axes.y(axes.low if low is None else low)
        yield _box("allowed", axes, run, top, bottom)


def _faults(spans: Sequence[Span], axes: Axes) -> Iterator[str]:
    bottom = axes.height - BOTTOM
    for run, _ in _runs(spans, lambda span: True if span.fault else None):
        yield _box("fault", axes, run, bottom - 6, bottom)


def _box(name: str, axes: Axes, run: tuple[float, float], top: float, bottom: float) -> str:
    left, right = map(axes.x, run)
    return (
        f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{max(right - left, 1):.1f}" '
        f'height="{max(bottom - top, 0):.1f}"/>'
    )


def _runs(
    spans: Sequence[Span], key: Callable[[Span], Key | None]
) -> Iterator[tuple[tuple[float, float], Key]]:
    """Where neighbouring spans have the same key: from when to when, and the key."""
    place = 0
    for value, group in groupby(spans, key):
        begin, place = place, place + len(list(group))
        if value is not None:
            end_s = spans[place].start_s if place < len(spans) else spans[-1].end_s
            yield (spans[begin].start_s, end_s), value


def _repetition_mark(one: RepetitionJudged, axes: Axes) -> str:
    left, right = axes.x(one.start_s), axes.x(one.end_s)
    bottom = axes.height - BOTTOM
    return (
        f'<rect class="rep {one.verdict}" x="{left:.1f}" y="{TOP}" '
        f'width="{max(right - left, 1):.1f}" height="{bottom - TOP}"/>'
        f'<text class="number {one.verdict}" x="{(left + right) / 2:.1f}" y="{TOP + 13}" '
        f'text-anchor="middle">{one.number}&#8201;{SYMBOLS[one.verdict]}</text>'
    )
