"""How far off those measures are that nothing is learnt of, and whether their errors say so."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.error_table import errors_by_view
from formcheck.measure.learned.estimates import SIGMAS
from formcheck.measure.learned.foot import FOOT
from formcheck.measure.learned.measures import BETTER_DRAWN, MEASURES
from formcheck.measure.measure_name import plain_name
from samples.learned_measures.found_measures import found_measures
from samples.learned_measures.table import FEWEST, VIEWS, view_of
from samples.learned_measures.view_errors import STATED, errors_of
from samples.studio.random_films.records import Films

Array = NDArray[np.float64]

HEAD = "| measure | yaw | films | frames | off (95th) | in 90 % range | error stated |"


def drawn_as_markdown(films: Films) -> str:
    """The table, over both sides of a measure together."""
    lines = [HEAD, "|" + " --- |" * 7]
    views = np.array([view_of(film) for film in films.films])[films.film]
    for name, off, error in _measures(films):
        for view in VIEWS:
            rows = np.tile(views == view, len(off) // len(views)) & np.isfinite(off)
            if rows.sum() < FEWEST:
                continue
            own, stated = np.abs(off[rows]), error[rows]
            number = len(np.unique(np.tile(films.film, len(off) // len(views))[rows]))
            cells = [
                f"`{name}`",
                view,
                str(number),
                str(len(own)),
                f"{_short(own.mean())} ({_short(np.quantile(own, 0.95))})",
                f"{(own <= SIGMAS * stated).mean():.0%}",
                _short(float(np.median(stated))),
            ]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _measures(films: Films) -> Iterator[tuple[str, Array, Array]]:
    """Each measure with what it is off and its standard error; both sides one after the other."""
    found, off = found_measures(films), errors_of(films)
    stated = [
        errors_by_view(off, where, where.near_side, where.off_plane) for where in found.orientations
    ]
    plain = dict.fromkeys(plain_name(name) for name in off)
    for measure in plain:
        learnt = measure == FOOT or (measure in MEASURES and measure not in BETTER_DRAWN)
        if measure in STATED or learnt:
            continue
        names = [name for name in off if plain_name(name) == measure]
        errors = np.concatenate([[one[name] for one in stated] for name in names])
        yield measure, np.concatenate([off[name] for name in names]), errors


def _short(value: float) -> str:
    return f"{value:.1f}" if value >= 1 else f"{value:.3f}"
