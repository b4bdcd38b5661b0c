"""How far each repetition went: the range of motion of the measure that it is counted on."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Final

from formcheck.exercises.exercise import Exercise
from formcheck.form.sides import SideChoice
from formcheck.form.state import FormState, Repetition
from formcheck.measure.measure_name import plain_name


@dataclass(frozen=True)
class MotionSettings:
    """Which frames of a repetition its range of motion is taken from."""

    most_frames: int = 20_000
    """Eleven minutes at 30 frames a second: longer than any repetition or hold."""

    rest_s: float = 1.0
    """Before a repetition is noticed the person was still at rest; that much of it belongs to
    it."""

    not_stray: float = 0.95
    """Share of a repetition's frames that are believed; the furthest off of the rest may be
    mistakes of the pose model."""


DEFAULTS: Final = MotionSettings()


@dataclass(frozen=True)
class RangeOfMotion:
    """From where to where a measure went in a repetition.

    measure: its full name, e.g. `knee.left`. furthest: the value at the furthest point.
    rest: the value at the other end, single stray frames left aside. All in the measure's unit.
    """

    measure: str
    rest: float
    furthest: float

    @property
    def travel(self) -> float:
        """How far it went, whichever way."""
        return abs(self.furthest - self.rest)


class MotionTracker:
    """Remembers what repetitions may be counted on since the last repetition; state over time."""

    def __init__(self, exercise: Exercise, settings: MotionSettings = DEFAULTS) -> None:
        self._settings = settings
        waves = (exercise.repetition, *exercise.repetition.or_by)
        self._names = {plain_name(wave.measure) for wave in waves}
        self._frames: deque[tuple[float, Mapping[str, float]]] = deque(maxlen=settings.most_frames)

    def update(self, state: FormState) -> None:
        """Take in one frame."""
        known = {
            name: value
            for name, value in state.measures.items()
            if plain_name(name) in self._names and isfinite(value)
        }
        if known:
            self._frames.append((state.time_s, known))

    def finish(self, repetition: Repetition, sides: SideChoice) -> RangeOfMotion | None:
        """The range of motion of a finished repetition; None where it can't be had."""
        measure = sides.full_name(repetition.counted_on, repetition.peak)
        furthest = repetition.peak.get(measure, float("nan"))
        began_s = repetition.start_s - self._settings.rest_s
        values = [
            known[measure]
            for time_s, known in self._frames
            if began_s <= time_s <= repetition.end_s and measure in known
        ]
        while self._frames and self._frames[0][0] < repetition.end_s:
            self._frames.popleft()
        if not isfinite(furthest):
            return None
        by_distance = sorted([furthest, *values], key=lambda value: abs(value - furthest))
        rest = by_distance[round(self._settings.not_stray * (len(by_distance) - 1))]
        return RangeOfMotion(measure, rest, furthest)


def peaks_of(repetition: Repetition, exercise: Exercise, sides: SideChoice) -> dict[str, float]:
    """The measures that the exercise speaks of, at the repetition's furthest point."""
    spoken_of = [
        repetition.counted_on,
        *(c.measure for criterion in exercise.criteria for c in criterion.conditions),
    ]
    names = dict.fromkeys(sides.full_name(name, repetition.peak) for name in spoken_of)
    values = {name: repetition.peak.get(name, float("nan")) for name in names}
    return {name: value for name, value in values.items() if isfinite(value)}
