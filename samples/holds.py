"""How long something is held: what the clips' labels say, from the true joint angles.

A hold is the time from coming to rest at the furthest point until leaving it, as formcheck itself
takes it (formcheck/form/holds/hold_clock.py), but from the true angles, which don't tremble. A body
whose key poses stop for three seconds is so labelled with three seconds, within about a tenth.
"""

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.form.holds.hold_clock import hold_of
from formcheck.measure.measure_name import name_and_role
from formcheck.pose.landmarks import SIDES
from samples.truth import Truth, true_measure


class Shown(Protocol):
    """A repetition as it is done: the working side, leaving and reaching rest."""

    @property
    def side(self) -> str:
        """The working side."""

    @property
    def start_s(self) -> float:
        """Leaving rest."""

    @property
    def end_s(self) -> float:
        """Reaching rest."""


def true_holds_s(
    exercise: Exercise, truth: Truth, near: str, repetitions: Iterable[Shown]
) -> list[float | None]:
    """Seconds that each repetition is truly held; None where the truth doesn't tell its measure.

    A repetition that truly goes less far than the exercise's least holds nothing, but for a posture
    that is held from the start, which lasts as long as the clip.

    near: the side nearer to the camera.
    """
    name, role = name_and_role(exercise.repetition.measure)
    times = truth.time_s
    holds: list[float | None] = []
    lowest_since = 0
    for one in repetitions:
        side = one.side if role in ("working", "lower") else near
        signal = true_measure(name, truth, SIDES[1] if side == SIDES[1] else SIDES[0])
        if signal is None:
            holds.append(None)
            continue
        rising = signal if exercise.repetition.direction == "rises" else -signal
        during = np.flatnonzero((times >= one.start_s) & (times <= one.end_s))
        top = int(during[rising[during].argmax()])
        travel = float(rising[top] - rising[lowest_since : top + 1].min())
        rule = exercise.repetition
        from_start = bool(rule.held_when)
        # A cat's back that arches without having been rounded falls below where it began.
        rest = rising[during[0]] if from_start or rule.both_ways else rising[during].min()
        if rising[top] - rest < rule.least_travel:
            holds.append(float(times[-1] - times[0]) if from_start else 0.0)
        else:
            low = float(rising[top]) - travel
            begin, end = hold_of(times[during].tolist(), rising[during].tolist(), low)
            holds.append(end - begin)
        lowest_since = top
    return holds
