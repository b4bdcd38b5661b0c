"""Learns from pose tracks of upright recordings how bodies lie to the vertical.

    python -m models.learn_upright_body FOLDER...

FOLDER: searched for saved pose tracks (.npz). Every recording weighs the same. Each network scores
a body in several turns; it learns to score the upright one highest: among quarter turns for
formcheck/pose/upright/upright_body.npz, among any for formcheck/pose/upright/leaning_body.npz.
"""

import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import SWAPPED
from formcheck.pose.plausibility import is_person
from formcheck.pose.saved.tracks import PoseTrackError, read_poses
from formcheck.pose.upright.body_networks import BodyNetworks
from formcheck.pose.upright.recording_roll import NETWORKS as LEANING
from formcheck.pose.upright.upright_body import NETWORKS as UPRIGHT
from formcheck.pose.upright.upright_body import QUARTERS, body_points

Array = NDArray[np.float64]


@dataclass(frozen=True)
class LearningSettings:
    """How the networks learn; all of it engineering, chosen by leaving recordings out.

    poses: of each recording. networks: whose answers are averaged. hidden: units of the two hidden
    layers. steps, batch, rate: of the gradient descent (Adam).
    """

    poses: int = 16
    networks: int = 4
    hidden: tuple[int, int] = (48, 24)
    steps: int = 3000
    batch: int = 192
    rate: float = 3e-3


@dataclass(frozen=True)
class Lesson:
    """What some networks learn.

    networks: that are written. decay, dropped: keep weights small and each hidden unit dispensable,
    by the share of units left out in a step. seen_askew: share of bodies that are turned about
    their vertical, by degrees of that deviation (`yaw`). roll: degrees of a camera's, as the
    recordings themselves may have, or as is to be overlooked. noise: in bodies' sizes. any_turn:
    whether turns are drawn at random, three of them small, or quarters.
    """

    networks: BodyNetworks
    decay: float
    dropped: float
    seen_askew: float
    yaw: float
    roll: float
    noise: float
    any_turn: bool

    def turns(self, rng: np.random.Generator, bodies: int) -> Array:
        """Degrees, bodies × turns; the first is upright."""
        if not self.any_turn:
            return np.tile(np.array(QUARTERS, np.float64), (bodies, 1))
        small = rng.uniform(6, 40, (bodies, 3)) * rng.choice([-1, 1], (bodies, 3))
        return np.hstack([np.zeros((bodies, 1)), small, rng.uniform(40, 320, (bodies, 4))])


SETTINGS = LearningSettings()
LESSONS = (
    Lesson(UPRIGHT, 5e-4, 0.15, seen_askew=0.5, yaw=35, roll=12, noise=0.08, any_turn=False),
    Lesson(LEANING, 3e-4, 0.1, seen_askew=0.4, yaw=25, roll=2.5, noise=0.05, any_turn=True),
)


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


def drawn(bodies: Bodies, rng: np.random.Generator, count: int, lesson: Lesson) -> Array:
    """Some bodies as other cameras might see them, bodies × turns × values."""
    chosen = rng.choice(len(bodies.weight), count, p=bodies.weight)
    points = bodies.pictured[chosen]
    askew = rng.random(count) < lesson.seen_askew
    points[askew] = _seen_askew(bodies.world[chosen][askew], rng, lesson.yaw)
    mirrored = rng.random(count) < 0.5
    points[mirrored] *= [-1, 1, 1]
    swapped = rng.random(count) < 0.5
    points[swapped] = points[swapped][:, SWAPPED]
    rolls = rng.normal(0, lesson.roll, (count, 1)).clip(-25, 25)
    body = _turned(body_points(points), rolls)[:, 0]
    body += rng.normal(0, lesson.noise, body.shape)
    turned = _turned(body, lesson.turns(rng, count))
    return np.asarray(turned.reshape(*turned.shape[:2], -1), np.float64)


def _turned(bodies: Array, degrees: Array) -> Array:
    """Each body clockwise by each of its degrees, bodies × turns × points × 2."""
    turns = np.radians(degrees)[..., None]
    x, y = bodies[:, None, :, 0], bodies[:, None, :, 1]
    across, down = np.cos(turns) * x - np.sin(turns) * y, np.sin(turns) * x + np.cos(turns) * y
    return np.stack([across, down], axis=-1)


def _seen_askew(world: Array, rng: np.random.Generator, yaw: float) -> Array:
    turns = np.radians(rng.normal(0, yaw, (len(world), 1)))
    x, y, z = np.moveaxis(world, -1, 0)
    return np.stack([np.cos(turns) * x + np.sin(turns) * z, y, z], axis=-1)


def learned(
    bodies: Bodies, lesson: Lesson, seed: int, settings: LearningSettings = SETTINGS
) -> list[Array]:
    """One network: weights and biases of its layers in turn."""
    rng = np.random.default_rng(seed)
    sizes = (drawn(bodies, rng, 1, lesson).shape[-1], *settings.hidden, 1)
    network = []
    for inputs, outputs in pairwise(sizes):
        network += [rng.normal(0, np.sqrt(2 / inputs), (inputs, outputs)), np.zeros(outputs)]
    mean = [np.zeros_like(part) for part in network]
    square = [np.zeros_like(part) for part in network]
    for step in range(1, settings.steps + 1):
        rate = settings.rate * 0.5 * (1 + np.cos(np.pi * step / settings.steps))
        batch = drawn(bodies, rng, settings.batch, lesson)
        gradients = _gradients(network, batch, rng, lesson)
        for part, gradient, first, second in zip(network, gradients, mean, square, strict=True):
            first += 0.1 * (gradient - first)
            second += 0.001 * (gradient**2 - second)
            part -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return network


def _gradients(
    network: list[Array], batch: Array, rng: np.random.Generator, lesson: Lesson
) -> list[Array]:
    """Of the cross-entropy of the upright turn, which is the first."""
    values, kept, layers = batch, [], [batch]
    for weights, biases in zip(network[:-2:2], network[1:-2:2], strict=True):
        keep = rng.random((len(batch), 1, weights.shape[1])) >= lesson.dropped
        kept.append(keep / (1 - lesson.dropped))
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
        decay = lesson.decay * network[2 * layer]
        gradients = [flat.T @ errors + decay, errors.sum(axis=0), *gradients]
        if layer:
            slope = (1 - layers[layer] ** 2) * kept[layer - 1]
            back = (back @ network[2 * layer].T) * slope
    return gradients


def write(networks: list[list[Array]], file: BodyNetworks) -> None:
    """Save some networks of one shape."""
    parts: dict[str, NDArray[np.float32]] = {}
    for layer in range(len(networks[0]) // 2):
        for offset, name in enumerate(("weights", "biases")):
            stacked = np.stack([network[2 * layer + offset] for network in networks])
            parts[f"{name}_{layer}"] = stacked.astype(np.float32)
    np.savez_compressed(file.path, **parts)  # type: ignore[arg-type]


def main() -> None:
    """Learn from the folders on the command line."""
    bodies = read_bodies([Path(argument) for argument in sys.argv[1:]])
    for lesson in LESSONS:
        networks = [learned(bodies, lesson, seed) for seed in range(SETTINGS.networks)]
        write(networks, lesson.networks)


if __name__ == "__main__":
    main()
