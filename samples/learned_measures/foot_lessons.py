"""A crossed foot as lessons: how far it truly is beyond the other knee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import PER_TRUNK
from formcheck.measure.learned.foot import FOOT, candidates_of_foot
from formcheck.pose.landmarks import SIDES
from samples.learned_measures.found_measures import found_measures
from samples.learned_measures.learning import LearningSettings
from samples.learned_measures.lessons import Lessons, frames_of_films
from samples.learned_measures.rarity import rarity
from samples.learned_measures.true_measures import true_limbs
from samples.studio.random_films.records import Films

SETTINGS = LearningSettings(hidden=(96, 32), rounds=40)
"""One number is learnt from what otherwise sixteen are; as large as those of the back."""


def foot_lessons(films: Films, lessons: Lessons) -> Lessons:
    """Of the same films and frames as the lessons, both sides."""
    true = _both_sides(true_limbs(films))
    return replace(
        lessons,
        candidates=candidates_of_foot(frames_of_films(films).both_sides()),
        true=true,
        weight=rarity(true, np.tile(films.of_film("motion"), 2)),
        drawn=_both_sides(found_measures(films).values),
    )


def _both_sides(values: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    return PER_TRUNK * np.concatenate([values[f"{FOOT}.{side}"] for side in SIDES])[:, None]
