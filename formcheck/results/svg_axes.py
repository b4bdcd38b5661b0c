"""What every plot is drawn on: axes, their grid and their numbers, and the SVG around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

LEFT, RIGHT, TOP, BOTTOM = 46, 10, 12, 26
"""Room around the plot for its labels, in the drawing's own units."""

TICKS = 5


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


def svg(axes: Axes, label: str, *parts: str, description: str = "") -> str:
    """A drawing with its name, and what it shows in words for those who can't see it."""
    told = f"<desc>{escape(description)}</desc>" if description else ""
    return (
        f'<svg viewBox="0 0 {axes.width} {axes.height}" role="img" aria-label="{escape(label)}">'
        f"<title>{escape(label)}</title>{told}{''.join(parts)}</svg>"
    )


def grid(
    axes: Axes,
    unit_sign: str,
    marks: Iterable[tuple[float, str]],
    values: Iterable[float] | None = None,
) -> str:
    """Lines for round values with their numbers, and the named places along the bottom.

    marks: places and their names. values: where the lines are, unless at round values.
    """
    right = axes.width - RIGHT
    lines = []
    for value in ticks(axes.low, axes.high) if values is None else values:
        y = axes.y(value)
        lines.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>')
        lines.append(
            f'<text x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{value:g}{unit_sign}</text>'
        )
    for place, name in marks:
        x = axes.x(place)
        lines.append(f'<path class="grid" d="M{x:.1f} {axes.bottom}v4"/>')
        lines.append(
            f'<text x="{x:.1f}" y="{axes.bottom + 17}" text-anchor="middle">{escape(name)}</text>'
        )
    return "".join(lines)


def box(name: str, left: float, right: float, top: float, bottom: float) -> str:
    """A filled box of a class, at least one unit wide so that it can be seen."""
    return (
        f'<rect class="{name}" x="{left:.1f}" y="{top:.1f}" width="{max(right - left, 1):.1f}" '
        f'height="{max(bottom - top, 0):.1f}"/>'
    )


def ticks(low: float, high: float, most: int = TICKS) -> list[float]:
    """Round numbers between two values, at most about so many."""
    step = (high - low) / most
    magnitude = 10.0 ** floor(log10(step))
    step = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor >= step)
    return [number * step for number in range(ceil(low / step), floor(high / step) + 1)]
