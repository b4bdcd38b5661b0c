"""Films as lessons: what is shown, what is true, and what there is to compare with."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import OUTPUTS, WHOLE, shown
from formcheck.measure.learned.frames import Frames, frame_of
from formcheck.measure.learned.measures import MEASURES
from formcheck.pose.landmarks import SIDES
from samples.learned_measures.found_measures import found_measures, poses_of
from samples.learned_measures.rarity import rarity
from samples.learned_measures.true_measures import true_limbs
from samples.studio.random_films.records import Films

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Lessons:
    """Each frame once for each side, left ones first.

    shown (2N, F), of the side; candidates (2N, M, C), what geometry gives, the last of it between
    world points; true, drawn (2N, M): the truth, and the angle in the picture (NaN where a joint
    can't be seen). Degrees, by OUTPUTS.
    weight (2N, M): how much each counts, see `rarity`.
    near (2N): whether formcheck takes the side for the nearer one. turn (2N): degrees by which it
    takes the camera to be turned off the body's plane. film (2N): index of the film. person (2N):
    who is in it, told apart as far as the films tell.
    """

    shown: Array
    candidates: Array
    true: Array
    drawn: Array
    weight: Array
    near: NDArray[np.bool_]
    turn: Array
    film: NDArray[np.int64]
    person: NDArray[np.str_]

    def chosen(self, rows: NDArray[Any]) -> Lessons:
        """Some of the lessons."""
        return Lessons(*(getattr(self, one.name)[rows] for one in dataclasses.fields(self)))


def lessons_of(films: Films) -> Lessons:
    """Everything that there is to learn from films."""
    features, candidates = shown(frames_of_films(films).both_sides())
    found, true = found_measures(films), true_limbs(films)
    true = {**true, **_twists_as_they_like(films, true)}
    outputs = _both_sides(true)
    left_is_near = np.array([one.near_side == "left" for one in found.orientations])
    turn = np.array([one.off_plane for one in found.orientations])
    return Lessons(
        features,
        candidates,
        outputs,
        _both_sides(found.values),
        rarity(outputs, np.tile(films.of_film("motion"), 2)),
        np.concatenate([left_is_near, ~left_is_near]),
        np.concatenate([turn, turn]),
        np.concatenate([films.film, films.film]),
        np.tile(_person(films), 2),
    )


def _twists_as_they_like(films: Films, true: Mapping[str, Array]) -> dict[str, Array]:
    """How far people are twisted where their poses are loosened; elsewhere NaN.

    In all other films hardly anybody is, from which is learnt that nobody ever is.
    """
    loosened = np.array([film.get("loosened", False) for film in films.films])[films.film]
    names = [f"trunk_twist.{side}" for side in SIDES]
    return {name: np.where(loosened, true[name], np.nan) for name in names}


def _person(films: Films) -> NDArray[np.str_]:
    """The sample clips name who is in them; an act has somebody of its own."""
    names = [film.get("body") or f"act {film['act']}" for film in films.films]
    return np.array(names, str)[films.film]


def frames_of_films(films: Films) -> Frames:
    """All frames, stood upright as far as the roll is known."""
    parts = [frame_of(pose) for pose in poses_of(films)]
    return Frames(
        *(
            np.concatenate([getattr(part, one.name) for part in parts])
            for one in dataclasses.fields(Frames)
        )
    )


def _both_sides(values: Any) -> Array:
    """Measures of films by full name as the networks' outputs (2N, M)."""
    return np.concatenate(
        [
            np.stack([_output(values, output, side) for output in OUTPUTS], axis=1)
            for side in ("left", "right")
        ]
    )


def _output(values: Any, output: str, side: str) -> Array:
    """An output by the first measure that is made of it."""
    name, made = next((n, m) for n, m in MEASURES.items() if m.output == output)
    found = values[name if output == WHOLE else f"{name}.{side}"]
    return np.asarray((found - made.offset) / made.factor)
