"""What every plot is drawn on: axes, their grid and their numbers, and the SVG around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup

from formcheck.measure.unit import CHORD_LENGTHS, DEGREES, SECONDS, TRUNK_LENGTHS, Unit
from formcheck.results.report.svg_shapes import letters, path
from formcheck.texts.texts import Texts

LEFT, RIGHT, TOP, BOTTOM = 46, 10, 12, 26
"""Room around the plot for its labels, in the drawing's own units."""

TICKS = 5

LEAST_REACH: Mapping[Unit, float] = {
    DEGREES: 30.0,
    TRUNK_LENGTHS: 0.3,
    CHORD_LENGTHS: 0.15,
    SECONDS: 1.0,
}
"""What a drawing spans at least: six times what a value is usually off (5 degrees, 0.05 and 0.025).
In less, trembling within that error would look like movement."""


@dataclass(frozen=True)
class Axes:
    """Where places along the plot, such as times, and values lie in the drawing.

    start, end: the places at its left and right edge. low, high: the values at its bottom and top.
    """

    width: int
    height: int
    start: float
    end: float
    low: float
    high: float

    @property
    def bottom(self) -> int:
        """From the top of the drawing, the line that the plot stands on."""
        return self.height - BOTTOM

    def x(self, place: float) -> float:
        """From the left, for a place."""
        share = (place - self.start) / (self.end - self.start)
        return LEFT + min(max(share, 0.0), 1.0) * (self.width - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """From the top, for a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - TOP)


def spanned(low: float, high: float, least: float) -> tuple[float, float]:
    """From the lowest to the highest value, or so much around both."""
    more = max(least - (high - low), 0.0) / 2
    return low - more, high + more


def svg(axes: Axes, label: str, *parts: Markup, description: str = "") -> Markup:
    """A drawing with its name, and what it shows in words for those who can't see it."""
    told = Markup("<desc>{}</desc>").format(description) if description else ""
    return Markup(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}{}</svg>'
    ).format(axes.width, axes.height, label, label, told, Markup().join(parts))


def grid(
    axes: Axes,
    unit_sign: str,
    marks: Iterable[tuple[float, str]],
    texts: Texts,
    values: Iterable[float] | None = None,
) -> Markup:
    """Lines for round values with their numbers, and the named places along the bottom.

    marks: places and their names. texts: of the language that numbers are written in. values: where
    the lines are, unless at round values.
    """
    right = axes.width - RIGHT
    parts = []
    for value in ticks(axes.low, axes.high) if values is None else values:
        y = axes.y(value)
        parts.append(path("grid", f"M{LEFT} {y:.1f}H{right}"))
        parts.append(letters(f"{texts.number(value)}{unit_sign}", LEFT - 5, y + 4, "end"))
    for place, name in marks:
        x = axes.x(place)
        parts.append(path("grid", f"M{x:.1f} {axes.bottom}v4"))
        parts.append(below(axes, x, name))
    return Markup().join(parts)


def below(axes: Axes, x: float, name: str) -> Markup:
    """The name of a place, under it."""
    if x > axes.width - 2 * RIGHT:  # there is no room for half of it
        return letters(name, axes.width, axes.bottom + 17, "end")
    return letters(name, x, axes.bottom + 17)


def ticks(low: float, high: float, most: int = TICKS) -> list[float]:
    """Round numbers between two values, at most about so many."""
    step = high / most - low / most
    if step == 0:
        return [low]
    magnitude = 10.0 ** floor(log10(step))
    rounder = (magnitude * factor for factor in (1, 2, 2.5, 5, 10))
    step = next((one for one in rounder if one >= step), step)
    return [number * step for number in range(ceil(low / step), floor(high / step) + 1)]
