"""Which exercises a pose resembles by itself, from any side: learnt from random films.

How it was learnt and how often it is right: samples/learned_postures/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.estimates import known_in_space
from formcheck.measure.learned.network import ROWS_AT_ONCE
from formcheck.pose.pose import Pose

Single = NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("resemblance_weights.npz")

FARTHEST: Final = 4.0
"""Standard deviations beyond which what is shown counts no further."""

LEAST_SHARE: Final = 1e-3
"""What a pose resembles an exercise at least: nothing is quite impossible, as people do exercises
in ways that were never drawn."""


@dataclass(frozen=True, eq=False)
class Classifiers:
    """K networks of three layers that say together which of the exercises a pose is of.

    names: ids of the exercises, E. mean, spread: F, by which what is shown is centred and scaled.
    weights, biases: of each layer, K × in × out and K × 1 × out.
    """

    names: tuple[str, ...]
    mean: Single
    spread: Single
    weights: tuple[Single, ...]
    biases: tuple[Single, ...]

    def __call__(self, shown: NDArray[np.floating]) -> Single:
        """Logarithms of the shares, N × E, of what is shown of N poses as they are and in the
        mirror, N × 2 × F.
        """
        logs = [self._some(shown[at : at + ROWS_AT_ONCE]) for at in _starts(len(shown))]
        return np.concatenate(logs) if logs else np.zeros((0, len(self.names)), np.float32)

    def _some(self, shown: NDArray[np.floating]) -> Single:
        layer = (shown.reshape(-1, shown.shape[2]).astype(np.float32) - self.mean) / self.spread
        layer = np.clip(layer, -FARTHEST, FARTHEST)
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            layer = np.maximum(layer @ weight + bias, 0)
        out = layer @ self.weights[-1] + self.biases[-1]
        logs = out - np.logaddexp.reduce(out, axis=-1, keepdims=True)
        # Both sides, and all networks, are asked the same: that is what they agree on.
        agreed = logs.mean(axis=0).reshape(len(shown), -1, len(self.names)).mean(axis=1)
        return np.asarray(agreed - np.logaddexp.reduce(agreed, axis=-1, keepdims=True))


def _starts(count: int) -> range:
    return range(0, count, ROWS_AT_ONCE)


def resemblances(pose: Pose) -> Mapping[str, float]:
    """Logarithm of the share of each exercise in what a pose resembles, by id.

    Shares of all exercises that were learnt come to 1; none is below LEAST_SHARE. Empty where
    nobody was found.
    """
    found = known_in_space(pose)
    if found is None:
        return {}
    (logs,) = _classifiers()(found.shown[None])
    least: list[float] = np.maximum(logs, np.log(LEAST_SHARE)).tolist()
    return dict(zip(_classifiers().names, least, strict=True))


def write_classifiers(path: Path, learnt: Classifiers) -> None:
    """Write them; weights keep three digits."""
    layers: dict[str, NDArray[np.generic]] = {}
    for number, (weight, bias) in enumerate(zip(learnt.weights, learnt.biases, strict=True)):
        layers |= {f"weight_{number}": weight.astype(np.float16), f"bias_{number}": bias}
    np.savez_compressed(
        path,
        allow_pickle=False,
        names=np.array(learnt.names),
        mean=learnt.mean,
        spread=learnt.spread,
        **layers,
    )


def read_classifiers(path: Path) -> Classifiers:
    """Read what `write_classifiers` wrote."""
    with np.load(path) as data:
        return Classifiers(
            tuple(data["names"].tolist()),
            data["mean"],
            data["spread"],
            tuple(data[f"weight_{number}"].astype(np.float32) for number in range(3)),
            tuple(data[f"bias_{number}"] for number in range(3)),
        )


@cache
def _classifiers() -> Classifiers:
    return read_classifiers(WEIGHTS)
