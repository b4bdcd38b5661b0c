"""Repetitions of several recordings over one another as SVG: a line and its band for each."""

from collections.abc import Iterator
from itertools import groupby

import numpy as np
from markupsafe import Markup

from formcheck.analysis.comparing.comparison import MeasureCurves
from formcheck.analysis.comparing.curves import PERCENT, Array, Curve
from formcheck.results.report.svg_axes import LEAST_REACH, Axes, grid, spanned, svg
from formcheck.results.report.svg_shapes import path
from formcheck.texts.texts import Texts

SIZE = (460, 220)
"""Width and height of a drawing, in its own units."""

MARGIN = 0.06
"""Room above and below what is drawn, as a share of it."""

END = 102.0
"""Percent: so far does a drawing go, so that there is room for the last mark."""

MARKS = (0, 25, 50, 75, 100)


def curve_plot(of: MeasureCurves, label: str, description: str, texts: Texts) -> Markup:
    """The mean over a repetition's time in each recording; its spread is a band around it."""
    axes = _axes(of.curves, LEAST_REACH[of.unit])
    if axes is None:
        return Markup()
    marks = [(float(one), str(one)) for one in MARKS]
    bands = [part for number, one in enumerate(of.curves) for part in _band(number, one, axes)]
    lines = [
        path(f"line recording-{number}", _line(one.mean, axes))
        for number, one in enumerate(of.curves)
    ]
    parts = (grid(axes, of.unit.sign, marks, texts), *bands, *lines)
    return svg(axes, label, *parts, description=description)


def _axes(curves: tuple[Curve, ...], least: float) -> Axes | None:
    """least: that the values span at least."""
    spreads = [np.nan_to_num(one.spread) for one in curves]
    ends = [one.mean + way * by for one, by in zip(curves, spreads, strict=True) for way in (1, -1)]
    values = np.concatenate(ends)
    values = values[np.isfinite(values)]
    if not len(values):
        return None
    low, high = spanned(float(values.min()), float(values.max()), least)
    margin = MARGIN * (high - low)
    return Axes(*SIZE, 0.0, END, low - margin, high + margin)


def _line(values: Array, axes: Axes) -> str:
    """Broken where too little was seen."""
    return "".join(
        "M" + "L".join(f"{axes.x(place):.1f} {axes.y(value):.1f}" for place, value in run)
        for run in _runs(values)
    )


def _band(number: int, curve: Curve, axes: Axes) -> Iterator[Markup]:
    for run in _runs(curve.spread):
        there = [int(place) for place, _ in run]
        upper = [(place, curve.mean[place] + curve.spread[place]) for place in there]
        lower = [(place, curve.mean[place] - curve.spread[place]) for place in reversed(there)]
        corners = (f"{axes.x(place):.1f} {axes.y(value):.1f}" for place, value in (*upper, *lower))
        yield path(f"band recording-{number}", f"M{'L'.join(corners)}Z")


def _runs(values: Array) -> Iterator[list[tuple[float, float]]]:
    """Stretches without a gap, as places and values."""
    points = zip(PERCENT.tolist(), values.tolist(), strict=True)
    for seen, group in groupby(points, lambda point: point[1] == point[1]):
        if seen:
            yield list(group)
