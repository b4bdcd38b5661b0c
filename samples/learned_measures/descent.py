"""What learning by small steps down a gradient needs, in plain numpy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.features import VISIBILITY

Array = NDArray[np.float32]


def spread_of(shown: NDArray[np.floating], least_of_visibilities: float) -> Array:
    """By how much what is shown differs, a column each."""
    spread = shown.std(axis=0) + np.float32(1e-3)
    spread[VISIBILITY] = np.maximum(spread[VISIBILITY], least_of_visibilities)
    return np.asarray(spread, np.float32)


@dataclass(frozen=True)
class DescentSettings:
    """How it is learnt.

    hidden: units of the two layers. rounds: over all lessons. batch: lessons a step. rate: of Adam
    (Kingma and Ba 2015), falling to nothing along a cosine. decay: of weights, decoupled
    (Loshchilov and Hutter 2019). jitter: noise on what is shown, in standard deviations. dropout:
    share of hidden units left out. least_spread: of visibilities, as what they count at least as
    differing between people: of rendered bodies shoulders and hips are always seen for sure, so
    that one of 0.98 would count as five standard deviations off.
    """

    hidden: tuple[int, int]
    rounds: int
    batch: int
    rate: float
    decay: float
    jitter: float
    dropout: float
    least_spread: float


LossGradient = Callable[[Array, NDArray[np.int64]], Array]
"""Of what the last layer answers, and the places of the lessons: the loss's gradient by it."""


def descended(
    inputs: Array,
    answers: int,
    loss_gradient: LossGradient,
    settings: DescentSettings,
    random: np.random.Generator,
) -> list[Array]:
    """Weights and biases of one network with so many answers, in turn. inputs: N × F."""
    parameters = _beginning((inputs.shape[1], *settings.hidden, answers), random)
    moments = [(np.zeros_like(one), np.zeros_like(one)) for one in parameters]
    steps = settings.rounds * (len(inputs) // settings.batch)
    for step, rows in enumerate(_batches(len(inputs), settings, random), start=1):
        noise = random.standard_normal((len(rows), inputs.shape[1]), dtype=np.float32)
        shown = inputs[rows] + settings.jitter * noise
        layers, masks = _forward(parameters, shown, settings.dropout, random)
        out = layers[-1] @ parameters[4] + parameters[5]
        gradients = _backward(parameters, layers, masks, loss_gradient(out, rows))
        rate = settings.rate * 0.5 * (1 + np.cos(np.pi * step / steps))
        _adam(parameters, moments, gradients, step, rate, settings.decay)
    return parameters


def _beginning(sizes: tuple[int, ...], random: np.random.Generator) -> list[Array]:
    """Weights and biases by He et al. (2015); the last layer begins with hardly anything."""
    parameters: list[Array] = []
    for fan_in, fan_out in pairwise(sizes):
        scale = np.sqrt(2 / fan_in) * (0.1 if fan_out == sizes[-1] else 1.0)
        parameters.append((scale * random.normal(size=(fan_in, fan_out))).astype(np.float32))
        parameters.append(np.zeros(fan_out, np.float32))
    return parameters


def _batches(
    count: int, settings: DescentSettings, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    for _ in range(settings.rounds):
        order = random.permutation(count)
        for start in range(0, count - settings.batch + 1, settings.batch):
            yield order[start : start + settings.batch]


def _forward(
    parameters: list[Array], shown: Array, dropout: float, random: np.random.Generator
) -> tuple[list[Array], list[Array]]:
    """What is shown and the hidden layers, and what was kept of these."""
    layers, masks = [shown], []
    for number in (0, 2):
        before = layers[-1] @ parameters[number] + parameters[number + 1]
        kept = random.random(before.shape, dtype=np.float32) > dropout
        mask = ((before > 0) & kept).astype(np.float32) / np.float32(1 - dropout)
        masks.append(mask)
        layers.append((before * mask).astype(np.float32))
    return layers, masks


def _backward(
    parameters: list[Array], layers: list[Array], masks: list[Array], back: Array
) -> list[Array]:
    gradients: list[Array] = [np.empty(0, np.float32)] * len(parameters)
    for number in (4, 2, 0):
        gradients[number] = layers[number // 2].T @ back
        gradients[number + 1] = back.sum(axis=0)
        if number:
            back = (back @ parameters[number].T) * masks[number // 2 - 1]
    return gradients


def _adam(
    parameters: list[Array],
    moments: list[tuple[Array, Array]],
    gradients: list[Array],
    step: int,
    rate: float,
    decay: float,
) -> None:
    for parameter, (first, second), gradient in zip(parameters, moments, gradients, strict=True):
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient**2 - second)
        shown = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        parameter -= np.float32(rate) * (shown + (decay * parameter if parameter.ndim == 2 else 0))
