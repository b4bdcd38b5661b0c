"""Small networks that score how upright a body is in a picture; `models/README.md` tells more."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.upright.upright import clockwise

Array = NDArray[np.float64]
Layers = tuple[tuple[Array, Array], ...]


class BodyNetworks:
    """Some networks whose answers are averaged; read from their file when first asked.

    path: of each layer `weights_N`, networks · inputs · outputs, and `biases_N`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def shares(self, points: Array, turns: Sequence[float] | Array) -> Array:
        """How likely each turn makes each body upright, bodies × turns; they sum to 1.

        points: bodies × 18 × 2, from `upright_body.body_points`. turns: degrees clockwise.
        """
        turned = np.stack([clockwise(points, turn) for turn in turns], axis=-3)
        values = np.asarray(turned.reshape(*turned.shape[:-2], -1), np.float64)
        scores = np.stack([_score(values, network) for network in self._networks])
        scores -= scores.max(axis=-1, keepdims=True)
        shares = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
        return np.asarray(shares.mean(axis=0))

    @cached_property
    def _networks(self) -> tuple[Layers, ...]:
        with np.load(self.path) as file:
            parts = {name: file[name].astype(np.float64) for name in file.files}
        layers = range(len(parts) // 2)
        return tuple(
            tuple((parts[f"weights_{n}"][one], parts[f"biases_{n}"][one]) for n in layers)
            for one in range(len(parts["biases_0"]))
        )


def _score(values: Array, layers: Layers) -> Array:
    """How upright one network takes bodies for; only differences mean something."""
    *hidden, (weights, biases) = layers
    for inner_weights, inner_biases in hidden:
        values = np.tanh(values @ inner_weights + inner_biases)
    return np.asarray((values @ weights + biases)[..., 0])
