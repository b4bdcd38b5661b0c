"""Learns by how much each measure is off, by the view alone: `measured_errors.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.measure import error_table
from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.error_table import TURNS
from formcheck.measure.measure_name import plain_name
from formcheck.pose.landmarks import SIDES
from samples.learned_measures.found_measures import found_measures
from samples.learned_measures.true_measures import films_median, true_measures
from samples.studio.random_films.records import Films

Array = NDArray[np.float64]
Rows = NDArray[np.bool_]

MEASURED_ERRORS = Path(error_table.__file__).with_name("measured_errors.toml")

HALF_WAY = (15.0, 30.0, 45.0, 60.0)
"""Degrees between one of TURNS and the next."""

ONLY_IN: Mapping[str, str] = {"arm_lead": "bird-dog"}
"""Measures that one exercise asks for, and that mean nothing in others."""

STATED = ("elbow_from_reach",)
"""Measures by a person's own lengths, which single pictures don't tell."""

WHOLE_TURN = ("leg_to_trunk", "arm_to_trunk")
"""Signed angles: 170 and -170 are 20 apart."""

SAME_IN_EVERYBODY = ("head_elevation",)
"""Measured to the ear, true to the eyes: what lies between is the same in everybody."""

FEWEST = 25
"""Frames below which a cell is as unsure as the worst of its row."""

SIGMAS = 1.645
"""Standard deviations that 90 of 100 values lie within, where they are normal."""

HEAD = """# Standard errors of the measures, learnt from random films: don't edit, run
# `python -m samples.learned_measures errors`. Each is what 9 of 10 frames are off at most, over
# 1.645. near, far, on_the_side: at each of TURNS degrees off the plane (error_table.py).
"""


def view_errors(films: Films) -> str:
    """The file's text: for each measure its errors on the near and on the far side."""
    off = errors_of(films)
    found = found_measures(films)
    where = found.orientations
    turns = np.digitize([one.off_plane for one in where], HALF_WAY)
    lying = np.array([one.on_the_side for one in where])
    left_near = np.array([one.near_side == "left" for one in where])
    text = [HEAD]
    for name in CATALOGUE:
        if name in STATED or not any(plain_name(key) == name for key in off):
            continue
        near, far = _by_side(off, name, left_near)
        rows = {"near": (near, ~lying), "far": (far, ~lying)}
        if not CATALOGUE[name].sided:
            del rows["far"]
        text.append(f"[{name}]")
        for row, (values, chosen) in rows.items():
            text.append(f"{row} = {_told(_row(values[chosen], turns[chosen]))}")
        both = np.concatenate([near[lying], far[lying]])
        if np.isfinite(both).sum() >= FEWEST:
            text.append(f"on_the_side = {_told(_row(both, np.tile(turns[lying], 2)))}")
        text.append("")
    return "\n".join(text)


def by_the_book(films: Films) -> Films:
    """Without loosened poses: what is drawn is judged in exercises, whose postures those aren't."""
    loosened = np.array([film.get("loosened", False) for film in films.films])[films.film]
    return films.chosen(~loosened)


def errors_of(films: Films) -> Mapping[str, Array]:
    """Found less true, for each measure by full name."""
    found, true = found_measures(films).values, true_measures(films)
    off: dict[str, Array] = {}
    for name, truth in true.items():
        plain = plain_name(name)
        values = found[name] - truth
        if plain in WHOLE_TURN:
            values = (values + 180) % 360 - 180
        if plain in SAME_IN_EVERYBODY:
            values = values - np.nanmedian(values)
        if plain in ONLY_IN:
            values = np.where(films.of_film("motion") == ONLY_IN[plain], values, np.nan)
        if CATALOGUE[plain].of_picture:
            still = np.array([film.get("still", False) for film in films.films])[films.film]
            values = np.where(still, np.nan, values - films_median(films, values))
        off[name] = values
    return off


def _by_side(off: Mapping[str, Array], name: str, left_near: Rows) -> tuple[Array, Array]:
    if name in off:
        return off[name], off[name]
    left, right = (off[f"{name}.{side}"] for side in SIDES)
    return np.where(left_near, left, right), np.where(left_near, right, left)


def _row(values: Array, turns: NDArray[np.int64]) -> Array:
    """Errors at each turn; none smaller than where it is better seen."""
    cells = np.full(len(TURNS), np.nan)
    for turn in range(len(TURNS)):
        own = np.abs(values[(turns == turn) & np.isfinite(values)])
        if len(own) >= FEWEST:
            cells[turn] = np.quantile(own, 0.9) / SIGMAS
    worst = np.nanmax(cells) if np.isfinite(cells).any() else np.nan
    return np.asarray(np.maximum.accumulate(np.where(np.isnan(cells), worst, cells)))


def _told(row: Array) -> str:
    return "[" + ", ".join(f"{value:.3g}" for value in row) + "]"
