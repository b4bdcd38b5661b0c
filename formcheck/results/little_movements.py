"""Whether somebody moved as the exercise asks, but too little for a repetition."""

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions import RepetitionCounter
from formcheck.form.sides import SideChoice
from formcheck.form.signal import RepetitionSignal
from formcheck.form.state import FormState

LITTLE_SHARE = 0.4
"""Share of the least travel from which a movement out and back is more than a sway."""


class LittleMovements:
    """Watches for movements that are too small to be counted; state over time."""

    def __init__(self, exercise: Exercise) -> None:
        rule = exercise.repetition
        self.seen = False
        self._followed = [
            (wave.least_travel, RepetitionSignal(wave), _counter(wave.least_travel))
            for wave in (rule, *rule.or_by)
        ]

    def update(self, state: FormState) -> None:
        """Take in the next frame; what happens out of position says nothing."""
        if not state.in_set:
            return
        near = SideChoice(near=state.near_side)
        for least_travel, signal, counter in self._followed:
            done = counter.update(state.time_s, signal.value(state.measures, near))
            self.seen |= done is not None and done.travel < least_travel


def _counter(least_travel: float) -> RepetitionCounter:
    return RepetitionCounter(LITTLE_SHARE * least_travel)
