"""A programme taken apart into steps: one set of one exercise, on one side, each with its goal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.repetition import RepetitionRule
from formcheck.programmes.programme import Programme, ProgrammeEntry


@dataclass(frozen=True)
class StepSettings:
    """What is taken where neither the programme nor the exercise's source says it."""

    usual_repetitions: int = 8
    """Where the exercise's source names no number; an engineering value."""

    usual_time_s: float = 30.0
    """How long short holds, each with as long a rest, go on in turn: the article on exercises for
    lower back pain says half a minute of the cat stretch."""

    change_sides_s: float = 12.0
    """Rest between the two sides of one exercise, for turning round; an engineering value."""


DEFAULTS = StepSettings()


class StepSide(StrEnum):
    """Which part of an exercise it is that is done on one side and then on the other.

    LEFT, RIGHT: the only one that is wanted. ONLY: of an exercise that isn't done so.
    """

    ONLY = "only"
    LEFT = "left"
    RIGHT = "right"
    FIRST_SIDE = "first side"
    OTHER_SIDE = "other side"


@dataclass(frozen=True)
class Goal:
    """How much is enough.

    fewest, most: repetitions; at `most` the set ends, from `fewest` on it may. None for what goes
        on until the person ends it, e.g. a posture.
    hold_s: how long each is held, 0 where holding is not asked for.
    long_hold: whether holding is what the exercise is about, so that only what was held counts.
    """

    fewest: int | None
    most: int | None
    hold_s: float
    long_hold: bool = False


@dataclass(frozen=True)
class Step:
    """One set.

    exercise: with the time to hold that is wanted here, and the numbers to show.
    number, sets: which set, from 1, of how many.
    rest_s: how long to rest before it, 0 for the first of a programme.
    """

    exercise: Exercise
    goal: Goal
    side: StepSide
    number: int
    sets: int
    rest_s: float


Find = Callable[[str], Exercise]


def plan(programme: Programme, find: Find, settings: StepSettings = DEFAULTS) -> tuple[Step, ...]:
    """Every step of a programme, in order.

    find: gives an exercise by its id; it raises what it likes, and so does this.
    """
    steps: list[Step] = []
    rest_s = 0.0
    for entry in programme.entries:
        exercise = find(entry.exercise)
        steps += steps_of(exercise, entry, rest_s, settings)
        rest_s = entry.rest_s
    return tuple(steps)


def steps_of(
    exercise: Exercise,
    entry: ProgrammeEntry,
    rest_s: float = 0.0,
    settings: StepSettings = DEFAULTS,
) -> Iterator[Step]:
    """The steps of one exercise; of a two-sided one, each set on one side and then the other.

    rest_s: before the first of them.
    """
    goal = goal_of(exercise, entry, settings)
    wanted = shown_with(exercise, goal)
    sets = entry.sets or exercise.dosage.sets
    for number in range(1, sets + 1):
        for side in _sides(exercise, entry):
            before_s = settings.change_sides_s if side is StepSide.OTHER_SIDE else rest_s
            yield Step(wanted, goal, side, number, sets, before_s)
        rest_s = entry.rest_s


def _sides(exercise: Exercise, entry: ProgrammeEntry) -> tuple[StepSide, ...]:
    """What one set is done on, one after the other."""
    if entry.sides != "both":
        return (StepSide(entry.sides),)
    each = exercise.sides.pattern == "each"
    return (StepSide.FIRST_SIDE, StepSide.OTHER_SIDE) if each else (StepSide.ONLY,)


def goal_of(exercise: Exercise, entry: ProgrammeEntry, settings: StepSettings = DEFAULTS) -> Goal:
    """How much is asked for in one set: by the programme, else by the exercise."""
    usual_s = exercise.repetition.hold_s
    hold_s = usual_s if entry.hold_s is None else entry.hold_s
    long_hold = exercise.repetition.is_long_hold
    reps = exercise.dosage.reps
    if entry.reps is not None:
        reps = entry.reps
    elif reps is None and exercise.kind != "exercise":
        return Goal(None, None, hold_s)
    elif reps is None:
        number = _usual_repetitions(exercise.repetition, settings)
        reps = (number, number)
    return Goal(*reps, hold_s, long_hold)


def _usual_repetitions(rule: RepetitionRule, settings: StepSettings) -> int:
    """Where the source names no number; where it names a long time, it means one such hold."""
    if rule.hold_s <= 0:
        return settings.usual_repetitions
    return 1 if rule.is_long_hold else max(round(settings.usual_time_s / (2 * rule.hold_s)), 1)


def shown_with(exercise: Exercise, goal: Goal) -> Exercise:
    """The exercise with the numbers of a goal in place of its own, for who reads them."""
    asked = goal.fewest is not None and goal.most is not None
    reps = (goal.fewest, goal.most) if asked else None
    repetition = exercise.repetition.model_copy(update={"hold_s": goal.hold_s})
    dosage = exercise.dosage.model_copy(update={"reps": reps})
    return exercise.model_copy(update={"repetition": repetition, "dosage": dosage})
