"""Learns classifiers in plain numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.recognition.resemblance import FARTHEST, Classifiers
from samples.learned_measures.descent import DescentSettings, descended, spread_of
from samples.learned_postures.lessons import PostureLessons

Array = NDArray[np.float32]


@dataclass(frozen=True)
class PostureLearningSettings(DescentSettings):
    """Besides: members, networks, which differ by chance; unsure, share of each answer that goes to
    all exercises alike (Szegedy et al. 2016), so that none is ever quite sure.
    """

    members: int = 3
    hidden: tuple[int, int] = (96, 48)
    rounds: int = 25
    batch: int = 256
    rate: float = 3e-3
    decay: float = 1e-2
    jitter: float = 0.1
    dropout: float = 0.1
    least_spread: float = 0.1
    unsure: float = 0.02


DEFAULTS = PostureLearningSettings()


def learn_postures(
    lessons: PostureLessons, seed: int, settings: PostureLearningSettings = DEFAULTS
) -> Classifiers:
    """Learn from lessons; left and right are learnt together, by the mirror image."""
    shown = lessons.shown.reshape(-1, lessons.shown.shape[2])
    sides = lessons.shown.shape[1]
    mean = np.asarray(shown.mean(axis=0), np.float32)
    spread = spread_of(shown, settings.least_spread)
    inputs = np.clip((shown - mean) / spread, -FARTHEST, FARTHEST).astype(np.float32)
    sure = np.eye(len(lessons.names), dtype=np.float32)[np.repeat(lessons.exercise, sides)]
    aim = (1 - settings.unsure) * sure + settings.unsure / len(lessons.names)
    weight = np.repeat(lessons.weight, sides)
    members = [
        _learnt(inputs, aim, weight, settings, np.random.default_rng((seed, number)))
        for number in range(settings.members)
    ]
    weights = tuple(np.stack([one[layer] for one in members]) for layer in (0, 2, 4))
    biases = tuple(np.stack([one[layer] for one in members]) for layer in (1, 3, 5))
    return Classifiers(lessons.names, mean, spread, weights, biases)


def _learnt(
    inputs: Array,
    aim: Array,
    weight: Array,
    settings: PostureLearningSettings,
    random: np.random.Generator,
) -> list[Array]:
    """Weights and biases of one network, by the cross entropy of what is aimed at."""

    def loss_gradient(out: Array, rows: NDArray[np.int64]) -> Array:
        shares = np.exp(out - np.logaddexp.reduce(out, axis=1, keepdims=True))
        own = weight[rows] / weight[rows].sum()
        return np.asarray((shares - aim[rows]) * own[:, None], np.float32)

    return descended(inputs, aim.shape[1], loss_gradient, settings, random)
