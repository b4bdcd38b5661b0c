"""What learning by small steps down a gradient needs, in plain numpy."""

from __future__ import annotations

from collections.abc import Iterator
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


def beginning(sizes: tuple[int, ...], random: np.random.Generator) -> list[Array]:
    """Weights and biases by He et al. (2015); the last layer begins with hardly anything."""
    parameters: list[Array] = []
    for fan_in, fan_out in pairwise(sizes):
        scale = np.sqrt(2 / fan_in) * (0.1 if fan_out == sizes[-1] else 1.0)
        parameters.append((scale * random.normal(size=(fan_in, fan_out))).astype(np.float32))
        parameters.append(np.zeros(fan_out, np.float32))
    return parameters


def batches(
    count: int, rounds: int, size: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Places of so many at once, in another order each round."""
    for _ in range(rounds):
        order = random.permutation(count)
        for start in range(0, count - size + 1, size):
            yield order[start : start + size]


def falling(rate: float, step: int, steps: int) -> float:
    """A rate that falls to nothing along a cosine."""
    return float(rate * 0.5 * (1 + np.cos(np.pi * step / steps)))


def adam(
    parameters: list[Array],
    moments: list[tuple[Array, Array]],
    gradients: list[Array],
    step: int,
    rate: float,
    decay: float,
) -> None:
    """One step of Adam (Kingma and Ba 2015); weights decay apart (Loshchilov and Hutter 2019)."""
    for parameter, (first, second), gradient in zip(parameters, moments, gradients, strict=True):
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient**2 - second)
        shown = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        parameter -= np.float32(rate) * (shown + (decay * parameter if parameter.ndim == 2 else 0))
