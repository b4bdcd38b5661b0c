"""What a set is cut into to be judged: the phases of each repetition, and rest without one."""

from collections.abc import Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.arrived_rest import arrived_rest, with_arrived_rest
from formcheck.form.repetitions.besides import rested_without_besides, without_besides
from formcheck.form.repetitions.phases import PhaseCut, cut
from formcheck.form.repetitions.unseen_end import outside_as_furthest
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame

Frames = Sequence[MeasuredFrame]


def phases_of(
    frames: Frames, cycle: RepetitionCycle, exercise: Exercise, sides: SideChoice
) -> PhaseCut:
    """A repetition's phases; the rest before it without what was done besides, once it was reached.

    frames: from the end of the last repetition until it was known that this one is over.
    """
    phases = cut(outside_as_furthest(frames, cycle), cycle)
    rested = rested_without_besides(phases, exercise, sides)
    return with_arrived_rest(rested, cycle, exercise.repetition)


def rest_of(
    frames: Frames, exercise: Exercise, sides: SideChoice, counted_on: str
) -> tuple[Frames, Frames]:
    """Of frames without a repetition those that are judged, and those of them that are at rest.

    counted_on: the measure that counts the set.
    """
    judged = without_besides(frames, exercise, sides)
    # Another measure may count the set: where that rests nobody knows.
    usual = counted_on == exercise.repetition.measure
    return judged, arrived_rest(judged, exercise.repetition) if usual else judged
