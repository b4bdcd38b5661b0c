"""How far repetitions truly go, and for how much of them a criterion is truly broken.

Both by the joints in space.

A fault in full degree needn't break what it is meant to: who lifts one leg less than the other, or
goes but half the way, may stay within the limits all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.repetition import Wave
from formcheck.form.sides import SideChoice
from formcheck.pose.landmarks import SIDES, Side
from samples.learned_measures.true_measures import true_measures
from samples.studio.filming import near_side
from samples.studio.random_films.records import Films
from samples.studio.truth import JOINT_NAMES

Array = NDArray[np.float64]

MIDDLE = 0.4
"""Share of a repetition about its middle in which it is looked at: what is reached lasts so long,
held or turned back from."""

BEFORE_S = 0.5
"""Seconds before a repetition over which its start is taken, where a limit is compared with it."""


def truly_out(
    exercise: Exercise, told: Mapping[str, Any], truth: Path
) -> Mapping[str, float | None]:
    """By criterion id the largest share of a repetition in which one of its conditions is broken.

    None where the joints don't tell it. What must be reached is broken all the time, or not at all.

    told: what holds for the film. truth: the file of its true joints, as `whole_acts` writes it.
    """
    repetitions = _repetitions(told, truth)
    return {
        one.id: _largest([_out(one, shown) for shown in repetitions]) for one in exercise.criteria
    }


def truly_gone(
    exercise: Exercise, told: Mapping[str, Any], truth: Path
) -> tuple[float | None, ...]:
    """How far each repetition truly goes, in the exercise's least travels.

    None where the joints don't tell it. Hips that sag where they should rise go no way at all.
    """
    repetitions = _repetitions(told, truth)
    waves = (exercise.repetition, *exercise.repetition.or_by)
    return tuple(_largest(_gone(wave, shown, exercise) for wave in waves) for shown in repetitions)


def _gone(wave: Wave, shown: _Shown, exercise: Exercise) -> float | None:
    measured = shown.of(wave.measure)
    whole, before = shown.whole(), shown.before()
    if measured is None or not whole.any() or not before.any():
        return None
    outward = measured if wave.direction == "rises" else -measured
    both_ways = exercise.repetition.both_ways
    rest = outward[whole].min() if both_ways else np.median(outward[before])
    return float((outward[whole].max() - rest) / wave.least_travel)


def _largest(shares: Iterable[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return round(max(known), 3) if known else None


def _repetitions(told: Mapping[str, Any], truth: Path) -> list[_Shown]:
    with np.load(truth) as data:
        fields = {name: data[name] for name in data.files}
    times = fields["time_s"]
    values = true_measures(Films(fields, np.zeros(len(times), np.int64), [dict(told)]))
    near = near_side(fields["joints"], JOINT_NAMES, np.array(told["eye"]))
    return [_Shown(one, times, values, near) for one in told["repetitions"]]


@dataclass(frozen=True)
class _Shown:
    """A repetition with the true values of each frame of the film."""

    repetition: Mapping[str, Any]
    times: Array
    values: Mapping[str, Array]
    near: str

    @property
    def start_s(self) -> float:
        return float(self.repetition["start_s"])

    def during(self) -> NDArray[np.bool_]:
        """The middle of it, in which what is reached is held."""
        seconds = float(self.repetition["end_s"]) - self.start_s
        return np.abs(self.times - self._middle_s()) <= MIDDLE / 2 * seconds

    def whole(self) -> NDArray[np.bool_]:
        """All of it."""
        return (self.times >= self.start_s) & (self.times <= float(self.repetition["end_s"]))

    def before(self) -> NDArray[np.bool_]:
        return (self.times >= self.start_s - BEFORE_S) & (self.times <= self.start_s)

    def of(self, name: str) -> Array | None:
        """A measure by its name and role; which side has a role is told half-way through."""
        sides = SideChoice(_side(self.near), _side(self.repetition["side"]))
        middle = int(np.abs(self.times - self._middle_s()).argmin())
        there = {key: float(value[middle]) for key, value in self.values.items()}
        return self.values.get(sides.full_name(name, there))

    def _middle_s(self) -> float:
        return (self.start_s + float(self.repetition["end_s"])) / 2


def _side(name: str) -> Side | None:
    return next((side for side in SIDES if side == name), None)


def _out(criterion: Criterion, shown: _Shown) -> float | None:
    return _largest(_condition_out(condition, shown) for condition in criterion.conditions)


def _condition_out(condition: Condition, shown: _Shown) -> float | None:
    measured, during = shown.of(condition.measure), shown.during()
    if measured is None or not during.any():
        return None
    if condition.relative_to is not None:
        measured = measured - np.median(measured[shown.before()])
    low = -np.inf if condition.at_least is None else condition.at_least
    high = np.inf if condition.at_most is None else condition.at_most
    out = (measured[during] < low) | (measured[during] > high)
    if condition.unless is not None:
        excuse = shown.of(condition.unless.measure)
        if excuse is None:
            return None
        out &= ~np.array([condition.unless.contains(float(value)) for value in excuse[during]])
    return float(out.all()) if condition.judge == "reached" else float(out.mean())
