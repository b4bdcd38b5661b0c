"""Films as lessons: what is shown, what is true, and what there is to compare with."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.arms import elbow, shoulder
from formcheck.measure.body import Body
from formcheck.measure.body_lines import hip
from formcheck.measure.legs import knee
from formcheck.measure.scale import BodyScale
from formcheck.measure.trunk import trunk_inclination
from samples.learned_measures.features import ANGLES, MEASURES, shown
from samples.learned_measures.found_measures import poses_of
from samples.learned_measures.frames import Frames, frame_of
from samples.studio.random_films.records import Films
from samples.studio.truth import JOINT_NAMES

Array = NDArray[np.float64]

DRAWN = {"knee": knee, "hip": hip, "elbow": elbow, "shoulder": shoulder}


@dataclass(frozen=True, eq=False)
class Lessons:
    """Each frame once for each side, left ones first.

    shown (2N, F), of the side; candidates (2N, M, C), what geometry gives, the last of it between
    world points; true, drawn (2N, M): the truth, and today's angle in the picture (NaN where a
    joint can't be seen). Degrees, by MEASURES.
    near (2N): whether the side is nearer to the camera. film (2N): index of the film. person (2N):
    who is in it, told apart as far as the films tell.
    """

    shown: Array
    candidates: Array
    true: Array
    drawn: Array
    near: NDArray[np.bool_]
    film: NDArray[np.int64]
    person: NDArray[np.str_]

    def chosen(self, rows: NDArray[Any]) -> Lessons:
        """Some of the lessons."""
        return Lessons(*(getattr(self, one.name)[rows] for one in dataclasses.fields(self)))


def lessons_of(films: Films) -> Lessons:
    """Everything that there is to learn from films."""
    features, candidates = shown(_frames(films).both_sides())
    truths = [_true(films, side) for side in ("left", "right")]
    drawn = _drawn(films)
    left_is_near = _left_is_near(films)
    return Lessons(
        features,
        candidates,
        np.concatenate(truths),
        np.concatenate([drawn[:, 0], drawn[:, 1]]),
        np.concatenate([left_is_near, ~left_is_near]),
        np.concatenate([films.film, films.film]),
        np.tile(_person(films), 2),
    )


def _person(films: Films) -> NDArray[np.str_]:
    """The sample clips name who is in them; an act has somebody of its own."""
    names = [film.get("body") or f"act {film['act']}" for film in films.films]
    return np.array(names, str)[films.film]


def _frames(films: Films) -> Frames:
    """All frames, stood upright as far as the roll is known."""
    parts = [frame_of(pose) for pose in poses_of(films)]
    return Frames(
        *(
            np.concatenate([getattr(part, one.name) for part in parts])
            for one in dataclasses.fields(Frames)
        )
    )


def _true(films: Films, side: str) -> Array:
    names = list(films.films[0]["angle_names"])
    columns = [films["angles"][:, names.index(f"{measure}_{side}")] for measure in ANGLES]
    hips = list(ANGLES).index("hip")
    columns[hips] = 180 - np.abs(180 - np.abs(columns[hips]))
    columns.append(films["angles"][:, names.index("trunk_inclination")])
    return np.stack(columns, axis=1)


def _drawn(films: Films) -> Array:
    """Today's measures (N, 2, M)."""
    found = np.empty((len(films), 2, len(MEASURES)))
    for row, pose in enumerate(poses_of(films)):
        body = Body(pose, BodyScale(1.0, 1.0))
        for number, measure in enumerate(DRAWN.values()):
            found[row, :, number] = measure(body)
        found[row, :, -1] = trunk_inclination(body)
    return found


def _left_is_near(films: Films) -> NDArray[np.bool_]:
    eyes = np.array([film["eye"] for film in films.films])[films.film]

    def distance(side: str) -> Array:
        rows = [JOINT_NAMES.index(f"{joint}_{side}") for joint in ("shoulder", "hip")]
        away = films["joints"][:, rows] - eyes[:, None]
        return np.asarray(np.linalg.norm(away, axis=-1).mean(axis=1))

    return np.asarray(distance("left") <= distance("right"))
