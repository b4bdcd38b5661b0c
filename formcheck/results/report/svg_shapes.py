"""The shapes that plots are drawn with, as SVG: a class for the style sheet, and where they are.

Everything lies in the drawing's own units, from its left and its top.
"""

from typing import Literal

from markupsafe import Markup


def path(kind: str, commands: str) -> Markup:
    """A line. commands: as SVG writes them, e.g. `M0 10H40`."""
    return Markup('<path class="{}" d="{}"/>').format(kind, commands)


def box(kind: str, left: float, right: float, top: float, bottom: float) -> Markup:
    """A filled box, at least one unit wide so that it can be seen."""
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        kind, left, top, max(right - left, 1), max(bottom - top, 0)
    )


def dot(kind: str, x: float, y: float, radius: float) -> Markup:
    """A filled circle."""
    return Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{:g}"/>').format(
        kind, x, y, radius
    )


def letters(
    text: str, x: float, y: float, anchor: Literal["middle", "end"] = "middle", kind: str = ""
) -> Markup:
    """Words that stand around x, or end there, on the line y."""
    named = Markup(' class="{}"').format(kind) if kind else ""
    return Markup('<text{} x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
        named, x, y, anchor, text
    )
