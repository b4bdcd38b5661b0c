"""How far off a crossed foot is in the exercise that asks for it, drawn and learnt, by the view."""

from __future__ import annotations

import numpy as np

from formcheck.measure.learned.features import PER_TRUNK
from formcheck.measure.learned.foot import FOOT
from formcheck.measure.learned.network import Networks
from samples.learned_measures.beside_drawn import beside_drawn
from samples.learned_measures.foot_lessons import foot_lessons
from samples.learned_measures.lessons import Lessons
from samples.studio.random_films.records import Films

ASKED_BY = "seated-twist"

BANDS = ((0, 25), (25, 50), (50, 100))
"""Degrees by which the camera is off the front."""

HEAD = f"| `{FOOT}` | values | drawn | learned | in 90 % range | range ± |"


def foot_as_markdown(films: Films, lessons: Lessons, networks: Networks) -> str:
    """A line for each view, in trunk lengths. lessons: those of the films."""
    foot = foot_lessons(films, lessons)
    value, half = networks(foot.shown, foot.candidates, foot.near, foot.turn)
    off, of_drawn = (np.abs(found - foot.true)[:, 0] for found in (value, foot.drawn))
    asked = np.tile(films.of_film("motion") == ASKED_BY, 2)
    turned = np.abs(np.tile(films.of_film("yaw"), 2))
    lines = [HEAD, "|" + " --- |" * 6]
    for low, high in BANDS:
        rows = asked & (turned >= low) & (turned < high) & np.isfinite(off)
        if not rows.any():
            continue
        cells = [
            f"{low}–{high}° off the front",
            str(rows.sum()),
            *beside_drawn(of_drawn[rows], off[rows], half[rows, 0], unit=PER_TRUNK, digits=2),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
