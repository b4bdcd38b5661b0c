"""The back's curve as lessons: where its edge is seen, how far the back truly is rounded."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from formcheck.measure.learned.back import PER_CHORD, shown_of_back
from samples.learned_measures.learning import LearningSettings
from samples.learned_measures.lessons import Lessons
from samples.learned_measures.rarity import rarity
from samples.studio.random_films.records import Films

SETTINGS = LearningSettings(hidden=(96, 32))
"""One number is learnt from what otherwise sixteen are."""


def back_lessons(films: Films, lessons: Lessons) -> Lessons:
    """Of the same films and frames as the lessons, those in which the back's edge was found."""
    drawn = np.tile(films["back_found"], 2)
    seen = np.isfinite(drawn)
    features, candidates = shown_of_back(lessons.shown, np.nan_to_num(drawn))
    true = PER_CHORD * np.tile(films["rounding"], 2)[:, None]
    back = replace(
        lessons,
        shown=features,
        candidates=candidates,
        true=true,
        weight=rarity(true, np.tile(films.of_film("motion"), 2)),
        drawn=PER_CHORD * drawn[:, None],
        # A back has no side: the ranges of both are one.
        near=np.ones_like(lessons.near),
    )
    return back.chosen(seen)
