"""Learns classifiers in plain numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.recognition.resemblance import FARTHEST, Classifiers
from samples.learned_measures.descent import adam, batches, beginning, falling, spread_of
from samples.learned_postures.lessons import PostureLessons

Array = NDArray[np.float32]


@dataclass(frozen=True)
class PostureLearningSettings:
    """How it is learnt.

    members: networks, which differ by chance. hidden: units of the two layers. rounds, batch, rate,
    decay, jitter, dropout, least_spread: as for the measures. unsure: share of each answer that
    goes to all exercises alike (Szegedy et al. 2016), so that none is ever quite sure.
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
    biases = tuple(np.stack([one[layer] for one in members])[:, None] for layer in (1, 3, 5))
    return Classifiers(lessons.names, mean, spread, weights, biases)


def _learnt(
    inputs: Array,
    aim: Array,
    weight: Array,
    settings: PostureLearningSettings,
    random: np.random.Generator,
) -> list[Array]:
    """Weights and biases of one network, by the cross entropy of what is aimed at."""
    parameters = beginning((inputs.shape[1], *settings.hidden, aim.shape[1]), random)
    moments = [(np.zeros_like(one), np.zeros_like(one)) for one in parameters]
    steps = settings.rounds * (len(inputs) // settings.batch)
    order = batches(len(inputs), settings.rounds, settings.batch, random)
    for step, rows in enumerate(order, start=1):
        noise = random.standard_normal((len(rows), inputs.shape[1]), dtype=np.float32)
        shown = inputs[rows] + settings.jitter * noise
        gradients = _gradients(parameters, shown, aim[rows], weight[rows], settings, random)
        rate = falling(settings.rate, step, steps)
        adam(parameters, moments, gradients, step, rate, settings.decay)
    return parameters


def _gradients(
    parameters: list[Array],
    shown: Array,
    aim: Array,
    weight: Array,
    settings: PostureLearningSettings,
    random: np.random.Generator,
) -> list[Array]:
    layers, masks = [shown], []
    for number in (0, 2):
        before = layers[-1] @ parameters[number] + parameters[number + 1]
        kept = random.random(before.shape, dtype=np.float32) > settings.dropout
        mask = ((before > 0) & kept).astype(np.float32) / np.float32(1 - settings.dropout)
        masks.append(mask)
        layers.append((before * mask).astype(np.float32))
    out = layers[-1] @ parameters[4] + parameters[5]
    shares = np.exp(out - np.logaddexp.reduce(out, axis=1, keepdims=True))
    back = ((shares - aim) * (weight / weight.sum())[:, None]).astype(np.float32)
    gradients: list[Array] = [np.empty(0, np.float32)] * len(parameters)
    for number in (4, 2, 0):
        gradients[number] = layers[number // 2].T @ back
        gradients[number + 1] = back.sum(axis=0)
        if number:
            back = (back @ parameters[number].T) * masks[number // 2 - 1]
    return gradients
