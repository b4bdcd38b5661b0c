"""How much a session looks like one exercise. Pure functions over a table of samples.

Each repetition that the exercise's own measure shows is held against what the exercise looks like:
at rest, at the furthest point, and in the change from one to the other.
"""

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.pose.landmarks import SIDES, Side
from formcheck.recognition.cycles import Outing, column, in_posture, outings, signal_of
from formcheck.recognition.feature_table import FeatureTable, Mask, medians
from formcheck.recognition.fit import SOFTNESS_OF_CHANGE, fit
from formcheck.recognition.usual_signature import signature_of

ENOUGH = 0.4
"""Share of the time spent in repetitions that is as good as all of it: people rest and walk."""

ENOUGH_S = 3.0
"""Seconds of it below which there is too little to go by."""

ENOUGH_KEPT_S = 6.0
"""The same for a position that is only kept: people also rest in them for a moment."""

HELD_S, LEAST_HELD = 4.0, 0.4
"""An exercise that is held for long is held for so many seconds at least; what a repetition without
any hold counts there."""

LONG_HOLD_S = 10.0
"""From this prescribed hold on an exercise is one that is held for long."""

LEAST_SHARE = 0.08
"""Share of the time in view and in the posture below which nothing else need be looked at."""

STILL_COUNTS = 0.8
"""What a position that is only kept counts beside a repetition that was seen."""


def likeness(exercise: Exercise, table: FeatureTable) -> float:
    """How much the session looks like the exercise, 0 to 1."""
    seen = int(table.found.sum())
    if not seen:
        return 0.0
    inside = in_posture(exercise, table)
    share = float(inside.sum() / seen)
    if share < LEAST_SHARE:
        return 0.0
    still = share * STILL_COUNTS * _kept(exercise, table, inside)
    return max(still, float(np.sqrt(share)) * _moved(exercise, table, inside, seen))


def likeness_of_moment(exercise: Exercise, table: FeatureTable) -> float:
    """How much a still picture shows the exercise's furthest point, or the posture it is."""
    signature = signature_of(exercise)
    if not _right_moment(exercise, table):
        return 0.0
    if signature.still == "rest":
        return could_be_at_rest(exercise, table)
    values = medians(table, table.found)
    return max(fit(signature.peak, values, table.near, side) for side in _sides(exercise))


def could_be_at_rest(exercise: Exercise, table: FeatureTable) -> float:
    """How much a still picture shows where the exercise rests."""
    if not _right_moment(exercise, table):
        return 0.0
    return fit(_rest_ranges(exercise), medians(table, table.found), table.near, None)


def _right_moment(exercise: Exercise, table: FeatureTable) -> bool:
    """Whether a picture is taken from the exercise's first view, the surest, in its posture."""
    from_there = bool(np.isin(table.views, [exercise.camera.view]).any())
    return from_there and bool(in_posture(exercise, table).any())


def _match(exercise: Exercise, table: FeatureTable, outing: Outing) -> float:
    """How well one repetition fits, 0 to 1."""
    signature = signature_of(exercise)
    rest, peak = medians(table, outing.rest), medians(table, outing.peak)
    change = {name: peak[name] - rest[name] for name in peak}
    # Either side may be the working one: left and right swap, and a bent leg may be the higher one.
    return max(
        fit(_rest_ranges(exercise), rest, table.near, side)
        * fit(signature.peak, peak, table.near, side)
        * fit(signature.change, change, table.near, side, SOFTNESS_OF_CHANGE)
        for side in _sides(exercise)
    )


def _moved(exercise: Exercise, table: FeatureTable, inside: Mask, seen: int) -> float:
    """How well the repetitions fit, and how much of the time they take."""
    if signature_of(exercise).still == "rest":
        return 0.0
    signal = signal_of(exercise, table, inside)
    matches, frames = [], []
    for outing in outings(exercise, table, signal):
        matches.append(_match(exercise, table, outing) * _held(exercise, table, outing))
        frames.append(outing.last - outing.first + 1)
    if not frames:
        return 0.0
    fits, lasted = np.array(matches), np.array(frames)
    # Between repetitions there may be other movements, which say nothing about these.
    alike = fits >= max(matches) / 2
    quality = float(np.average(fits[alike], weights=lasted[alike]))
    matched = float(lasted[alike].sum())
    return quality * min(1.0, matched / seen / ENOUGH, matched * _step_s(table) / ENOUGH_S)


def _held(exercise: Exercise, table: FeatureTable, outing: Outing) -> float:
    """Whether an exercise that is held for long is held, LEAST_HELD to 1."""
    if exercise.repetition.hold_s < LONG_HOLD_S:
        return 1.0
    share = min(1.0, float(outing.peak.sum()) * _step_s(table) / HELD_S)
    return LEAST_HELD + (1 - LEAST_HELD) * share


def _step_s(table: FeatureTable) -> float:
    """Time between two samples."""
    return float(np.median(np.diff(table.times))) if len(table) > 1 else 0.0


def _kept(exercise: Exercise, table: FeatureTable, inside: Mask) -> float:
    """How well a position that is enough by itself is kept; 0 where there is none."""
    signature = signature_of(exercise)
    if signature.still is None:
        return 0.0
    stillness = min(1.0, float(inside.sum()) * _step_s(table) / ENOUGH_KEPT_S)
    for name, most in signature.still_within.items():
        values = column(name, table)[inside]
        values = values[values == values]
        if values.size:
            low, high = np.percentile(values, [10, 90])
            stillness *= float(np.exp(-((max(0.0, high - low - most) / most) ** 2)))
    typical = medians(table, inside)
    if signature.still == "rest":
        return stillness * fit(_rest_ranges(exercise), typical, table.near, None)
    sides = _sides(exercise)
    return stillness * max(fit(signature.peak, typical, table.near, side) for side in sides)


def _sides(exercise: Exercise) -> tuple[Side | None, ...]:
    """The sides that may be the working one."""
    return (None,) if exercise.sides.pattern == "none" else SIDES


def _rest_ranges(exercise: Exercise) -> tuple[Range, ...]:
    return (*exercise.start.position.ranges, *signature_of(exercise).rest)
