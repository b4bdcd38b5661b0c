"""What is kept of a film: landmarks with the truth, never the picture.

One file holds one film or many: an array for each field, a row a frame, and what holds for a whole
film as JSON. Numbers are kept as whole ones, as fine as they mean anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LOST = np.iinfo(np.int16).min
"""Stands for NaN."""

FINENESS: Mapping[str, float] = {
    "time_s": 500.0,
    "landmarks": 32.0,
    "world": 1000.0,
    "visibility": 1000.0,
    "presence": 1000.0,
    "roll": 100.0,
    "outline": 1000.0,
    "back_found": 10000.0,
    "joints": 1000.0,
    "angles": 50.0,
    "rounding": 10000.0,
}
"""Field → steps in one unit.

Found: landmarks (33, 3) pixels and world (33, 3) metres, as in `Pose`; visibility, presence (33);
roll, degrees, as formcheck takes it from the room; outline (2, 12), see `trunk_outline`;
back_found, the back's rounding as its edge is drawn.

True: joints (J, 3) metres, angles (A) degrees, rounding of the back; see `samples.studio.truth`."""


@dataclass(frozen=True, eq=False)
class Films:
    """Frames of many films.

    fields: by name, a row a frame.
    film: for each frame the index of its film.
    films: what holds for each film: act, part, motion, fault, degree, repetitions, camera.
    """

    fields: Mapping[str, Array]
    film: NDArray[np.int64]
    films: Sequence[Mapping[str, Any]]

    def __len__(self) -> int:
        return len(self.film)

    def __getitem__(self, name: str) -> Array:
        return self.fields[name]

    def of_film(self, name: str) -> NDArray[Any]:
        """One of the films' values, for each frame."""
        return np.array([film[name] for film in self.films])[self.film]

    def chosen(self, rows: NDArray[Any]) -> Films:
        """Some of the frames."""
        fields = {name: values[rows] for name, values in self.fields.items()}
        return Films(fields, self.film[rows], self.films)


def joined(many: Iterable[Films]) -> Films:
    """Several as one."""
    parts = list(many)
    starts = np.cumsum([0, *[len(part.films) for part in parts]])
    fields = {name: np.concatenate([part[name] for part in parts]) for name in FINENESS}
    film = np.concatenate([part.film + start for part, start in zip(parts, starts, strict=False)])
    return Films(fields, film, [film for part in parts for film in part.films])


def write_films(path: Path, films: Films) -> None:
    """Write them, whole or not at all."""
    whole = {name: _whole(films[name], steps) for name, steps in FINENESS.items()}
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            film=films.film.astype(np.int32),
            films=np.frombuffer(json.dumps(list(films.films)).encode(), np.uint8),
            **whole,
        )
    unfinished.replace(path)


def read_films(path: Path) -> Films:
    """Read what `write_films` wrote."""
    with np.load(path) as data:
        fields = {name: _fine(data[name], steps) for name, steps in FINENESS.items()}
        films = json.loads(data["films"].tobytes().decode())
        return Films(fields, data["film"].astype(np.int64), films)


def _whole(values: Array, steps: float) -> NDArray[np.int16]:
    stepped = np.round(np.nan_to_num(values, nan=0.0) * steps).clip(LOST + 1, -LOST - 1)
    return np.where(np.isnan(values), LOST, stepped).astype(np.int16)


def _fine(values: NDArray[np.int16], steps: float) -> Array:
    return np.where(values == LOST, np.nan, values / steps)
