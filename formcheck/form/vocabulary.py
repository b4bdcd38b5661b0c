"""Whether an exercise speaks only of measures and sides that exist, and that can be seen."""

from collections.abc import Iterator

from formcheck.errors import FormcheckError
from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise, SidePattern
from formcheck.exercises.mistake import Mistake, Place
from formcheck.form.possible import impossible
from formcheck.form.roles import ROLES
from formcheck.measure import unit
from formcheck.measure.catalogue import AnyMeasure, UnknownMeasureError, find
from formcheck.measure.measure_name import plain_name, role_of
from formcheck.measure.unit import Unit
from formcheck.texts.message import Message, message, one_below_the_other
from formcheck.texts.refusal import problem_of

SECONDS = "seconds"
"""The one criterion measure that is no measure of the body: how long a phase lasts."""

HIPS_ACROSS = "hips_across"
"""The measure that tells walking from exercising; every exercise needs it."""


class VocabularyError(FormcheckError):
    """An exercise that speaks of what doesn't exist, or can't be seen from its camera."""


def check_vocabulary(exercise: Exercise) -> None:
    """Raise VocabularyError, one line a mistake, unless it speaks of what there is and can be seen.

    That holds for the movements to avoid, too, that are watched for meanwhile.
    """
    checked = {one.id: one for one in (*exercise.avoided, exercise)}
    mistakes = [mistake.in_file(one.id) for one in checked.values() for mistake in misspoken(one)]
    if mistakes:
        raise VocabularyError(one_below_the_other(mistakes))


def misspoken(exercise: Exercise) -> Iterator[Mistake]:
    """Measures and sides that don't exist, numbers that no body has, and what can't be seen."""
    yield from _mistakes(exercise)
    yield from impossible(exercise)


def measure_names(exercise: Exercise) -> tuple[str, ...]:
    """The measures, without side, that an exercise and its start position need."""
    full = [limit.measure for limit in exercise.start.position.ranges]
    full += [name for _, name in _named(exercise) if name != SECONDS]
    names = [plain_name(name) for name in (*full, HIPS_ACROSS)]
    names += [exercise.sides.both_move] if exercise.sides.both_move else []
    roles = {role_of(name) for name in full}
    names += [role.measure for name, role in ROLES.items() if name in roles and role.measure]
    return tuple(dict.fromkeys(names))


def needs_silhouette(exercise: Exercise) -> bool:
    """Whether the outline must be seen to judge an exercise, or what is watched for meanwhile."""
    rules = (one.recognised for one in exercise.avoided if one.recognised is not None)
    watched = (limit.measure for rule in rules for limit in rule.ranges)
    return any(find(name).needs_silhouette for name in (*measure_names(exercise), *watched))


def unit_of(measure: str) -> Unit:
    """The unit of a measure, with or without a side, or of how long a phase lasts."""
    return unit.SECONDS if measure == SECONDS else find(measure).unit


def _mistakes(exercise: Exercise) -> Iterator[Mistake]:
    for place, name in (*_named(exercise), *_of_positions(exercise), *_looked_for(exercise)):
        if name == SECONDS and place[0] == "criteria" and "unless" not in place:
            continue
        try:
            definition = find(name)
        except UnknownMeasureError as error:
            yield Mistake(place, problem_of(error))
            continue
        said = _of_side(name, definition, exercise.sides.pattern)
        if said is not None:
            yield Mistake(place, said, (("sides",),))


def _of_side(name: str, definition: AnyMeasure, pattern: SidePattern) -> Message | None:
    """What is wrong with the side that a measure is asked for; None where it is right."""
    role = role_of(name)
    if definition.sided and not role:
        return message("mistake.no_side", measure=name)
    if role and not definition.sided:
        return message("mistake.sided", measure=definition.name)
    if role and role not in ROLES:
        return message("mistake.side", side=role, known=", ".join(ROLES))
    if role in ("working", "support") and pattern == "none":
        return message("mistake.working_side", side=role)
    return None


def _named(exercise: Exercise) -> Iterator[tuple[Place, str]]:
    yield ("repetition", "measure"), exercise.repetition.measure
    for number, wave in enumerate(exercise.repetition.or_by):
        yield ("repetition", "or_by", number, "measure"), wave.measure
    for key in ("held_when", "rest_when", "no_rest_when", "begun_when", "done_when"):
        for number, limit in enumerate(getattr(exercise.repetition, key)):
            yield ("repetition", key, number, "measure"), limit.measure
    if exercise.sides.both_move:
        yield ("sides", "both_move"), f"{exercise.sides.both_move}.left"
    for number, limit in enumerate(exercise.posture):
        yield ("posture", number, "measure"), limit.measure
    for number, limit in enumerate(exercise.recognised.ranges if exercise.recognised else ()):
        yield ("recognised", "ranges", number, "measure"), limit.measure
    for number, criterion in enumerate(exercise.criteria):
        yield from _of_condition(criterion, ("criteria", number))
        for more, condition in enumerate(criterion.also):
            yield from _of_condition(condition, ("criteria", number, "also", more))


def _of_condition(condition: Condition, place: Place) -> Iterator[tuple[Place, str]]:
    yield (*place, "measure"), condition.measure
    if condition.unless is not None:
        yield (*place, "unless", "measure"), condition.unless.measure


def _of_positions(exercise: Exercise) -> Iterator[tuple[Place, str]]:
    """What the start positions speak of that an exercise names."""
    between = exercise.recognised.between if exercise.recognised is not None else None
    named = (exercise.start.position, exercise.start.left_in, between)
    for position in (one for one in named if one is not None):
        for key in ("ranges", "at_rest"):
            for number, limit in enumerate(getattr(position, key)):
                yield ("start_positions", position.name, key, number, "measure"), limit.measure


def _looked_for(exercise: Exercise) -> Iterator[tuple[Place, str]]:
    """What it is recognised by, which need not be measured where the exercise is known."""
    signature = exercise.signature
    for key in ("rest", "peak", "change", "throughout", "kept"):
        for number, limit in enumerate(getattr(signature, key)):
            yield ("signature", key, number, "measure"), limit.measure
    for name in signature.still_within:
        yield ("signature", "still_within"), name
