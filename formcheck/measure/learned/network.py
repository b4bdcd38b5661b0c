"""Small networks that answer together with a value and how sure it is.

For each measure there are candidates, angles that geometry gives. A network weighs them, adds
something of its own, and gives a scale of how far off it may be. Where networks that were learnt
from different people differ, nobody knows: that widens the scale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Single = NDArray[np.float32]

TURNS = (7.5, 22.5, 37.5, 52.5, 75.0)
"""Degrees off the body's plane at which it is known how wide a range must be."""

_PLACES = np.arange(len(TURNS))

LOG_LIMITS = (-4.5, 2.0)
"""Least and most logarithm of a scale."""

FARTHEST = 5.0
"""Standard deviations beyond which what is shown counts no further."""


ROWS_AT_ONCE = 4
"""Of more, numpy's library (OpenBLAS) shares the work out among all cores, which cost 46 times as
much processor time on a busy computer (47 ms for 128 rows, 1 ms so; the product is the same)."""


@dataclass(frozen=True, eq=False)
class Networks:
    """K networks of three layers, for M measures of C candidates each.

    mean, spread: K × F, by which what is shown is centred and scaled. weights, biases: of each
    layer, K × in × out and K × out; the last gives M additions, M logarithms of scales, and M × C
    weights of the candidates before their softmax. within: 2 × T × M, by how many scales 90 of 100
    truths are off at most, on the near side and on the far one, at each of TURNS. unit: what counts
    as one.
    """

    mean: Single
    spread: Single
    weights: tuple[Single, ...]
    biases: tuple[Single, ...]
    within: Single
    unit: float = 90.0

    def __call__(
        self,
        shown: NDArray[np.floating],
        candidates: NDArray[np.floating],
        near: NDArray[np.bool_],
        turn: NDArray[np.floating],
    ) -> tuple[Single, Single]:
        """Values and half the widths of their 90 % ranges (N × M), in what candidates are in.

        shown: N × F. candidates: N × M × C. near (N): whether it is the near side. turn (N): how
        many degrees the camera is turned off the body's plane.
        """
        value, scale = self.unwidened(shown, candidates)
        return value, self.halves(scale, near, turn)

    def halves(self, scale: Single, near: NDArray[np.bool_], turn: NDArray[np.floating]) -> Single:
        """Half the widths of the 90 % ranges (N × M), for scales as `unwidened` gives them."""
        place = np.interp(turn, TURNS, _PLACES)
        at_turns = np.maximum(1 - np.abs(place[:, None] - _PLACES), 0).astype(np.float32)
        widths = np.where(near[:, None, None], self.within[0], self.within[1])
        return np.asarray(scale * (at_turns[:, None] @ widths)[:, 0])

    def unwidened(
        self, shown: NDArray[np.floating], candidates: NDArray[np.floating]
    ) -> tuple[Single, Single]:
        """Values and scales (N × M); the more the networks differ, the larger the scale."""
        values, scales = self.apart(shown, candidates)
        count, value = len(values), values.sum(axis=0) / len(values)
        apart = values - value
        scale = np.sqrt((scales * scales + apart * apart).sum(axis=0) / count)
        return self.unit * value, self.unit * scale

    def apart(
        self, shown: NDArray[np.floating], candidates: NDArray[np.floating]
    ) -> tuple[Single, Single]:
        """What each network says: K × N × M values and scales, in units."""
        layer = (shown.astype(np.float32) - self.mean[:, None]) / self.spread[:, None]
        layer = np.minimum(np.maximum(layer, -FARTHEST), FARTHEST)
        out = through(layer, self.weights, self.biases)
        geometry = (candidates / self.unit).astype(np.float32)
        added, logs, shares = parted(out, geometry)
        return added + (shares * geometry).sum(axis=-1), np.exp(
            np.minimum(np.maximum(logs, LOG_LIMITS[0]), LOG_LIMITS[1])
        )


def through(layer: Single, weights: Sequence[Single], biases: Sequence[Single]) -> Single:
    """What layers make of rows, K × N × out; all but the last cut off what is below nothing.

    layer: K × N × in, or 1 × N × in where all K are shown the same. weights: K × in × out of each.
    biases: K × out of each.
    """
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        layer = np.maximum(_weighed(layer, weight) + bias[:, None], 0)
    return _weighed(layer, weights[-1]) + biases[-1][:, None]


def _weighed(rows: Single, weight: Single) -> Single:
    """Their product, K × N × in by K × in × out, some rows at a time."""
    count = rows.shape[1]
    if count <= ROWS_AT_ONCE:
        return np.asarray(rows @ weight)
    starts = range(0, count, ROWS_AT_ONCE)
    return np.concatenate(
        [rows[:, start : start + ROWS_AT_ONCE] @ weight for start in starts], axis=1
    )


def parted(out: Single, candidates: Single) -> tuple[Single, Single, Single]:
    """What the last layer gives (... × N × out): additions, logarithms, shares of candidates."""
    count = candidates.shape[1]
    logits = out[..., 2 * count :].reshape(*out.shape[:-1], *candidates.shape[1:])
    shares = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return out[..., :count], out[..., count : 2 * count], shares


def write_networks(path: Path, networks: Networks) -> None:
    """Write them; weights keep three digits, which is more than they know."""
    np.savez_compressed(
        path,
        allow_pickle=False,
        mean=networks.mean,
        spread=networks.spread,
        within=networks.within,
        **layers_to_keep(networks.weights, networks.biases),
    )


def layers_to_keep(weights: Sequence[Single], biases: Sequence[Single]) -> dict[str, Any]:
    """Layers by the names that they have in a file."""
    layers: dict[str, Any] = {}
    for number, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        layers |= {f"weight_{number}": weight.astype(np.float16), f"bias_{number}": bias}
    return layers


def kept_layers(data: Mapping[str, Single]) -> tuple[tuple[Single, ...], tuple[Single, ...]]:
    """Weights and biases of the three layers in a file."""
    weights = tuple(data[f"weight_{number}"].astype(np.float32) for number in range(3))
    return weights, tuple(data[f"bias_{number}"] for number in range(3))


def read_networks(path: Path) -> Networks:
    """Read what `write_networks` wrote."""
    with np.load(path) as data:
        return Networks(
            data["mean"],
            data["spread"],
            *kept_layers(data),
            data["within"],
        )
