"""Learns from pose tracks of upright recordings how bodies lie to the vertical.

    python models/learn_upright_body.py FOLDER...    # writes formcheck/pose/upright_body.npz

FOLDER: searched for saved pose tracks (.npz). Every recording weighs the same. Each network scores
a body in each of four turns; it learns to score the upright one highest.
"""

import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import LANDMARKS, SIDES, other
from formcheck.pose.plausibility import is_person
from formcheck.pose.tracks import PoseTrackError, read_poses
from formcheck.pose.upright import clockwise
from formcheck.pose.upright_body import QUARTERS, WEIGHTS, body_points

Array = NDArray[np.float64]


@dataclass(frozen=True)
class LearningSettings:
    """How the networks learn; all of it engineering, chosen by leaving recordings out.

    poses: of each recording. networks: whose answers are averaged. hidden: units of the two hidden
    layers. steps, batch, rate: of the gradient descent (Adam). decay, dropped: keep weights small
    and each hidden unit dispensable, by the share of units left out in a step. seen_askew: share of
    bodies that are turned about their vertical, by degrees of that deviation (`yaw`). roll: degrees
    of a camera's. noise: in bodies' sizes.
    """

    poses: int = 16
    networks: int = 4
    hidden: tuple[int, int] = (48, 24)
    steps: int = 3000
    batch: int = 192
    rate: float = 3e-3
    decay: float = 5e-4
    dropped: float = 0.15
    seen_askew: float = 0.5
    yaw: float = 35.0
    roll: float = 12.0
    noise: float = 0.08


SETTINGS = LearningSettings()

MIRRORED = [
    LANDMARKS.index(name.replace(side, other(side)) if side else name)
    for name in LANDMARKS
    for side in [next((side for side in SIDES if side in name), None)]
]


@dataclass(frozen=True)
class Bodies:
    """Landmarks in the picture and in metres, bodies × 33 × 3, and how much each body weighs."""

    pictured: Array
    world: Array
    weight: Array


def read_bodies(folders: list[Path], settings: LearningSettings = SETTINGS) -> Bodies:
    """Some poses of every track in some folders, of level cameras only."""
    pictured, world, weight = [], [], []
    for path in sorted(track for folder in folders for track in folder.rglob("*.npz")):
        try:
            poses = [pose for pose in read_poses(path) if is_person(pose) and not pose.roll]
        except PoseTrackError:
            continue
        count = min(settings.poses, len(poses))
        for number in range(count):
            pose = poses[int((number + 0.5) * len(poses) / count)]
            pictured.append(pose.landmarks)
            world.append(pose.world)
            weight.append(1 / count)
    share = np.array(weight) / np.sum(weight)
    return Bodies(np.array(pictured, np.float64), np.array(world, np.float64), share)


def drawn(bodies: Bodies, rng: np.random.Generator, settings: LearningSettings) -> Array:
    """A batch of bodies as other cameras might see them, batch × turns × values."""
    chosen = rng.choice(len(bodies.weight), settings.batch, p=bodies.weight)
    points = bodies.pictured[chosen]
    askew = rng.random(len(points)) < settings.seen_askew
    points[askew] = _seen_askew(bodies.world[chosen][askew], rng, settings.yaw)
    mirrored = rng.random(len(points)) < 0.5
    points[mirrored] *= [-1, 1, 1]
    swapped = rng.random(len(points)) < 0.5
    points[swapped] = points[swapped][:, MIRRORED]
    body = body_points(points)
    rolls = rng.normal(0, settings.roll, len(body)).clip(-25, 25)
    body = np.stack([clockwise(one, roll) for one, roll in zip(body, rolls, strict=True)])
    body += rng.normal(0, settings.noise, body.shape)
    turned = np.stack([clockwise(body, quarter) for quarter in QUARTERS], axis=1)
    return np.asarray(turned.reshape(*turned.shape[:2], -1), np.float64)


def _seen_askew(world: Array, rng: np.random.Generator, yaw: float) -> Array:
    turns = np.radians(rng.normal(0, yaw, (len(world), 1)))
    x, y, z = np.moveaxis(world, -1, 0)
    return np.stack([np.cos(turns) * x + np.sin(turns) * z, y, z], axis=-1)


def learned(bodies: Bodies, seed: int, settings: LearningSettings = SETTINGS) -> list[Array]:
    """One network: weights and biases of its layers in turn."""
    rng = np.random.default_rng(seed)
    sizes = (drawn(bodies, rng, settings).shape[-1], *settings.hidden, 1)
    network = []
    for inputs, outputs in pairwise(sizes):
        network += [rng.normal(0, np.sqrt(2 / inputs), (inputs, outputs)), np.zeros(outputs)]
    mean = [np.zeros_like(part) for part in network]
    square = [np.zeros_like(part) for part in network]
    for step in range(1, settings.steps + 1):
        rate = settings.rate * 0.5 * (1 + np.cos(np.pi * step / settings.steps))
        gradients = _gradients(network, drawn(bodies, rng, settings), rng, settings)
        for part, gradient, first, second in zip(network, gradients, mean, square, strict=True):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            part -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return network


def _gradients(
    network: list[Array], batch: Array, rng: np.random.Generator, settings: LearningSettings
) -> list[Array]:
    """Of the cross-entropy of the upright turn, which is the first."""
    values, kept, layers = batch, [], [batch]
    for weights, biases in zip(network[:-2:2], network[1:-2:2], strict=True):
        keep = rng.random((len(batch), 1, weights.shape[1])) >= settings.dropped
        kept.append(keep / (1 - settings.dropped))
        values = np.tanh(values @ weights + biases)
        layers.append(values)
        values = values * kept[-1]
    scores = (values @ network[-2] + network[-1])[..., 0]
    scores -= scores.max(axis=1, keepdims=True)
    share = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    share[:, 0] -= 1
    back = (share / len(batch))[..., None]
    gradients: list[Array] = []
    for layer in reversed(range(len(layers))):
        inputs = layers[layer] * kept[layer - 1] if layer else layers[0]
        flat, errors = inputs.reshape(-1, inputs.shape[-1]), back.reshape(-1, back.shape[-1])
        decay = settings.decay * network[2 * layer]
        gradients = [flat.T @ errors + decay, errors.sum(axis=0), *gradients]
        if layer:
            slope = (1 - layers[layer] ** 2) * kept[layer - 1]
            back = (back @ network[2 * layer].T) * slope
    return gradients


def main() -> None:
    """Learn from the folders on the command line."""
    bodies = read_bodies([Path(argument) for argument in sys.argv[1:]])
    networks = [learned(bodies, seed) for seed in range(SETTINGS.networks)]
    parts: dict[str, NDArray[np.float32]] = {}
    for layer in range(len(networks[0]) // 2):
        for offset, name in enumerate(("weights", "biases")):
            stacked = np.stack([network[2 * layer + offset] for network in networks])
            parts[f"{name}_{layer}"] = stacked.astype(np.float32)
    np.savez_compressed(WEIGHTS, **parts)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
