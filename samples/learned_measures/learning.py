"""Learns networks in plain numpy, each without some of the people, by whom its range is then set.

Learnt is by the likelihood of Student's t: a body that is drawn quite wrongly now and then must not
make every value unsure (Lange, Little and Taylor 1989).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.network import FARTHEST, LOG_LIMITS, TURNS, Networks, parted
from samples.learned_measures.descent import DescentSettings, descended, spread_of
from samples.learned_measures.lessons import Lessons

Array = NDArray[np.float32]

UNIT = 90.0
"""Degrees that count as one."""

SHARE_WITHIN = 0.9

AROUND = 12.0
"""Degrees to both sides of a turn over which its range is set."""


@dataclass(frozen=True)
class LearningSettings(DescentSettings):
    """Besides: members, networks, each of which leaves out its share of people; freedom, of
    Student's t.
    """

    members: int = 5
    hidden: tuple[int, int] = (256, 96)
    freedom: float = 4.0
    rounds: int = 60
    batch: int = 256
    rate: float = 3e-3
    decay: float = 4e-3
    jitter: float = 0.05
    dropout: float = 0.05
    least_spread: float = 0.1


DEFAULTS = LearningSettings()


def learn(
    lessons: Lessons, others: Lessons, seed: int, settings: LearningSettings = DEFAULTS
) -> Networks:
    """Learn from lessons; others: of people in none of them, by whom the ranges are set as well.

    People of the sample clips move tidily, so that the ranges are set without them.
    """
    aim = (lessons.true / UNIT).astype(np.float32)
    weight = lessons.weight.astype(np.float32)
    geometry = (lessons.candidates / UNIT).astype(np.float32)
    shown = lessons.shown.astype(np.float32)
    tidy = ~np.char.startswith(lessons.person, "act")
    fold = folds(lessons.person, settings.members, np.random.default_rng(seed))
    members, ratios = [], np.full(lessons.true.shape, np.nan)
    for number in range(settings.members):
        learns, judges = fold != number, (fold == number) & ~tidy
        rows = np.flatnonzero(learns)
        random = np.random.default_rng((seed, number))
        member = learnt(shown[rows], geometry[rows], aim[rows], weight[rows], settings, random)
        values, scales = member.apart(lessons.shown[judges], lessons.candidates[judges])
        ratios[judges] = np.abs(aim[judges] - values[0]) / scales[0]
        members.append(member)
    networks = together(members)
    left_out = lessons.chosen(~tidy)
    return replace(networks, within=ranges(networks, left_out, ratios[~tidy], others))


def ranges(networks: Networks, left_out: Lessons, ratios: Array, others: Lessons) -> Array:
    """By how many scales 90 of 100 truths are off, as `Networks.within`.

    Of the left-out people of each network there are many: they say how it differs by side and view.
    What a single network says of them is less sure than what all say of somebody new: how much
    less is taken from the others, who are few.
    """
    value, scale = networks.unwidened(others.shown, others.candidates)
    new = _quantile(np.abs(value - others.true) / scale)
    apart = np.stack([_by_turn(left_out, ratios, near) for near in (True, False)])
    return np.asarray(apart * new / _quantile(ratios), np.float32)


def _by_turn(lessons: Lessons, ratios: Array, near: bool) -> Array:
    """The quantiles at each of TURNS, T × M; over what is within so many degrees of it."""
    side = lessons.near == near
    return np.stack(
        [_quantile(ratios[side & (np.abs(lessons.turn - turn) <= AROUND)]) for turn in TURNS]
    )


def _quantile(ratios: NDArray[np.floating]) -> Array:
    return np.asarray(np.nanquantile(ratios, SHARE_WITHIN, axis=0), np.float32)


def together(members: list[Networks]) -> Networks:
    """Several as one."""
    return Networks(
        np.concatenate([one.mean for one in members]),
        np.concatenate([one.spread for one in members]),
        tuple(np.concatenate(layer) for layer in zip(*(m.weights for m in members), strict=True)),
        tuple(np.concatenate(layer) for layer in zip(*(m.biases for m in members), strict=True)),
        members[0].within,
        UNIT,
    )


def folds(person: NDArray[np.str_], count: int, random: np.random.Generator) -> NDArray[np.int64]:
    """For each lesson the network that doesn't see it: nobody is in two folds."""
    people, of_lesson = np.unique(person, return_inverse=True)
    return np.asarray((random.permutation(len(people)) % count)[of_lesson])


def learnt(
    shown: Array,
    candidates: Array,
    true: Array,
    weight: Array,
    settings: LearningSettings,
    random: np.random.Generator,
) -> Networks:
    """One network that answers `true` (N, M) to `shown` (N, F) and `candidates` (N, M, C).

    Angles are in units; NaN is no lesson. weight (N, M): how much each counts.
    """
    mean, spread = shown.mean(axis=0), spread_of(shown, settings.least_spread)
    count = candidates.shape[1] * (2 + candidates.shape[2])
    inputs = np.clip((shown - mean) / spread, -FARTHEST, FARTHEST).astype(np.float32)

    def loss_gradient(out: Array, rows: NDArray[np.int64]) -> Array:
        told = candidates[rows], true[rows], weight[rows]
        return _loss_gradient(out, *told, settings.freedom) / np.float32(len(rows))

    parameters = descended(inputs, count, loss_gradient, settings, random)
    return Networks(
        mean[None],
        spread[None],
        tuple(weight[None] for weight in parameters[0::2]),
        tuple(bias[None] for bias in parameters[1::2]),
        np.ones((2, len(TURNS), true.shape[1]), np.float32),
        UNIT,
    )


def _loss_gradient(
    out: Array, candidates: Array, true: Array, weight: Array, freedom: float
) -> Array:
    """Of the negative logarithm of Student's t, by all that the last layer gives."""
    added, logs, shares = parted(out, candidates)
    chosen = (shares * candidates).sum(axis=2)
    inside = (logs > LOG_LIMITS[0]) & (logs < LOG_LIMITS[1])
    scale = np.exp(np.clip(logs, *LOG_LIMITS))
    known = np.isfinite(true) * weight
    off = np.where(np.isfinite(true), np.nan_to_num(true) - added - chosen, 0) / scale
    pull = (freedom + 1) * off / (freedom + off**2)
    by_value, by_log = known * -pull / scale, known * (1 - pull * off) * inside
    by_share = by_value[:, :, None] * shares * (candidates - chosen[:, :, None])
    parts = [by_value, by_log, by_share.reshape(len(out), -1)]
    return np.concatenate(parts, axis=1).astype(np.float32)
