"""How often single pictures are taken for the exercise that they are of, by the view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formcheck.recognition.resemblance import Classifiers
from samples.learned_postures.lessons import posture_lessons
from samples.studio.random_films.records import Films

BANDS = ((0, 15), (15, 30), (30, 45), (45, 60), (60, 100))
"""Degrees by which the camera is off the exercise's own view."""


def as_markdown(films: Films, learnt: Classifiers) -> str:
    """A line for each view, and one for each exercise."""
    films = films.chosen(np.isin(films.of_film("motion"), learnt.names))
    lessons = posture_lessons(films, learnt.names)
    logs = learnt(lessons.shown)
    right = logs.argmax(axis=1) == lessons.exercise
    of_right = np.exp(logs[np.arange(len(logs)), lessons.exercise])
    turned = np.abs(films.of_film("yaw"))
    groups = [(f"{low}–{high}°", (turned >= low) & (turned < high)) for low, high in BANDS]
    groups += [(name, lessons.exercise == place) for place, name in enumerate(learnt.names)]
    lines = ["| | pictures | likeliest | share of the right one |", "|" + " --- |" * 4]
    lines += [_line(name, of, right, of_right) for name, of in groups if of.any()]
    return "\n".join(lines)


def _line(
    name: str, of: NDArray[np.bool_], right: NDArray[np.bool_], share: NDArray[np.floating]
) -> str:
    return f"| {name} | {of.sum()} | {right[of].mean():.0%} | {np.median(share[of]):.2f} |"
