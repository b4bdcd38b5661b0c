"""Films as lessons: what is shown of each frame, and which exercise it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import shown
from samples.learned_measures.lessons import frames_of_films
from samples.studio.random_films.records import Films


@dataclass(frozen=True, eq=False)
class PostureLessons:
    """N frames. shown: N × 2 × F, as they are and in the mirror. exercise: N places among names."""

    names: tuple[str, ...]
    shown: NDArray[np.float32]
    exercise: NDArray[np.int64]

    @property
    def weight(self) -> NDArray[np.float32]:
        """How much each counts, N: all exercises the same."""
        often = np.bincount(self.exercise, minlength=len(self.names))
        weight = 1 / often[self.exercise]
        return np.asarray(weight / weight.mean(), np.float32)


def exercises_in(films: Films) -> tuple[str, ...]:
    """What is done in some films, in order."""
    return tuple(sorted({str(film["motion"]) for film in films.films}))


def posture_lessons(films: Films, names: Sequence[str]) -> PostureLessons:
    """Of all frames in which one of some exercises is done, whichever moment of it it is."""
    motion = films.of_film("motion")
    films = films.chosen(np.isin(motion, names))
    features, _ = shown(frames_of_films(films).both_sides())
    both = features.reshape(2, len(films), -1).swapaxes(0, 1).astype(np.float32)
    place = {name: number for number, name in enumerate(names)}
    exercise = np.array([place[str(name)] for name in films.of_film("motion")])
    return PostureLessons(tuple(names), both, exercise)
