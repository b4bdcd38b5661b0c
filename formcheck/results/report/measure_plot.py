"""Plots of a measure over time as SVG: allowed range, faults and repetitions marked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import inf
from typing import TypeVar

from markupsafe import Markup

from formcheck.measure.unit import Unit
from formcheck.results.report.svg_axes import (
    LEAST_REACH,
    LEFT,
    RIGHT,
    TOP,
    Axes,
    grid,
    spanned,
    svg,
    ticks,
)
from formcheck.results.report.svg_shapes import box, letters, path
from formcheck.results.report.thinned_series import SeriesSpan, ThinnedSeries
from formcheck.results.result_document import RepetitionJudged
from formcheck.results.wording.result_wording import SYMBOLS
from formcheck.results.wording.times_wording import clock
from formcheck.texts.texts import Texts

RunKey = TypeVar("RunKey")

CRITERION_SIZE, REPETITION_SIZE = (460, 150), (760, 210)
"""Width and height of the drawings, in their own units: letters can be read beside a video, where
the second is shown 600 pixels wide, and are not huge without one, where it is 980."""

UNITS_A_TIME = 100
"""Room for each time written below a drawing."""

MARGIN = 0.08
"""Room above and below what is drawn, as a share of it."""

NUMBER_ROOM = 0.16
"""Room above a line whose repetitions are numbered, as a share of it: the numbers stand there."""

NEAR = 2.0
"""A limit further than this from all that was measured, in multiples of how far that reaches, is
not drawn: it would flatten the line."""

LEAST = 1e-3
"""Seconds that a drawing spans at least."""


def criterion_plot(
    series: ThinnedSeries, label: str, unit: Unit, texts: Texts, error: float | None = None
) -> Markup:
    """A criterion's measure: the allowed range is shaded while it is judged, faults underlined.

    error: of the value that the verdict rests on, a band around the line; None for no band.

    Empty where nothing was measured.
    """
    axes = _axes(series.spans, CRITERION_SIZE, LEAST_REACH[unit])
    if axes is None:
        return Markup()
    curve = _curve(series.spans, axes, unit.sign, texts)
    allowed, faults = _allowed(series.spans, axes), _faults(series.spans, axes)
    band = [] if not error else [_band(series.spans, axes, error)]
    return svg(axes, label, *allowed, *band, *curve, *faults, _cursor(axes))


def repetition_plot(
    series: ThinnedSeries,
    repetitions: Sequence[RepetitionJudged],
    label: str,
    unit: Unit,
    texts: Texts,
) -> Markup:
    """The measure that repetitions are counted on, each of them numbered, with its verdict."""
    axes = _axes(series.spans, REPETITION_SIZE, LEAST_REACH[unit], above=NUMBER_ROOM)
    if axes is None:
        return Markup()
    marks = [mark for one in repetitions for mark in _repetition_mark(one, axes)]
    curve = _curve(series.spans, axes, unit.sign, texts)
    return svg(axes, label, *marks, *curve, _cursor(axes))


def _axes(
    spans: Sequence[SeriesSpan], size: tuple[int, int], least: float, above: float = MARGIN
) -> Axes | None:
    """least: that the values span at least."""
    values = [value for span in spans for _, value in span.points()]
    if not values:
        return None
    low, high = min(values), max(values)
    room = NEAR * max(high - low, least)
    allowed = [span.limits for span in spans if span.active and span.limits is not None]
    limits = [limit for both in allowed for limit in both if limit is not None]
    near = [limit for limit in limits if low - room <= limit <= high + room]
    low, high = min(low, *near, inf), max(high, *near, -inf)
    low, high = spanned(low, high, least)
    reach = high - low
    start_s, end_s = spans[0].start_s, spans[-1].end_s
    low, high = low - MARGIN * reach, high + above * reach
    return Axes(*size, start_s, max(end_s, start_s + LEAST), low, high)


def _curve(
    spans: Sequence[SeriesSpan], axes: Axes, unit_sign: str, texts: Texts
) -> Iterator[Markup]:
    """The line through all points on its grid; it is broken where nothing could be measured."""
    times = ticks(axes.start, axes.end, axes.width // UNITS_A_TIME)
    yield grid(axes, unit_sign, [(time_s, texts.told(clock(time_s))) for time_s in times], texts)
    commands, pen = [], "M"
    for span in spans:
        points = list(span.points())
        for time_s, value in points:
            commands.append(f"{pen}{axes.x(time_s):.1f} {axes.y(value):.1f}")
            pen = "L"
        if not points:
            pen = "M"
    yield path("line", "".join(commands))


def _band(spans: Sequence[SeriesSpan], axes: Axes, error: float) -> Markup:
    """As far around the line as the values may be off."""
    commands = ""
    for known, group in groupby(spans, lambda span: any(True for _ in span.points())):
        points = [point for span in group for point in span.points()] if known else []
        if len(points) > 1:
            above = [(time_s, value + error) for time_s, value in points]
            below = [(time_s, value - error) for time_s, value in reversed(points)]
            outline = (f"{axes.x(x):.1f} {axes.y(y):.1f}" for x, y in (*above, *below))
            commands += f"M{'L'.join(outline)}Z"
    return path("error", commands)


def _cursor(axes: Axes) -> Markup:
    """Where the video is, moved by the page's script; hidden without one."""
    return Markup(
        '<g class="time" data-start="{:.3f}" data-end="{:.3f}" data-left="{}" data-right="{}">'
        '<path class="cursor" d="M0 {}V{}"/></g>'
    ).format(axes.start, axes.end, LEFT, axes.width - RIGHT, TOP, axes.bottom)


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
    spans: Sequence[SeriesSpan], key: Callable[[SeriesSpan], RunKey | None]
) -> Iterator[tuple[tuple[float, float], RunKey]]:
    """Where neighbouring spans have the same key: from when to when, and the key."""
    place = 0
    for value, group in groupby(spans, key):
        begin, place = place, place + len(list(group))
        if value is not None:
            end_s = spans[place].start_s if place < len(spans) else spans[-1].end_s
            yield (spans[begin].start_s, end_s), value


def _repetition_mark(one: RepetitionJudged, axes: Axes) -> Iterator[Markup]:
    if one.start_s is None or one.end_s is None:
        return
    left, right = axes.x(one.start_s), axes.x(one.end_s)
    yield box(f"rep {one.verdict}", left, right, TOP, axes.bottom)
    name = f"{one.number}\u2009{SYMBOLS[one.verdict]}"
    yield letters(name, (left + right) / 2, TOP + 13, kind=f"number {one.verdict}")
