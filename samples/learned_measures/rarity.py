"""How rare a true value is among those who do the same: faults are, and must not be learnt away.

What is learnt from many who keep their heads in line says of one who lets it hang that it hardly
does: the likeliest answer where the picture leaves it open. So that what is rare counts as much as
what is usual, each lesson weighs the more the fewer others of the same motion have such a value
(Yang et al. 2021, "Delving into Deep Imbalanced Regression", who smooth the density likewise).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STEP = 2.0
"""Degrees to a bin of the density."""

SMOOTHING = 5.0
"""Degrees, standard deviation of the kernel that smooths it: about what measures are off."""

MOST = 6.0
"""Times the usual weight that a lesson counts at most: a single strange pose teaches little."""


def rarity(true: Array, motion: NDArray[np.str_]) -> Array:
    """The weight of each value (N, M), 1 on average; motion (N): what is done in the frame."""
    weights = np.ones_like(true)
    for one in np.unique(motion):
        rows = np.flatnonzero(motion == one)
        for column in range(true.shape[1]):
            known = rows[np.isfinite(true[rows, column])]
            if len(known):
                weights[known, column] = _weights(true[known, column])
    return weights


def _weights(values: Array) -> Array:
    bins = np.floor((values - values.min()) / STEP).astype(np.int64)
    reach = np.arange(-4 * SMOOTHING, 4 * SMOOTHING + STEP, STEP)
    kernel = np.exp(-0.5 * (reach / SMOOTHING) ** 2)
    density = np.convolve(np.bincount(bins), kernel, mode="full")[len(reach) // 2 :]
    weights = 1 / density[bins]
    weights = np.minimum(weights / np.median(weights), MOST)
    return np.asarray(weights / weights.mean())
