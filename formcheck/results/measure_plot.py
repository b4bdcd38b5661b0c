"""Plots of a measure over time as SVG: allowed range, faults and repetitions marked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import inf
from typing import TypeVar

from markupsafe import Markup

from formcheck.results.result_document import RepetitionJudged
from formcheck.results.result_wording import SYMBOLS
from formcheck.results.svg_axes import TOP, Axes, grid, svg, ticks
from formcheck.results.svg_shapes import box, letters, path
from formcheck.results.thinned_series import SeriesSpan, ThinnedSeries

Key = TypeVar("Key")


def criterion_plot(series: ThinnedSeries, label: str, unit_sign: str) -> Markup:
    """A criterion's measure: the allowed range is shaded while it is judged, faults underlined.

    Empty where nothing was measured.
    """
    axes = _axes(series.spans, 460, 150)
    if axes is None:
        return Markup()
    return svg(
        axes,
        label,
        *_allowed(series.spans, axes),
        _grid(axes, unit_sign),
        path("line", _course(series.spans, axes)),
        *_faults(series.spans, axes),
    )


def repetition_plot(
    series: ThinnedSeries, repetitions: Sequence[RepetitionJudged], label: str, unit_sign: str
) -> Markup:
    """The measure that repetitions are counted on, each of them numbered, with its verdict."""
    axes = _axes(series.spans, 940, 230)
    if axes is None:
        return Markup()
    return svg(
        axes,
        label,
        *(mark for one in repetitions for mark in _repetition_mark(one, axes)),
        _grid(axes, unit_sign),
        path("line", _course(series.spans, axes)),
    )


def clock(time_s: float) -> str:
    """A time as people read it: `12 s`, `1:05`."""
    if time_s < 60:
        return f"{time_s:g} s"
    return f"{int(time_s // 60)}:{int(time_s % 60):02d}"


def _axes(spans: Sequence[SeriesSpan], width: int, height: int) -> Axes | None:
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


def _grid(axes: Axes, unit_sign: str) -> Markup:
    times = ticks(axes.start, axes.end, axes.width // 100)
    return grid(axes, unit_sign, [(time_s, clock(time_s)) for time_s in times])


def _course(spans: Sequence[SeriesSpan], axes: Axes) -> str:
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


def _allowed(spans: Sequence[SeriesSpan], axes: Axes) -> Iterator[Markup]:
    for (start, end), (low, high) in _runs(
        spans, lambda span: span.limits if span.active else None
    ):
        top = axes.y(axes.high if high is None else high)
        bottom = axes.y(axes.low if low is None else low)
        yield box("allowed", axes.x(start), axes.x(end), top, bottom)


def _faults(spans: Sequence[SeriesSpan], axes: Axes) -> Iterator[Markup]:
    for (start, end), _ in _runs(spans, lambda span: True if span.fault else None):
        yield box("fault", axes.x(start), axes.x(end), axes.bottom - 6, axes.bottom)


def _runs(
    spans: Sequence[SeriesSpan], key: Callable[[SeriesSpan], Key | None]
) -> Iterator[tuple[tuple[float, float], Key]]:
    """Where neighbouring spans have the same key: from when to when, and the key."""
    place = 0
    for value, group in groupby(spans, key):
        begin, place = place, place + len(list(group))
        if value is not None:
            end_s = spans[place].start_s if place < len(spans) else spans[-1].end_s
            yield (spans[begin].start_s, end_s), value


def _repetition_mark(one: RepetitionJudged, axes: Axes) -> Iterator[Markup]:
    left, right = axes.x(one.start_s), axes.x(one.end_s)
    yield box(f"rep {one.verdict}", left, right, TOP, axes.bottom)
    name = f"{one.number}\u2009{SYMBOLS[one.verdict]}"
    yield letters(name, (left + right) / 2, TOP + 13, kind=f"number {one.verdict}")
