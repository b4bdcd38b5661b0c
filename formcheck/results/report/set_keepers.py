"""What is kept of each set for its part of the report."""

from dataclasses import dataclass, field

from formcheck.exercises.exercise import Exercise
from formcheck.results.moment import Moment
from formcheck.results.report.key_frames import KeyFrames
from formcheck.results.report.measure_series import MeasureSeries


@dataclass(frozen=True)
class KeptSet:
    """How the measures of one set went, and its pictures. exercise: that it was judged as."""

    exercise: Exercise
    series: MeasureSeries
    key_frames: KeyFrames = field(default_factory=KeyFrames)


class SetKeepers:
    """Keeps each set's measures and pictures by themselves; state over the session."""

    def __init__(self) -> None:
        self._sets: dict[int, KeptSet] = {}

    def update(self, moment: Moment) -> None:
        """Take in one frame; one between two sets belongs to none."""
        if moment.set_number is None:
            return
        kept = self._sets.get(moment.set_number) or self._begin(moment.set_number, moment.exercise)
        kept.series.update(moment)
        kept.key_frames.update(moment)

    def of_set(self, number: int, exercise: Exercise) -> KeptSet:
        """What was kept of a set; empty where it had no frames. number: from 1."""
        return self._sets.get(number) or self._begin(number, exercise)

    def _begin(self, number: int, exercise: Exercise) -> KeptSet:
        self._sets[number] = KeptSet(exercise, MeasureSeries(exercise))
        return self._sets[number]
