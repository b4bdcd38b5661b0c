"""Gathers what was kept of many acts into one small file for each part."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from samples.studio.errors import StudioError
from samples.studio.random_films.records import Films, joined, read_films, write_films
from samples.studio.random_films.split import Part

FLOWING = 8.0
"""Frames a second from which neighbouring frames show almost the same."""

EVERY = 3
"""Of such films every third frame is gathered."""


def gather(folder: Path, out: Path) -> dict[Part, Films]:
    """Write PART.npz for each part from the acts in `folder`, and from what was gathered before.

    Raises StudioError where there are none.
    """
    acts = [read_films(path) for path in sorted(folder.glob("*.npz"))]
    if not acts:
        raise StudioError(f"No films in {folder}: film some first.")
    out.mkdir(parents=True, exist_ok=True)
    gathered = {}
    for part in Part:
        path = out / f"{part}.npz"
        before = [read_films(path)] if path.exists() else []
        known = {film["act"] for films in before for film in films.films}
        own = [films for films in acts if _is_new(films.films[0], part, known)]
        if own:
            gathered[part] = joined([*before, thinned(joined(own))])
            write_films(path, gathered[part])
    return gathered


def _is_new(film: Mapping[str, Any], part: Part, known: Collection[int]) -> bool:
    return film["part"] == part and film["act"] not in known


def thinned(films: Films) -> Films:
    """Without frames in which nobody was found, nor those that hardly differ from others.

    The share of frames in which somebody was found is kept with each film.
    """
    found = np.isfinite(films["landmarks"][:, 0, 0])
    within = np.arange(len(films)) - np.searchsorted(films.film, films.film)
    flowing = films.of_film("rate") >= FLOWING
    shares = [float(found[films.film == number].mean()) for number in range(len(films.films))]
    told = [
        {**film, "found": round(share, 3)} for film, share in zip(films.films, shares, strict=True)
    ]
    kept = films.chosen(found & (~flowing | (within % EVERY == 0)))
    return Films(kept.fields, kept.film, told)
