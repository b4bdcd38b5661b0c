"""Learns from upright recordings and photographs how light, colours and edges lie in a picture.

    python -m models.learn_upright_picture FOLDER...

It writes formcheck/pose/upright/upright_picture.npz.

FOLDER: searched for videos and pictures. Every folder weighs the same.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.upright.upright_picture import WEIGHTS, turned_values
from models.pictures import pictures_in

Array = NDArray[np.float64]


@dataclass(frozen=True)
class LearningSettings:
    """Engineering, chosen by leaving recordings out.

    glances: of each video, spread over it. steps, rate: of the gradient descent. decay: keeps
        weights small.
    """

    glances: int = 3
    steps: int = 3000
    rate: float = 0.3
    decay: float = 0.03


SETTINGS = LearningSettings()


def values_in(folder: Path, settings: LearningSettings = SETTINGS) -> Array:
    """Of every picture in a folder, pictures × turns × values."""
    return np.array([turned_values(image) for image in pictures_in(folder, settings.glances)])


def learned(values: Array, share: Array, settings: LearningSettings = SETTINGS) -> Array:
    """Weights by which the first of the turns, which is upright, scores highest."""
    weights = np.zeros(values.shape[-1])
    for _ in range(settings.steps):
        scores = values @ weights
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        likely[:, 0] -= 1
        slope = np.einsum("n,nt,ntv->v", share, likely, values) + settings.decay * weights
        weights -= settings.rate * slope
    return weights


def main() -> None:
    """Learn from the folders on the command line."""
    folders = [values_in(Path(argument)) for argument in sys.argv[1:]]
    share = np.concatenate([np.full(len(one), 1 / len(one) / len(folders)) for one in folders])
    weights = learned(np.concatenate(folders), share)
    np.savez_compressed(WEIGHTS, weights=weights.astype(np.float32))


if __name__ == "__main__":
    main()
