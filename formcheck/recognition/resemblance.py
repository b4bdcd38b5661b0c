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
from formcheck.measure.learned.network import kept_layers, layers_to_keep, through
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
    weights, biases: of each layer, K × in × out and K × out.
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
        rows = shown.reshape(-1, shown.shape[2]).astype(np.float32)
        layer = np.clip((rows - self.mean) / self.spread, -FARTHEST, FARTHEST)
        out = through(layer[None], self.weights, self.biases)
        logs = out - np.logaddexp.reduce(out, axis=-1, keepdims=True)
        # Both sides, and all networks, are asked the same: that is what they agree on.
        agreed = logs.mean(axis=0).reshape(len(shown), -1, len(self.names)).mean(axis=1)
        return np.asarray(agreed - np.logaddexp.reduce(agreed, axis=-1, keepdims=True))


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
    np.savez_compressed(
        path,
        allow_pickle=False,
        names=np.array(learnt.names),
        mean=learnt.mean,
        spread=learnt.spread,
        **layers_to_keep(learnt.weights, learnt.biases),
    )


def read_classifiers(path: Path) -> Classifiers:
    """Read what `write_classifiers` wrote."""
    with np.load(path) as data:
        return Classifiers(
            tuple(data["names"].tolist()),
            data["mean"],
            data["spread"],
            *kept_layers(data),
        )


@cache
def _classifiers() -> Classifiers:
    return read_classifiers(WEIGHTS)
