"""How far off the back's curve is, as its edge shows it and as it is learnt, by the view."""

from __future__ import annotations

import numpy as np

from formcheck.measure.learned.back import PER_CHORD
from formcheck.measure.learned.network import Networks
from samples.learned_measures.back_lessons import back_lessons
from samples.learned_measures.beside_drawn import beside_drawn
from samples.learned_measures.lessons import Lessons
from samples.learned_measures.table import FEWEST, VIEWS, view_of
from samples.studio.random_films.records import Films

HEAD = "| back's curve | films | frames | edge | learned | in 90 % range | range ± |"


def back_as_markdown(films: Films, lessons: Lessons, networks: Networks) -> str:
    """A line for each view, in chord lengths, over the frames in which the edge is seen.

    lessons: those of the films.
    """
    backs = back_lessons(films, lessons)
    value, half = networks(backs.shown, backs.candidates, backs.near, backs.turn)
    off, of_edge = (np.abs(found - backs.true)[:, 0] for found in (value, backs.drawn))
    views = np.array([view_of(film) for film in films.films])[backs.film]
    lines = [HEAD, "|" + " --- |" * 7]
    for view in VIEWS:
        rows = (views == view) & np.isfinite(off)
        if rows.sum() < FEWEST:
            continue
        cells = [
            view,
            str(len(np.unique(backs.film[rows]))),
            str(rows.sum() // 2),
            *beside_drawn(of_edge[rows], off[rows], half[rows, 0], unit=PER_CHORD, digits=3),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
