"""How far off the measures are: today's, the world points' and the learnt ones, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import OUTPUTS, WHOLE
from formcheck.measure.learned.network import Networks
from samples.learned_measures.lessons import Lessons
from samples.studio.random_films.records import Films

Array = NDArray[np.floating]

BANDS = ((0, 15), (15, 30), (30, 45), (45, 70))
"""Degrees of yaw off the side."""

VIEWS = (*(f"{low}–{high}" for low, high in BANDS), "front")

FEWEST = 30
"""Frames below which nothing is told."""


@dataclass(frozen=True)
class Row:
    """One measure on one side in one view.

    Each error is the mean and the 95th percentile in degrees; `seen` is the share of frames in
    which today's measure has a value at all, over which alone its error and `learned_seen` are.
    within: share of truths inside the stated 90 % range.
    """

    measure: str
    side: str
    view: str
    films: int
    frames: int
    seen: float
    drawn: tuple[float, float]
    learned_seen: tuple[float, float]
    world: tuple[float, float]
    learned: tuple[float, float]
    within: float
    half_width: float


def rows_of(films: Films, lessons: Lessons, networks: Networks) -> list[Row]:
    """The whole table."""
    value, half = networks(lessons.shown, lessons.candidates, lessons.near, lessons.turn)
    views = np.array([view_of(film) for film in films.films])[lessons.film]
    return [
        row
        for number, measure in enumerate(OUTPUTS)
        for view in VIEWS
        for row in _rows(lessons, value[:, number], half[:, number], number, measure, view, views)
    ]


def _rows(
    lessons: Lessons,
    value: Array,
    half: Array,
    number: int,
    measure: str,
    view: str,
    views: NDArray[np.str_],
) -> Iterator[Row]:
    sides = {"near": lessons.near, "far": ~lessons.near}
    if measure == WHOLE:
        sides = {"": lessons.near}
    for side, chosen in sides.items():
        rows = chosen & (views == view) & np.isfinite(lessons.true[:, number])
        if rows.sum() < FEWEST:
            continue
        true = lessons.true[rows, number]
        off = np.abs(value[rows] - true)
        drawn = np.abs(lessons.drawn[rows, number] - true)
        seen = np.isfinite(drawn)
        yield Row(
            measure,
            side,
            view,
            len(np.unique(lessons.film[rows])),
            int(rows.sum()),
            float(seen.mean()),
            _error(drawn[seen]),
            _error(off[seen]),
            _error(np.abs(lessons.candidates[rows, number, -1] - true)),
            _error(off),
            float((off <= half[rows]).mean()),
            float(np.median(half[rows])),
        )


def _error(off: Array) -> tuple[float, float]:
    if not len(off):
        return float("nan"), float("nan")
    return float(off.mean()), float(np.percentile(off, 95))


def view_of(film: Mapping[str, Any]) -> str:
    """One of VIEWS."""
    if film["view"] != "side":
        return "front"
    yaw = abs(film["yaw"])
    return next((f"{low}–{high}" for low, high in BANDS if low <= yaw < high), "")


def as_markdown(rows: list[Row]) -> str:
    """The table as a page shows it."""
    head = (
        "| measure | side | yaw | films | frames | drawn (seen) | learned there | world points "
        "| learned | in 90 % range | range ± |"
    )
    lines = [head, "|" + " --- |" * 11]
    for row in rows:
        cells = [
            f"`{row.measure}`",
            row.side,
            row.view,
            str(row.films),
            str(row.frames),
            f"{_told(row.drawn)} ({row.seen:.0%})",
            _told(row.learned_seen),
            _told(row.world),
            f"**{_told(row.learned)}**",
            f"{row.within:.0%}",
            f"{row.half_width:.0f}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _told(error: tuple[float, float]) -> str:
    return f"{error[0]:.1f} ({error[1]:.0f})"
